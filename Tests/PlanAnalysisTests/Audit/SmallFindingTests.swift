import DocumentReading
import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Audit: periods and units that differ")
struct SmallFindingTests {
  private func audit(
    _ placed: PlacedIndicator, figures: [PopulationFigure] = []
  ) throws -> [AuditFinding] {
    let roots = [
      PlanNode(
        level: .plan, title: "計画",
        citation: Citation(document: "sample", line: 1, printed: "計画"),
        indicators: [placed.indicator])
    ]
    let contents = DocumentContents(
      document: "sample",
      plans: [Plan(document: "sample", title: "計画", term: Sample.term, roots: roots)],
      populationFigures: figures,
      populationDefinition: PopulationDefinition(
        stockDate: "12-31", foreignResidents: .included, otherChange: .apart, source: "住民基本台帳"))
    return DocumentAudit(
      try MunicipalityRecord(
        municipality: Municipality(
          code: MunicipalityCode("012131"), name: LocalizedText(ja: "見本市", en: "Sample")),
        documents: [contents])
    ).findings
  }

  private func movers(_ period: Period, _ printed: String) -> PopulationFigure {
    PopulationFigure(
      item: .inMigrants, basis: .observed, area: .municipality(name: "見本市"), period: period,
      reading: PrintedFigure(printed).reading,
      citation: Citation(document: "sample", line: 9, cell: 2, printed: printed))
  }

  @Test("Equal cumulative figures are no fall, a smaller one is")
  func cumulativeFalls() throws {
    func falls(_ second: String) throws -> Int {
      let placed = Sample.indicator(
        "参加者数", actual: [(2020, "累計3"), (2021, second)], target: "累計9")
      let caution = IndicatorProgress(of: placed, term: Sample.term).cautions
        .contains(.cumulativeFalls)
      let findings = try audit(placed).filter { $0.code == .cumulativeFalls }
      #expect(caution == !findings.isEmpty)
      return findings.count
    }
    #expect(try falls("累計3") == 0)
    #expect(try falls("累計4") == 0)
    #expect(try falls("累計2") == 1)
  }

  @Test(
    "転出超過 is printed as the loss or, below zero, as the balance",
    arguments: [
      ("314人", "△314", AuditFinding.Code.repeatsPopulation), ("▲314人", "△314", .repeatsPopulation),
      ("314人", "314", .contradictsPopulation), ("▲314人", "314", .contradictsPopulation),
    ])
  func lossByMoving(printed: String, table: String, code: AuditFinding.Code) throws {
    let figure = PopulationFigure(
      item: .socialChange, basis: .observed, area: .municipality(name: "見本市"),
      period: .fiscalYear(2020), reading: PrintedFigure(table).reading,
      citation: Citation(document: "sample", line: 9, cell: 2, printed: table))
    let found = try audit(
      Sample.indicator("転出超過数", actual: [(2020, printed)]), figures: [figure])
    #expect(found.contains { $0.code == code }, "\(found.map(\.code.rawValue))")
  }

  @Test("A fiscal year against a calendar year is a warning with both, of one kind an error")
  func kindsOfYear() throws {
    let indicator = Sample.indicator("転入者数", actual: [(2020, "300人")])
    let other = try #require(
      audit(indicator, figures: [movers(.calendarYear(2020), "280")])
        .first { $0.code == .contradictsPopulation })
    #expect(other.severity == .warning)
    #expect(other.message.ja.contains("2020年度の値300") && other.message.ja.contains("2020年の280"))
    let both = [movers(.calendarYear(2020), "300"), movers(.fiscalYear(2020), "280")]
    let same = try #require(
      audit(indicator, figures: both).first { $0.code == .contradictsPopulation })
    #expect(same.severity == .error)
  }

  @Test(
    "Only an item's whole name repeats the population table",
    arguments: [
      ("転入者数", Diagnostic.Severity.error), ("本市の転入者数", .error), ("見本市の年間転入者数", .error),
      ("転入者数（人）", .error), ("令和2年度の転入者数", .error), ("転入者数［令和2年度］", .error),
      ("転入者数（県外から）", .info), ("移住支援金を受けた転入者数", nil), ("20歳代の転入者数", nil),
      ("市外からの転入者数", nil), ("5年間の転入者数", nil), ("転入者数の増加率", nil),
    ] as [(String, Diagnostic.Severity?)])
  func wholeName(name: String, severity: Diagnostic.Severity?) throws {
    let found = try audit(
      Sample.indicator(name, actual: [(2020, "12人")]), figures: [movers(.fiscalYear(2020), "400")])
    #expect(found.first { $0.code == .contradictsPopulation }?.severity == severity)
  }

  /// 400 of 10,000 at the end of 2019 are 4.0 %; the young and the new firms are other people.
  @Test(
    "Only the whole name of a rate is computed again from the population table",
    arguments: [
      ("転入率", true), ("社会動態における転入率", true), ("20歳代の転入率", false), ("起業後5年の死亡率", false),
      ("普通死亡率", true), ("合計特殊出生率", false),
    ])
  func wholeNameOfRate(name: String, isChecked: Bool) throws {
    func figure(_ item: PopulationItem, _ year: Int, _ printed: String) -> PopulationFigure {
      PopulationFigure(
        item: item, basis: .observed, area: .municipality(name: "見本市"), period: .calendarYear(year),
        reading: PrintedFigure(printed).reading,
        citation: Citation(document: "sample", line: 9, cell: year - 2017, printed: printed))
    }
    let found = try audit(
      Sample.indicator(name, unit: "%", actual: [(2020, "12.0%")]),
      figures: [
        figure(.yearEndPopulation, 2019, "10,000人"), figure(.yearEndPopulation, 2020, "9,800人"),
        figure(.births, 2020, "70人"), figure(.deaths, 2020, "160人"),
        figure(.inMigrants, 2020, "400人"), figure(.outMigrants, 2020, "500人"),
      ])
    #expect(found.contains { $0.code == .doesNotFollow } == isChecked)
  }

  @Test("A unit that changes at an actual figure is told as one at the baseline is")
  func units() throws {
    let finding = try #require(
      audit(
        Sample.indicator(
          baseline: "10人", actual: [(2020, "12人"), (2021, "15件")], target: "20人")
      ).first { $0.code == .unitsDiffer })
    #expect(finding.citations.map(\.printed) == ["15件", "20人"])
    #expect(finding.message.en.contains("at the actual figure of FY2021"))
  }
}
