import MunicipalModel

/// A unit as a cell or a bracket prints it, perhaps with how its figures are counted: 件（累計）, 人・累計, 累計／件.
struct PrintedUnit {
  /// The unit with its width folded; empty if there is none.
  private(set) var unit = ""
  /// Over which time figures count that are printed below such a unit.
  private(set) var accumulation: Accumulation?

  /// Takes a printed unit apart. A text that is no unit stays as it is, folded.
  init(_ printed: String) {
    let text = TextFolding.trimmed(printed)
    guard let parts = Self.parts(of: text) else {
      unit = TextFolding.key(text)
      return
    }
    self = parts
  }

  private init(unit: String, accumulation: Accumulation?) {
    self.unit = unit
    self.accumulation = accumulation
  }

  /// The parts of a text that is a unit, a word of accumulation, or both; `nil` for any other text.
  static func parts(of text: String) -> PrintedUnit? {
    let key = TextFolding.key(text)
    guard !key.isEmpty, key.utf8.count <= 60 else { return nil }
    if MeasureUnit.isUnit(key) { return PrintedUnit(unit: key, accumulation: nil) }
    if let accumulation = accumulation(key) {
      return PrintedUnit(unit: "", accumulation: accumulation)
    }
    var found = PrintedUnit(unit: "", accumulation: nil)
    for part in key.split(whereSeparator: { "・、,/:()[]【】〔〕".contains($0) }).map(String.init)
    where part != "単位" {
      if found.accumulation == nil, let word = accumulation(part) {
        found.accumulation = word
      } else if found.unit.isEmpty, MeasureUnit.isUnit(part) {
        found.unit = part
      } else {
        return nil
      }
    }
    return found.accumulation == nil || found.unit.isEmpty ? nil : found
  }

  /// 累計, 累積値 or 5年間累計. Means of several years are often what an indicator is, and are left.
  private static func accumulation(_ key: String) -> Accumulation? {
    var scanner = TextScanner(key)
    if (try? Period.scan(&scanner)) == nil {
      scanner.position = 0
      if scanner.number(maximumDigits: 2) != nil {
        guard
          scanner.skip(anyOf: ["年間", "か年", "ヶ年", "カ年", "ケ年", "箇年", "年"]) != nil
        else { return nil }
      } else {
        _ = scanner.skip(anyOf: ["計画期間中", "計画期間内", "計画期間", "期間中", "期間内", "期間"])
      }
    }
    _ = scanner.skip(anyOf: ["の", "からの"])
    guard scanner.skip(anyOf: ["累計", "累積"]) != nil else { return nil }
    _ = scanner.skip(anyOf: ["値", "数"])
    return scanner.isAtEnd ? .cumulative : nil
  }
}
