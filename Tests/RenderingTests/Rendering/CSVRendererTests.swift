import MunicipalModel
import Testing

@testable import Rendering

struct CSVRendererTests {
  private let header =
    "section,table,row,kind,group,city,year,column,value,unit,qualifiers,status,sources\n"

  @Test func oneRowAValue() {
    let expected =
      header + """
        nature,natural_change,1,normal,cities,012131,CY2021,births,1032,persons,,value,\
        tomakomai-progress:103:2
        nature,natural_change,1,normal,cities,012131,CY2021,rate,-5.21,per_mille,,value,\
        tomakomai-progress:103:2;tomakomai-progress:104:2
        nature,natural_change,2,normal,cities,012106,CY2021,births,,persons,,not_published,\
        iwamizawa-plan:12:2
        nature,natural_change,2,normal,cities,012106,CY2021,rate,,per_mille,,not_computable,
        nature,natural_change,3,total,,total,,births,1032,persons,,value,\
        tomakomai-progress:103:2;iwamizawa-plan:12:2
        nature,natural_change,3,total,,total,,rate,,per_mille,,empty,

        """
    #expect(CSVRenderer().render(SampleReport.report) == expected)
  }

  @Test func tablesOfDifferentKeysShareTheColumns() {
    func table(_ key: String) -> ReportTable {
      ReportTable(
        key: key, caption: LocalizedText(""),
        columns: [.key(key, LocalizedText("")), .number("n", LocalizedText(""))],
        rows: [[ReportCell(key + "!"), ReportCell(1, unit: "人")]])
    }
    let report = Report(title: LocalizedText(""), key: "s", tables: [table("x"), table("y")])
    #expect(
      CSVRenderer().render(report) == """
        section,table,row,kind,group,x,y,column,value,unit,qualifiers,status,sources
        s,x,1,normal,,x!,,n,1,人,,value,
        s,y,1,normal,,,y!,n,1,人,,value,

        """)
  }

  @Test func aKeyColumnNeverTakesAFixedName() {
    let report = SampleReport.report(
      columns: [.key("unit", LocalizedText("")), .number("n", LocalizedText(""))],
      rows: [[ReportCell("人"), ReportCell(1)]])
    #expect(
      CSVRenderer().render(report) == """
        section,table,row,kind,group,row_unit,column,value,unit,qualifiers,status,sources
        s,t,1,normal,,人,n,1,,,value,

        """)
  }

  @Test func aTableOfKeysAloneLosesNothing() {
    let report = SampleReport.report(
      columns: [.key("a", LocalizedText("")), .key("b", LocalizedText(""))],
      rows: [[ReportCell("1,5"), ReportCell("")]])
    #expect(
      CSVRenderer().render(report) == """
        section,table,row,kind,group,column,value,unit,qualifiers,status,sources
        s,t,1,normal,,a,"1,5",,,label,
        s,t,1,normal,,b,"",,,label,

        """)
  }

  @Test func aSubtotalStaysInItsGroup() {
    let columns = [ReportColumn.number("n", LocalizedText(""))]
    let report = SampleReport.report(
      columns: columns,
      rows: [.group(LocalizedText("g")), .subtotal([ReportCell(1)]), .total([ReportCell(2)])])
    let lines = CSVRenderer().render(report).split(separator: "\n").dropFirst()
    #expect(lines == ["s,t,1,subtotal,g,n,1,,,value,", "s,t,2,total,,n,2,,,value,"])
  }

  @Test func theQualifiersOfAFigureStandBesideItsUnit() {
    let quantity = Quantity(ExactDecimal(230), unit: "人", bound: .atLeast, isEstimate: true)
    let report = SampleReport.report(
      columns: [.number("n", LocalizedText(""))],
      rows: [[ReportCell(.value(quantity), counted: .cumulative)]])
    let lines = CSVRenderer().render(report).split(separator: "\n").dropFirst()
    #expect(lines == ["s,t,1,normal,,n,230,人,at-least;estimate;cumulative,value,"])
  }

  @Test func aReportWithoutTablesIsAHeader() {
    let report = Report(title: LocalizedText("t"), sections: [])
    #expect(
      CSVRenderer().render(report)
        == "section,table,row,kind,group,column,value,unit,qualifiers,status,sources\n")
  }

  /// Headings and names in words, the mark of UTF-8, and no formula.
  @Test func peopleGetWordsAndNoFormula() {
    let table = ReportTable(
      key: "t", caption: LocalizedText(ja: "人口の表", en: "Population"),
      columns: [
        .key("name", LocalizedText(ja: "名称", en: "name")),
        .number("change", LocalizedText(ja: "増減", en: "change"), unit: "人"),
        .text("word", LocalizedText(ja: "語", en: "word")),
      ],
      rows: [
        [ReportCell("=1+1"), ReportCell(-5), ReportCell("-")], [ReportCell("@a"), ReportCell(1)],
      ])
    let report = Report(
      title: LocalizedText("r"),
      sections: [
        ReportSection(key: "s", heading: LocalizedText(ja: "節の名", en: "Part"), tables: [table])
      ])
    let lines = CSVRenderer(forPeople: .japanese).render(report).split(separator: "\n")
    #expect(lines[0] == "節,表,行,行の種類,グループ,名称,列,値,単位,値の限定,値のない理由など,出典")
    #expect(lines[1].hasPrefix("節の名,人口の表,1,値,,'=1+1,増減,-5,人,"))
    #expect(lines[2].hasPrefix("節の名,人口の表,1,値,,'=1+1,語,'-,"))
    #expect(lines[3].contains(",'@a,増減,1,"))
  }

  @Test func statusesForPeopleAreWords() {
    let table = ReportTable(
      key: "t", caption: LocalizedText("t"),
      columns: [
        .key("name", LocalizedText("n")), .number("a", LocalizedText("a")),
        .text("b", LocalizedText("b")),
      ],
      rows: [
        [ReportCell("x"), ReportCell(1), ReportCell("y")],
        [ReportCell("z"), ReportCell(rounding: nil, to: 2), .empty],
      ])
    let report = Report(
      title: LocalizedText("r"), sections: [ReportSection(key: "s", tables: [table])])
    func statuses(_ renderer: CSVRenderer) -> [String] {
      renderer.render(report).split(separator: "\n").dropFirst().map {
        String($0.split(separator: ",", omittingEmptySubsequences: false).dropLast().last ?? "")
      }
    }
    #expect(statuses(CSVRenderer(forPeople: .japanese)) == ["値", "語", "算出不可", ""])
    #expect(statuses(CSVRenderer()) == ["value", "label", "not_computable", "empty"])
  }

  @Test func noTextOfATidyFileForPeopleIsAFormula() {
    func csv(in language: Language?) -> String {
      let columns: [TableColumn<String>] = [
        .field("item", "What.", ja: "対象") { $0 },
        .field("change", "How much.", .integer, ja: "増減") { _ in "-5" },
      ]
      return TidyTable(
        name: "t", description: "T.", rows: ["=HYPERLINK(1)"], columns: columns, in: language
      ).csv
    }
    #expect(csv(in: .japanese) == "対象,増減\n'=HYPERLINK(1),-5\n")
    #expect(csv(in: nil) == "item,change\n=HYPERLINK(1),-5\n")
  }

  /// Units, sources and headings come from documents too.
  @Test func noFieldForPeopleIsAFormula() {
    let source = Citation(document: "=cmd", line: 3, printed: "1")
    let table = ReportTable(
      key: "t", caption: LocalizedText("t"),
      columns: [
        .key("name", LocalizedText("+name")), .number("n", LocalizedText("n"), unit: "=1+1"),
      ],
      rows: [[ReportCell("a"), ReportCell(1, sources: [source])]])
    let report = Report(
      title: LocalizedText("r"), sections: [ReportSection(key: "s", tables: [table])])
    let lines = CSVRenderer(forPeople: .english).render(report).split(separator: "\n")
    #expect(lines[0].contains(",'+name,"))
    #expect(lines[1].contains(",1,'=1+1,") && lines[1].hasSuffix(",'=cmd:3"))
    #expect(CSVRenderer().render(report).contains(",1,=1+1,,value,=cmd:3"))
  }

  @Test func noTextOfAChartIsAFormula() {
    let chart = ReportChart(
      key: "c", kind: .bar, title: LocalizedText("t"), summary: LocalizedText("s"),
      categoryLabel: LocalizedText("=1"), valueLabel: LocalizedText("v"),
      categories: [ChartCategory(LocalizedText("@x"))],
      series: [
        ChartSeries(LocalizedText("+y"), points: [ChartPoint(-1, text: LocalizedText("-1"))])
      ])
    #expect(ChartFiles.csv(chart, language: .english) == "\u{FEFF}'=1,t +y v\n'@x,-1\n")
  }
}
