import MunicipalModel

/// The lines of a document that are written in one way, as its headings of one level are.
struct HeadingFamily {
  /// How they are written; of headings that only the file marks, an empty shape.
  let shape: HeadingShape
  /// The level that the file itself gives them, where nothing else tells them.
  let headingLevel: Int?
  /// The lines, in order.
  private(set) var lines: [HeadingShape.Line]

  /// The names that levels have in plans, the outermost first, and the words that they are told by.
  static let levelWords: [(level: PlanLevel, words: [String])] = [
    (
      .goal,
      [
        "基本目標", "重点目標", "政策目標", "戦略目標", "目標", "基本方針", "政策", "基本政策", "柱", "施策の柱", "戦略", "基本戦略",
        "重点戦略",
        "分野", "重点分野", "まちづくりの目標", "将来像", "テーマ", "重点プロジェクト",
      ]
    ),
    (.direction, ["基本的方向", "基本的な方向", "基本的方向性", "施策の方向", "施策の基本的方向", "方向", "方向性"]),
    (.measure, ["施策", "基本施策", "具体的施策", "主要施策", "個別施策", "施策項目", "単位施策", "取組方針", "取組の柱"]),
    (.project, ["事業", "取組", "取り組み", "具体的取組", "主な取組", "具体的な取組", "主要事業", "プロジェクト"]),
  ]

  /// The level that the word of the shape names.
  var namedLevel: PlanLevel? {
    let word = shape.word
    return Self.levelWords.first { $0.words.contains(word) }?.level
  }

  /// The level as a layout's rule says it.
  func rule(_ level: PlanLevel) -> HeadingRule? {
    if let headingLevel {
      return HeadingRule(level: level, pattern: .whole, headingLevel: headingLevel)
    }
    let isSpaced = lines.allSatisfy { $0.isSpaced || $0.title.isEmpty }
    guard let pattern = HeadingPattern(shape.pattern(isSpaced: isSpaced)) else { return nil }
    return HeadingRule(
      level: level, pattern: pattern, isBeforeTable: shape.numbers.isEmpty && shape.word.isEmpty,
      effect: hasRepeatedLine ? .resumes : .opens)
  }

  /// Whether a number and its title stand on several lines, as in a table of contents.
  private var hasRepeatedLine: Bool {
    !shape.numbers.isEmpty
      && Set(lines.map { "\($0.numbers) \(TextFolding.key($0.title))" }).count < lines.count
  }

  // MARK: Finding

  /// The families of a document's lines that stand alone.
  static func all(in session: DocumentSession) -> [HeadingFamily] {
    var families: [HeadingFamily] = []
    var positions: [HeadingShape: Int] = [:]
    var told: [Int: Int] = [:]
    func add(_ shape: HeadingShape, _ read: HeadingShape.Line) {
      if let position = positions[shape] {
        families[position].lines.append(read)
      } else {
        positions[shape] = families.count
        families.append(HeadingFamily(shape: shape, headingLevel: nil, lines: [read]))
      }
    }
    for line in 1...session.document.lineCount where !session.isBlank(line) {
      guard session.isLone(line) else {
        for (shape, read) in labelled(line, in: session) { add(shape, read) }
        continue
      }
      let text = session.text(line)
      if let (shape, read) = HeadingShape.read(text, at: line) {
        add(shape, read)
      } else if let level = session.document.headingLevel(line) {
        let read = HeadingShape.Line(line: line, numbers: [], title: text, isSpaced: true)
        if let position = told[level] {
          families[position].lines.append(read)
        } else {
          told[level] = families.count
          let shape = HeadingShape(opening: "", numbers: [], closing: "")
          families.append(HeadingFamily(shape: shape, headingLevel: level, lines: [read]))
        }
      }
    }
    return families.filter(\.isPlausible)
  }

  /// The headings that a row prints in cells, if it belongs to no table of indicators.
  private static func labelled(
    _ line: Int, in session: DocumentSession
  ) -> [(HeadingShape, HeadingShape.Line)] {
    let cells = session.cells(line)
    guard TableHeading.find(at: line, in: session, rules: ColumnRule.common) == nil else {
      return []
    }
    return cells.indices.compactMap { place in
      let word = TextFolding.key(cells[place])
      guard levelWords.contains(where: { $0.words.contains(word) }),
        let labelled = LabelledCells(cells, at: place),
        TableColumn(heading: cells[labelled.titleCell - 1]).role == .unknown
      else { return nil }
      if let read = HeadingShape.read(labelled.text, at: line) { return (read.shape, read.line) }
      return (
        HeadingShape(opening: word, numbers: [], closing: ""),
        HeadingShape.Line(
          line: line, numbers: [], title: cells[labelled.titleCell - 1], isSpaced: true)
      )
    }
  }

  /// Whether the lines may be headings: numbers that rise, and titles that differ.
  private var isPlausible: Bool {
    let titles = lines.map { TextFolding.key($0.title) }
    let distinct = Set(titles).count
    if lines.count >= 4, distinct * 2 < lines.count, !titles.contains("") { return false }
    let labels = titles.filter { title in Self.tableTitles.contains { title.contains(word: $0) } }
    if labels.count * 2 > lines.count { return false }
    if shape.numbers.isEmpty, shape.word.isEmpty { return headingLevel != nil || lines.count >= 2 }
    if namedLevel != nil { return true }
    guard lines.count >= 2 else { return false }
    let steps = zip(lines, lines.dropFirst()).map { Self.follows($0.numbers, $1.numbers) }
    return (lines.first?.numbers.last ?? 9) <= 2
      && steps.count(where: { $0 }) * 5 >= steps.count * 4
  }

  /// What the title of a table says that is no name of a part of a plan.
  private static let tableTitles = [
    "数値目標", "重要業績評価指標", "KPI", "成果指標", "評価指標", "目標指標", "指標一覧", "現状と課題", "主な取組", "今後の方向", "評価結果",
  ]

  /// Whether numbers go on by one or begin anew.
  private static func follows(_ last: [Int], _ next: [Int]) -> Bool {
    guard let before = last.last, let after = next.last else { return true }
    return after == before + 1 || after == before || after == 1
      || next.count > 1 && next.dropLast().lexicographicallyPrecedes(last.dropLast())
  }
}
