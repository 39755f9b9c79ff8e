import MachiKurabe
import Testing

@Suite("Published figures computed again")
struct RederivedFiguresTests {
  private func figures(_ code: String) throws -> [Rederivation.Figure] {
    let record = try #require(
      try MunicipalityRecord.builtIn().first { $0.municipality.code.sixDigits == code })
    return record.rederivation.figures
  }

  @Test(
    arguments: [
      ("012106", Rederivation.Figure.Kind.crudeRate, 14), ("012106", .indicator, 6),
      ("012106", .average, 9), ("012106", .share, 8), ("012106", .balance, 14),
      ("012131", .ageingRate, 5), ("012131", .achievement, 95), ("012131", .progress, 6),
      ("012131", .balance, 14),
    ])
  func `All of a kind agree`(code: String, kind: Rederivation.Figure.Kind, count: Int) throws {
    let all = try figures(code).filter { $0.kind == kind }
    #expect(all.count == count)
    #expect(all.filter { !$0.agrees } == [])
  }

  /// 年末人口 2015年比 is printed ▲6.4 %: that is 2020 against 2015. 78,112 ÷ 84,809 gives ▲7.9 %.
  @Test func `One published figure differs, and the hint says why`() throws {
    let differing = try (figures("012106") + figures("012131")).filter { !$0.agrees }
    #expect(differing.count == 1)
    let check = try #require(differing.first?.check)
    #expect(check.citation?.document == "iwamizawa-progress")
    #expect(check.citation?.line == 185)
    #expect(check.published == ExactDecimal("-6.4"))
    #expect(check.expected == ExactDecimal("-7.9"))
    #expect(check.outcome == .differs(by: try #require(ExactDecimal("1.5"))))
    #expect(check.hints.first?.label.en == "change of year-end population, 2020 against 2015")
  }

  /// 861 − 776 = 85 persons, 85 ÷ 96,900 = 0.0877… % → 0.09; of 2017 the stock before is not printed.
  private func firstColumn() throws -> MunicipalityRecord {
    let printed: [(PopulationItem, Int, String)] = [
      (.yearEndPopulation, 2017, "96,900"), (.yearEndPopulation, 2018, "97,204"),
      (.births, 2017, "894"), (.births, 2018, "861"), (.deaths, 2017, "741"),
      (.deaths, 2018, "776"), (.naturalChangeRate, 2017, "0.16"),
      (.naturalChangeRate, 2018, "0.09"), (.ageingRate, 2018, "24.5"),
    ]
    let figures = printed.enumerated().map { index, row in
      PopulationFigure(
        item: row.0, area: .municipality(name: "見本市"), period: .calendarYear(row.1),
        reading: PrintedFigure(row.2, unit: row.0.countedIn).reading,
        citation: Citation(document: "sample", line: index + 1, cell: 2, printed: row.2))
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

  @Test("The report lists the rate with the city, the cell and the reason, beside other cities")
  func report() throws {
    let records = try MunicipalityRecord.builtIn() + [firstColumn()]
    let section = try #require(
      ComparisonReport.report(records).sections.first { $0.key == "rederived" })
    let table = try #require(section.tables.first { $0.key == "rederived_not_computable" })
    #expect(table.rows.count == 2)
    let cells = try #require(table.rows.first?.cells)
    #expect(
      cells.map(\.text.ja) == [
        "見本市", "2017年 自然増減率", "0.16", "必要な値が記載されていません（前年末人口）",
      ])
    #expect(cells[2].sources.map(\.line) == [7])
    let builtIn = ComparisonReport.report(try MunicipalityRecord.builtIn())
    #expect(
      builtIn.sections.flatMap(\.tables).first { $0.key == "rederived_not_computable" } == nil)
  }
}
