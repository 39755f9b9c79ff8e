package import MunicipalModel

/// A cell: what a person reads, what a program reads, and where it comes from.
package struct ReportCell: Hashable, Sendable {
  /// What a program reads.
  package enum Value: Hashable, Sendable {
    /// A whole number.
    case integer(Int)
    /// A decimal with exactly the digits that are shown.
    case decimal(ExactDecimal)
    /// A word or a name.
    case text(String)
    /// No value, and a stable word for the reason. It is never a zero.
    case none(reason: String)
  }

  /// What a person reads.
  package private(set) var text: LocalizedText
  /// What a program reads.
  package let value: Value
  /// The unit, if it differs from the column's; empty otherwise.
  package let unit: String
  /// A stable word: `value`, `reference`, `label`, or the reason for no value.
  package let status: String
  /// The printed cells that the value was read from or computed from.
  package let sources: [Citation]
  /// How the value was computed; `nil` if it was read.
  package let formula: LocalizedText?
  /// A small drawing of the value, where the format can show one; the text says the same.
  package private(set) var graphic: CellGraphic?
  /// What has to be read with the figure; its words stand in the text.
  package var qualifiers: [FigureQualifier] = []
  /// What a grade or a severity says, for formats that colour it; its words stand in the text.
  package var tone: Tone? = nil

  /// Makes a cell from all its parts.
  ///
  /// - Parameters:
  ///   - status: by default `value` for a number, `label` for a text, or the reason.
  ///   - graphic: a small drawing that says what the text says.
  package init(
    text: LocalizedText, value: Value, unit: String = "", status: String? = nil,
    sources: [Citation] = [], formula: LocalizedText? = nil, graphic: CellGraphic? = nil
  ) {
    self.text = text
    self.value = value
    self.unit = unit
    self.status = status ?? value.defaultStatus
    self.sources = sources
    self.formula = formula
    self.graphic = graphic
  }

  /// What a grade or a severity says.
  package enum Tone: Hashable, Sendable {
    /// The highest grade.
    case good
    /// A grade between, or a warning.
    case middling
    /// The lowest grade, or an error.
    case bad
  }

  /// A cell that holds nothing by the table's layout, such as the second cell of a total.
  package static let empty = Self(missing: "empty", text: LocalizedText(""))

  /// Makes a cell of a word or a name.
  ///
  /// - Parameter value: a stable word for exported files; the Japanese text if it is not given.
  package init(_ text: LocalizedText, value: String? = nil, sources: [Citation] = []) {
    self.init(text: text, value: .text(value ?? text.ja), sources: sources)
  }

  /// Makes a cell of a text that reads the same in both languages.
  package init(_ text: String, sources: [Citation] = []) {
    self.init(LocalizedText(text), sources: sources)
  }

  /// Makes a cell without a value.
  ///
  /// - Parameters:
  ///   - code: a stable word for the reason, in snake case.
  ///   - text: what a person reads instead.
  package init(missing code: String, text: LocalizedText, sources: [Citation] = []) {
    self.init(text: text, value: .none(reason: code), sources: sources)
  }
}

extension ReportCell {
  /// The cell with a small drawing of its value.
  package func drawn(as graphic: CellGraphic) -> Self {
    var cell = self
    cell.graphic = graphic
    return cell
  }

  /// The cell with words behind what it says.
  package func followed(by words: LocalizedText) -> Self {
    var cell = self
    cell.text = text + words
    return cell
  }

  /// The cell with words around its figure, which its qualifiers name for programs.
  package func qualified(by qualifiers: [FigureQualifier]) -> Self {
    guard !qualifiers.isEmpty else { return self }
    var cell = self
    cell.text = FigureQualifier.text(text, qualifiers)
    cell.qualifiers += qualifiers
    return cell
  }

  /// The cell with the time of its figure behind it: 46人（2018年度）.
  package func dated(_ period: Period?) -> Self {
    guard let period, value.isNumber else { return self }
    return followed(
      by: LocalizedText(ja: "（\(period.label.ja)）", en: " (\(period.label.en))"))
  }
}

extension ReportCell {
  /// The status in words for people, where a reason for no value is what the cell shows; `nil` for the stable word.
  package func status(in language: Language?) -> String {
    guard let language else { return status }
    switch status {
    case "value": return LocalizedText(ja: "値", en: "value")[language]
    case "label": return LocalizedText(ja: "語", en: "label")[language]
    case "reference": return LocalizedText(ja: "参考", en: "reference")[language]
    default: return value.plainText == nil ? PlainText.line(text[language]) : status
    }
  }

  /// Whether the text is a drawing made of characters, which a drawn one takes the place of.
  package var isTextDrawn: Bool {
    guard case .diverging? = graphic else { return false }
    return true
  }
}

extension ReportCell.Value {
  package var isNumber: Bool {
    switch self {
    case .integer, .decimal: true
    case .text, .none: false
    }
  }

  package var defaultStatus: String {
    switch self {
    case .integer, .decimal: "value"
    case .text: "label"
    case .none(let reason): reason
    }
  }

  /// The value as exported files write it; `nil` for none.
  package var plainText: String? {
    switch self {
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .text(let text): text
    case .none: nil
    }
  }
}

/// A small drawing in a table's cell. Formats that cannot draw show the cell's text alone.
package indirect enum CellGraphic: Hashable, Sendable {
  /// A bar on the way to a target: 0 is where the way begins, 1 is the target.
  ///
  /// - `share`: how far the way has been gone; below 0 if it went backwards.
  /// - `elapsed`: the share of the time that has passed; `nil` if it is not known.
  /// - `beginsAtBaseline`: whether the way begins at the baseline; otherwise it begins at zero.
  case progress(share: Double, elapsed: Double?, beginsAtBaseline: Bool)
  /// A line through values in the order of time (スパークライン); `nil` leaves a gap.
  case sparkline([Double?])
  /// A bar to the left or the right of zero, as a share of its side: -1 fills the left one, 1 the right.
  ///
  /// It takes the place of a text that draws the same bar.
  case diverging(Double)
}
