import Demography
import MunicipalModel
import Nationwide
import Rendering

/// A city's printed population beside the register of the ministry, year by year.
struct RegisterSection {
  private let comparison: RegisterComparison

  init(_ comparison: RegisterComparison) { self.comparison = comparison }

  var section: ReportSection {
    let name = comparison.municipality.name
    return ReportSection(
      key: "register_\(comparison.municipality.code.sixDigits)",
      heading: LocalizedText(
        ja: "\(name.ja): 住民基本台帳（総務省）との比較", en: "\(name.en): beside the register of the ministry"),
      introduction: [summary], tables: [differing].filter { !$0.rows.isEmpty }, closing: without)
  }

  private var summary: LocalizedText {
    func count(_ outcome: RegisterComparison.Check.Outcome) -> Int {
      comparison.checks.count { $0.outcome == outcome }
    }
    guard !comparison.checks.isEmpty else {
      return LocalizedText(
        ja: "同じ年の値が、市の資料と公表データのフォルダーの両方にはない。",
        en: "No year has figures both in the city's documents and in the folder of published data.")
    }
    let all = comparison.checks.count
    return LocalizedText(
      ja:
        "\(all)個の値のうち、同じもの\(count(.agrees))、定義の違いで説明できるもの\(count(.otherDefinition))、違うもの\(count(.differs))。",
      en:
        "Of \(all) figures \(count(.agrees)) are the same, \(count(.otherDefinition)) differ by definition, "
        + "and \(count(.differs)) differ.")
  }

  private var differing: ReportTable {
    ReportTable(
      key: "register_differences_\(comparison.municipality.code.sixDigits)",
      caption: LocalizedText(
        ja: "住民基本台帳と同じでない値（人）", en: "Figures that are not those of the register (persons)"),
      columns: [
        .key("year", LocalizedText(ja: "年", en: "year")),
        .key("item", LocalizedText(ja: "項目", en: "item")),
        .number("printed", LocalizedText(ja: "市の資料", en: "city"), unit: "persons"),
        .number("register", LocalizedText(ja: "住民基本台帳", en: "register"), unit: "persons"),
        .number("difference", LocalizedText(ja: "差", en: "difference"), unit: "persons"),
        .text("explanation", LocalizedText(ja: "市の値は", en: "the city's figure is")),
      ],
      rows: comparison.checks.filter { $0.outcome != .agrees }.map { check in
        [
          ReportCell(check.period), ReportCell(check.item.label, value: check.item.rawValue),
          ReportCell(check.printed), ReportCell(check.register),
          ReportCell(
            check.printed.value - check.register.value, style: .signed,
            sources: check.printed.sources + check.register.sources),
          check.explanation.map { found in
            ReportCell(found.formula ?? LocalizedText(""), sources: found.sources)
          }
            ?? ReportCell(LocalizedText(ja: "住民基本台帳のどの値でもない", en: "none of the register")),
        ]
      })
  }

  private var without: [LocalizedText] {
    let years = comparison.yearsWithoutSheet.map(\.label)
    guard !years.isEmpty else { return [] }
    return [
      LocalizedText(
        ja: "表のない年: \(years.map(\.ja).joined(separator: "、"))",
        en: "Years without a sheet: \(years.map(\.en).joined(separator: ", "))")
    ]
  }
}
