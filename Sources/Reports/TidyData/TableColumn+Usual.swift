import MunicipalModel
import Rendering

extension TableColumn {
  /// The municipality that a row is about, for programs by its code.
  static func municipality(_ municipality: @escaping (Row) -> Municipality) -> Self {
    .key("municipality", "市町村", "municipality") { ReportCell(municipality($0)) }
  }

  /// The document that a row is about.
  static func document(_ document: @escaping (Row) -> DocumentID) -> Self {
    .key("document", "資料", "document") { ReportCell(document($0).rawValue) }
  }

  /// How much it matters what a row says.
  static func severity(_ severity: @escaping (Row) -> Diagnostic.Severity) -> Self {
    .text("severity", "重要度", "severity") { ReportCell(severity($0)) }
  }

  /// The kind of what a reader noticed.
  static func kind(_ code: @escaping (Row) -> Diagnostic.Code) -> Self {
    .text("code", "種類", "code") { ReportCell(code($0).label, value: code($0).rawValue) }
  }
}

extension ReportCell {
  /// Makes a cell of a municipality.
  init(_ municipality: Municipality) {
    self.init(municipality.name, value: municipality.code.sixDigits)
  }

  /// A computed figure with at most so many decimals, without trailing zeros.
  init(
    computed value: Double?, decimals: Int, sources: [Citation] = [],
    formula: LocalizedText? = nil
  ) {
    guard let value, let number = ExactDecimal(rounding: value, to: decimals) else {
      self = .notComputable
      return
    }
    self.init(number.withoutTrailingZeros, sources: sources, formula: formula)
  }

  /// A code that reads the same in both languages.
  init(code: String) { self.init(LocalizedText(code), value: code) }

  /// A figure that cannot be computed from what is printed.
  static let notComputable = ReportCell(
    missing: "not_computable", text: LocalizedText(ja: "算出不可", en: "not computable"))
}

extension ExactDecimal {
  /// The same number with no zero at the end of its decimals.
  fileprivate var withoutTrailingZeros: ExactDecimal {
    var text = Substring(description)
    guard text.contains(".") else { return self }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return ExactDecimal(text) ?? self
  }
}
