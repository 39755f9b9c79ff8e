import MunicipalModel

/// The number and the title in a cell that names a node: 1-1 企業誘致, 基本目標2 ひと, (3) 起業.
struct LevelName: Hashable {
  let number: String
  let title: String

  /// Takes a cell apart; the whole of it is the title where no number stands before it.
  ///
  /// - Parameter heading: the heading of the column, whose word may stand before the number.
  init(_ text: String, heading: String) {
    var scanner = TextScanner(text)
    scanner.skipSpaces()
    _ = scanner.read { "【[「〔<■□◆◇●○".unicodeScalars.contains($0) }
    let words = [TableColumn.name(TextFolding.key(heading)), "基本目標", "基本的方向", "施策", "政策", "第"]
    _ = scanner.skip(anyOf: words.filter { !$0.isEmpty })
    scanner.skipSpaces()
    let isBracketed = scanner.skip("(")
    let start = scanner.position
    while HeadingNumber.any.skip(&scanner) {
      guard let mark = scanner.current, FigureMarks.isDash(mark) || mark == "." || mark == "の",
        let next = scanner.peek(1), next.decimalDigit != nil
      else { break }
      scanner.position += 1
    }
    let end = scanner.position
    let isSign = end > start && scanner.scalars[end - 1].decimalDigit == nil
    let isClosed = !isBracketed || scanner.skip(")")
    let afterNumber = scanner.position
    _ = scanner.read { " :.、,)】]」〕>章節".unicodeScalars.contains($0) }
    // 3世代同居 has no number, and neither has 十勝.
    let isIdeograph = end > start && scanner.scalars[start].properties.isIdeographic
    let isParted =
      isBracketed || scanner.position > afterNumber || scanner.isAtEnd || isSign && !isIdeograph
    guard end > start, isClosed, isParted else {
      number = ""
      title = TextFolding.trimmed(text)
      return
    }
    number = HeadingNumber.text(start..<end, scanner)
    title = TextFolding.trimmed(scanner.original(scanner.position..<scanner.scalars.count))
  }
}
