import Demography
import DocumentReading
import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Published rates that lack a figure to be computed from")
struct RederivationTests {
  /// A row a figure; its line is its place in the list, from 1.
  private func record(
    _ rows: [(item: PopulationItem, year: Int, printed: String)]
  ) throws -> MunicipalityRecord {
    let figures = rows.enumerated().map { index, row in
      PopulationFigure(
        item: row.item, area: .municipality(name: "見本市"), period: .calendarYear(row.year),
        reading: PrintedFigure(row.printed, unit: row.item.countedIn).reading,
        citation: Citation(document: "sample", line: index + 1, cell: 2, printed: row.printed))
    }
    return MunicipalityRecord(
      municipality: Municipality(
        code: try MunicipalityCode("012131"), name: LocalizedText(ja: "見本市", en: "Sample")),
      documents: [
        DocumentContents(
          document: "sample", populationFigures: figures,
          populationDefinition: PopulationDefinition(
            stockDate: "12-31", foreignResidents: .included, otherChange: .notStated,
            source: "住民基本台帳"))
      ])
  }

  /// 861 − 776 = 85 persons, 85 ÷ 96,900 = 0.0877… % → 0.09; of 2017 the stock before is not printed.
  private func firstColumn() throws -> MunicipalityRecord {
    try record([
      (.yearEndPopulation, 2017, "96,900"), (.yearEndPopulation, 2018, "97,204"),
      (.births, 2017, "894"), (.births, 2018, "861"), (.deaths, 2017, "741"),
      (.deaths, 2018, "776"), (.naturalChangeRate, 2017, "0.16"),
      (.naturalChangeRate, 2018, "0.09"), (.ageingRate, 2018, "24.5"),
    ])
  }

  @Test(
    "The rate of the first column is told with its cell and what it lacks; the others are checked")
  func rateOfFirstColumn() throws {
    let rederivation = try firstColumn().rederivation
    #expect(rederivation.figures.map(\.kind) == [.crudeRate])
    #expect(rederivation.figures.map(\.agrees) == [true])
    #expect(rederivation.unchecked.map(\.kind) == [.crudeRate, .ageingRate])
    #expect(rederivation.unchecked.map(\.error.missing) == [[.openingStock], [.elderlyPopulation]])
    #expect(rederivation.unchecked.map(\.citation.line) == [7, 9])
    #expect(rederivation.unchecked.first?.published == ExactDecimal("0.16"))
  }

  @Test("The audit goes on and notes the rate")
  func audit() throws {
    let findings = DocumentAudit(try firstColumn()).findings
    #expect(findings.map(\.code) == [.notRederived, .notRederived])
    #expect(findings.map(\.severity) == [.info, .info])
    let finding = try #require(findings.first)
    #expect(finding.subject.en == "crude rate of natural change, 2017")
    #expect(finding.message.ja == "公表値 0.16 は検算できません: 必要な値が記載されていません（前年末人口）")
    #expect(
      finding.message.en
        == "published 0.16, cannot be computed again: a figure that is needed is not printed "
        + "(previous year-end population)")
    #expect(finding.citations.map(\.printed) == ["0.16"])
  }

  @Test(
    "A rate alone in its year lacks all; without a definition of the population none is computed")
  func rateAlone() throws {
    let alone = try record([(.socialChangeRate, 2020, "-0.07"), (.ageingRate, 2020, "25.5")])
    #expect(
      alone.rederivation.unchecked.map(\.error.missing) == [
        [.births, .closingStock], [.closingStock],
      ])
    let contents = DocumentContents(
      document: "sample", populationFigures: alone.populationFigures)
    let undefined = MunicipalityRecord(municipality: alone.municipality, documents: [contents])
    #expect(undefined.rederivation.unchecked == [])
  }

  @Test("More of 65 and over than residents contradicts itself, which is a warning")
  func contradiction() throws {
    let record = try record([
      (.yearEndPopulation, 2020, "900"), (.elderlyPopulation, 2020, "1,000"),
      (.ageingRate, 2020, "90.0"),
    ])
    let finding = try #require(DocumentAudit(record).findings.first)
    #expect(finding.code == .notRederived && finding.severity == .warning)
    #expect(finding.message.en.hasSuffix("a part exceeds the whole"))
  }

  /// (80 − 150) ÷ 10,000 = −7.0 ‰ in 2019 and (70 − 160) ÷ 10,000 = −9.0 ‰ in 2020; mean −8.0, change −2.0.
  @Test(
    "A rate in per mille is computed in per mille, by its own unit or that of the table",
    arguments: ["-9.0‰", "-9.0"])
  func perMille(printed: String) throws {
    let span = Period.span(.calendarYear(2019), .calendarYear(2020))
    func figure(
      _ item: PopulationItem, _ period: Period, _ printed: String,
      _ basis: PopulationFigure.Basis = .observed, unit: String? = nil
    ) -> PopulationFigure {
      PopulationFigure(
        item: item, basis: basis, area: .municipality(name: "見本市"), period: period,
        reading: PrintedFigure(printed, unit: unit ?? item.countedIn).reading,
        citation: Citation(document: "sample", line: 1, cell: 2, printed: printed))
    }
    let year = [2018, 2019, 2020].map { Period.calendarYear($0) }
    let contents = DocumentContents(
      document: "sample",
      populationFigures: [
        figure(.yearEndPopulation, year[0], "10,000"),
        figure(.yearEndPopulation, year[1], "10,000"),
        figure(.yearEndPopulation, year[2], "9,800"),
        figure(.births, year[1], "80"), figure(.deaths, year[1], "150"),
        figure(.births, year[2], "70"), figure(.deaths, year[2], "160"),
        figure(.naturalChangeRate, year[2], printed, unit: "‰"),
        figure(.naturalChangeRate, span, "-8.0‰", .average),
        figure(.naturalChangeRate, span, "-2.0P", .changeFromBase),
      ],
      populationDefinition: PopulationDefinition(
        stockDate: "12-31", foreignResidents: .included, otherChange: .apart, source: "住民基本台帳"))
    let figures = MunicipalityRecord(
      municipality: Municipality(
        code: try MunicipalityCode("012131"), name: LocalizedText(ja: "見本市", en: "Sample")),
      documents: [contents]
    ).rederivation.figures
    #expect(figures.map(\.kind) == [.crudeRate, .average, .change])
    #expect(figures.map(\.agrees) == [true, true, true])
    #expect(figures.map(\.check.expected.description) == ["-9.0", "-8.0", "-2.0"])
    #expect(figures.map(\.check.unit.en) == ["‰", "‰", "per-mille points"])
  }

  /// Iwamizawa prints -51.3 for a natural change of −480 in 2015 and −726 in 2021 (made here: −400 and −600,
  /// (−600 + 400) ÷ 400 = −50.0 %), and the change of a rate in points, which is none in percent.
  @Test("Without a definition a balance changes by its sign, and a rate by points")
  func changesWithoutDefinition() throws {
    let span = Period.span(.calendarYear(2015), .calendarYear(2021))
    func figure(
      _ item: PopulationItem, _ period: Period, _ printed: String,
      _ basis: PopulationFigure.Basis = .observed
    ) -> PopulationFigure {
      PopulationFigure(
        item: item, basis: basis, area: .municipality(name: "見本市"), period: period,
        reading: PrintedFigure(printed, unit: item.countedIn).reading,
        citation: Citation(document: "sample", line: 1, cell: 2, printed: printed))
    }
    let contents = DocumentContents(
      document: "sample",
      populationFigures: [
        figure(.naturalChange, .calendarYear(2015), "-400"),
        figure(.naturalChange, .calendarYear(2021), "-600"),
        figure(.naturalChange, span, "-50.0%", .changeFromBase),
        figure(.naturalChangeRate, .calendarYear(2015), "-0.68"),
        figure(.naturalChangeRate, .calendarYear(2021), "-1.12"),
        figure(.naturalChangeRate, span, "-0.44P", .changeFromBase),
      ])
    let figures = MunicipalityRecord(
      municipality: Municipality(
        code: try MunicipalityCode("012131"), name: LocalizedText(ja: "見本市", en: "Sample")),
      documents: [contents]
    ).rederivation.figures
    #expect(figures.map(\.kind) == [.change])
    #expect(figures.map(\.agrees) == [true])
  }
}
