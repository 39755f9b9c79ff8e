import MunicipalModel

/// How a line that may be a heading is written, apart from its number and its title.
struct HeadingShape: Hashable {
  /// What stands before the number: 基本目標, (, 第, or a mark such as ◆.
  let opening: String
  /// The styles of the numbers; empty of a heading that has none.
  let numbers: [HeadingNumber]
  /// What stands behind the number: ), 章, 】.
  let closing: String

  /// A line of the shape.
  struct Line: Hashable {
    let line: Int
    let numbers: [Int]
    let title: String
    /// Whether a space stands before the title.
    let isSpaced: Bool
  }

  /// The word of the opening without marks, such as 基本目標.
  var word: String {
    String(opening.unicodeScalars.filter { $0.properties.isAlphabetic }.map(Character.init))
  }

  /// The pattern of a layout that fits lines of the shape.
  ///
  /// - Parameter isSpaced: whether all of them have a space before the title.
  func pattern(isSpaced: Bool) -> String {
    guard !numbers.isEmpty else {
      return opening + (word.isEmpty ? "" : " ") + "{title}" + closing
    }
    let styles = numbers.map { word.isEmpty ? $0.rawValue : HeadingNumber.any.rawValue }
    let isParted = isSpaced || word.isEmpty && closing.isEmpty && numbers.last == .digits
    return opening + styles.joined(separator: "-") + closing + (isParted ? " " : "") + "{title}"
  }
}

extension HeadingShape {
  private static let openingMarks = Set("■□◆◇●○◎▼▽▲△★☆▶►▷〇(（[［【〔《<＜〈「『≪".unicodeScalars)
  private static let closingMarks = Set(")）]］】〕》>＞〉」』≫.．、,，:：".unicodeScalars)
  private static let units = ["章", "節", "編", "部", "項"]
  private static let longest = 60
  /// Words before a number that is no heading's.
  private static let otherWords: Set<String> = [
    "令和", "平成", "昭和", "大正", "明治", "西暦", "表", "図", "図表", "別表", "グラフ", "写真", "資料", "別紙", "注", "問",
    "約", "計", "年", "ページ", "頁", "人口", "様式", "別添", "参考", "R", "H", "S", "P", "p", "No", "NO", "指標",
    "KPI",
    "数値目標", "ver", "Ver", "平均", "全", "合計", "満", "単位", "注釈", "更新日", "ページ番号", "最終更新日",
  ]
  /// What stands behind the number of something else than a heading.
  private static let countedThings = Set("年月日期人件社円戸回個所位割%倍歳代か箇カヶ千百万億次度".unicodeScalars)

  /// Takes a line apart; `nil` if it can be no heading.
  static func read(_ text: String, at line: Int) -> (shape: HeadingShape, line: Line)? {
    var scanner = TextScanner(text)
    guard scanner.scalars.count <= longest, !scanner.scalars.contains("。") else { return nil }
    scanner.skipSpaces()
    let start = scanner.position
    _ = scanner.read { openingMarks.contains($0) || $0 == " " }
    let wordStart = scanner.position
    var numberStart = wordStart
    var first = number(&scanner)
    if first == nil {
      if !scanner.skip("第") { _ = scanner.read { isLetter($0) && !startsNumber($0) } }
      let word = TextFolding.key(scanner.original(wordStart..<scanner.position))
      scanner.skipSpaces()
      numberStart = scanner.position
      if !otherWords.contains(word), word.count <= 12 { first = number(&scanner) }
    }
    guard let first, !isCounted(scanner) else {
      return wordStart > start ? marked(text, at: line) : nil
    }
    var styles = [first.style]
    var values = [first.value]
    // 1-1 and 1.1; a point or a dash with nothing behind closes the number.
    while let mark = scanner.current, isJoint(mark) {
      let before = scanner.position
      scanner.position += 1
      guard let next = number(&scanner) else {
        scanner.position = before
        break
      }
      styles.append(next.style)
      values.append(next.value)
    }
    let unit = units.first { scanner.skip($0) } ?? ""
    let marks = scanner.read { closingMarks.contains($0) }
    let afterMarks = scanner.position
    scanner.skipSpaces()
    let isSpaced = scanner.position > afterMarks || scanner.isAtEnd
    let opening = TextFolding.key(scanner.original(start..<numberStart))
    // 1,234 is no heading 1.
    guard marks.isEmpty || isSpaced || scanner.current?.decimalDigit == nil else { return nil }
    let hasWord = opening.unicodeScalars.contains(where: isLetter)
    let isParted = !unit.isEmpty || !marks.isEmpty || isSpaced
    let isSign = first.style == .circled || first.style == .roman
    // 3世代 has no number, and neither has 一人.
    guard isParted || (hasWord || isSign) && scanner.current.map(isLetter) == true,
      !(opening.hasSuffix("第") && unit.isEmpty)
    else { return nil }
    let title = TextFolding.trimmed(scanner.original(scanner.position..<scanner.scalars.count))
    guard hasWord || !title.isEmpty else { return nil }
    return (
      HeadingShape(opening: opening, numbers: styles, closing: unit + marks),
      Line(line: line, numbers: values, title: title, isSpaced: isSpaced)
    )
  }

  /// A line that begins with a mark and has no number: ◆健康, 【産業】.
  private static func marked(_ text: String, at line: Int) -> (HeadingShape, Line)? {
    let scanner = TextScanner(text)
    let scalars = scanner.scalars.filter { $0 != " " }
    guard let first = scalars.first, let last = scalars.last, scalars.count > 2 else { return nil }
    let pairs: [Unicode.Scalar: Unicode.Scalar] = [
      "[": "]", "【": "】", "〔": "〕", "《": "》", "<": ">", "〈": "〉", "「": "」", "『": "』", "≪": "≫",
    ]
    if let closing = pairs[first] {
      guard last == closing else { return nil }
      let title = TextFolding.trimmed(TextFolding.trimmed(text).dropFirst().dropLast())
      return (
        HeadingShape(opening: String(first), numbers: [], closing: String(closing)),
        Line(line: line, numbers: [], title: title, isSpaced: false)
      )
    }
    guard first != "(" else { return nil }
    let title = TextFolding.trimmed(TextFolding.trimmed(text).dropFirst())
    return (
      HeadingShape(opening: String(first), numbers: [], closing: ""),
      Line(line: line, numbers: [], title: title, isSpaced: false)
    )
  }

  private static func number(_ scanner: inout TextScanner) -> (style: HeadingNumber, value: Int)? {
    let styles: [HeadingNumber] = [.digits, .circled, .roman, .kanji, .kana]
    for style in styles {
      if let value = style.read(&scanner) { return (style, value) }
    }
    return nil
  }

  private static func startsNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.decimalDigit != nil || scalar.properties.numericType == .digit
      || scalar.properties.numericType == .numeric && scalar.value < 0x3000
      || (0x2160...0x217F).contains(scalar.value)
  }

  /// Whether a number counts something: 3年, 5人.
  private static func isCounted(_ scanner: TextScanner) -> Bool {
    scanner.current.map(countedThings.contains) ?? false
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "・" || scalar == "ー"
  }

  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    FigureMarks.isDash(scalar) || scalar == "." || scalar == "－" || scalar == "ー"
  }
}
