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
      tables: [differing].filter { !$0.rows.isEmpty }, closing: without)
  }

  /// What the comparison came to.
  var answer: ReportAnswer {
    let name = comparison.municipality.name
    return ReportAnswer(
      LocalizedText(ja: "総務省の表と合うか", en: "Do the figures agree with the register?"),
      LocalizedText(
        ja: "\(name.ja)の資料と総務省の住民基本台帳の表では、\(summary.ja)。",
        en: "\(name.en) beside the register of the ministry: \(summary.en)."),
      sources: comparison.checks.flatMap { $0.printed.sources + $0.register.sources })
  }

  private var summary: LocalizedText {
    func count(_ outcome: RegisterComparison.Check.Outcome) -> Int {
      comparison.checks.count { $0.outcome == outcome }
    }
    guard !comparison.checks.isEmpty else {
      return LocalizedText(
        ja: "両方に値のある年がない",
        en: "no year has figures both in the city's documents and in the folder of published data")
    }
    let all = comparison.checks.count
    return LocalizedText(
      ja:
        "\(all)個の値のうち、同じもの\(count(.agrees))、定義の違いで説明できるもの\(count(.otherDefinition))、違うもの\(count(.differs))",
      en:
        "of \(all) figures \(count(.agrees)) are the same, \(count(.otherDefinition)) differ by definition, "
        + "and \(count(.differs)) differ")
  }

  private var differing: ReportTable {
    ReportTable(
      key: "register_differences_\(comparison.municipality.code.sixDigits)",
      caption: LocalizedText(
        ja: "住民基本台帳と同じでない値（人）", en: "Figures that are not those of the register (persons)"),
      rows: comparison.checks.filter { $0.outcome != .agrees },
      columns: [
        .key("year", "年", "year") { ReportCell($0.period) },
        .key("item", "項目", "item") { ReportCell($0.item.label, value: $0.item.rawValue) },
        .number("printed", "市の資料", "city", unit: "persons") { ReportCell($0.printed) },
        .number("register", "住民基本台帳", "register", unit: "persons") { ReportCell($0.register) },
        .number("difference", "差", "difference", unit: "persons") { check in
          ReportCell(
            check.printed.value - check.register.value, style: .signed,
            sources: check.printed.sources + check.register.sources)
        },
        .text("explanation", "市の値は", "the city's figure is") { check in
          check.explanation.map { found in
            ReportCell(found.formula ?? LocalizedText(""), sources: found.sources)
          }
            ?? ReportCell(LocalizedText(ja: "住民基本台帳のどの値でもない", en: "none of the register"))
        },
      ])
  }

  private var without: [LocalizedText] {
    let years = comparison.yearsWithoutSheet.map(\.label)
    guard !years.isEmpty else { return [] }
    return [
      LocalizedText(
        ja: "フォルダーに\(comparison.municipality.name.ja)の住民基本台帳の表がない年: "
          + years.map(\.ja).joined(separator: "、"),
        en: "Years of which the folder has no sheet with \(comparison.municipality.name.en): "
          + years.map(\.en).joined(separator: ", "))
    ]
  }
}
