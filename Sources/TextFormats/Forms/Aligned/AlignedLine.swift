/// A line of a text whose columns are aligned by spaces, and the words that blanks part it into.
struct AlignedLine {
  /// How far apart two neighbours stand.
  enum Gap: Int, Comparable {
    /// One blank.
    case narrow
    /// One blank between two words with digits.
    case figures
    /// Several blanks.
    case wide

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// How columns are counted: a character is one, as some programs count, or a wide one is two.
  enum Measure: CaseIterable { case characters, columns }

  /// A word, or several that make a cell.
  struct Cell {
    var text: String
    /// Where it stands if every character takes one column.
    var characters: Range<Int>
    /// Where it stands if wide characters take two.
    var columns: Range<Int>

    func span(_ measure: Measure) -> Range<Int> {
      measure == .characters ? characters : columns
    }
  }

  /// The words.
  let words: [Cell]
  /// The gap before each word but the first.
  private let gaps: [Gap]

  init(_ text: String) {
    var words: [Cell] = []
    var gaps: [Gap] = []
    var word = String.UnicodeScalarView()
    var start = (0, 0)
    var position = (0, 0)
    var blanks = 0
    var wasDigit = false
    func finish() {
      guard !word.isEmpty else { return }
      words.append(
        Cell(text: String(word), characters: start.0..<position.0, columns: start.1..<position.1))
      if words.count > 1 {
        let bothHaveDigits = wasDigit && Self.hasDigit(word)
        gaps.append(blanks > 1 ? .wide : bothHaveDigits ? .figures : .narrow)
      }
      wasDigit = Self.hasDigit(word)
      word = String.UnicodeScalarView()
      blanks = 0
    }
    for scalar in text.unicodeScalars {
      let isBlank = TextFolding.fold(scalar) == " "
      if isBlank {
        finish()
        blanks += 1
      } else {
        if word.isEmpty { start = position }
        word.append(scalar)
      }
      position.0 += 1
      position.1 += Self.isWide(scalar) ? 2 : 1
    }
    finish()
    self.words = words
    self.gaps = gaps
  }

  private static func hasDigit(_ word: String.UnicodeScalarView) -> Bool {
    word.contains { TextFolding.fold($0).decimalDigit != nil }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA1
      && (WidthRanges.contains(scalar.value, in: WidthRanges.wide)
        || WidthRanges.contains(scalar.value, in: WidthRanges.ambiguous))
  }

  /// How many cells there are if all gaps of a width part cells.
  func count(_ gap: Gap) -> Int { words.isEmpty ? 0 : 1 + gaps.count { $0 >= gap } }

  /// The cells if all gaps of a width part cells.
  func cells(_ gap: Gap) -> [Cell] {
    var cells: [Cell] = []
    for (index, word) in words.enumerated() {
      guard index > 0, gaps[index - 1] < gap else {
        cells.append(word)
        continue
      }
      cells[cells.count - 1].text += " " + word.text
      cells[cells.count - 1].characters =
        cells[cells.count - 1].characters.lowerBound..<word.characters.upperBound
      cells[cells.count - 1].columns =
        cells[cells.count - 1].columns.lowerBound..<word.columns.upperBound
    }
    return cells
  }

  /// The cells if the line parts into so many.
  func cells(count: Int) -> [Cell]? {
    for gap in [Gap.wide, .figures, .narrow] where self.count(gap) == count { return cells(gap) }
    return nil
  }

  /// Whether the line may be a row of a table.
  var mayBeRow: Bool { count(.wide) > 1 || count(.figures) > 3 }
}

extension AlignedLine.Cell {
  /// Whether it is a year of four digits and nothing else.
  var isBareYear: Bool {
    let key = TextFolding.key(text)
    return key.utf8.count == 4 && Int(key).map { (1900...2100).contains($0) } ?? false
  }

  /// Whether it is a figure, or a mark in the place of one, and no year.
  var isFigure: Bool {
    let key = TextFolding.key(text)
    if ["-", "―", "—", "–", "ー", "…", "・・・", "なし", "未定", "0"].contains(key) { return true }
    let rest = key.drop { "△▲-+−約(~".contains($0) }
    guard let first = rest.unicodeScalars.first, first.decimalDigit != nil else { return false }
    let unit = rest.drop {
      $0.unicodeScalars.allSatisfy { $0.decimalDigit != nil } || $0 == "." || $0 == ","
    }
    return !unit.hasPrefix("年") && !unit.hasPrefix("期") && !unit.hasPrefix("月")
  }
}
