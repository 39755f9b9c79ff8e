import MunicipalModel

/// What the lines at a table of the population say about all of it.
extension DocumentSession {
  /// How many lines right above a table may say what it is about.
  private static let captionLines = 3

  /// The lines of one cell right above a table, the nearest first, that are short enough for a caption and no note
  /// about sources.
  func captions(above heading: Int) -> [Int] {
    filledLines(above: heading, count: Self.captionLines).prefix { isLone($0) }
      .filter { PopulationPlaces.isCaption(loneText($0)) }
  }

  /// The headings that the file itself sets over a line, such as the name of a sheet, the innermost first.
  private func headings(over line: Int) -> [Int] {
    guard document.hasForm else { return [] }
    var found: [Int] = []
    var level = Int.max
    for above in stride(from: line - 1, to: 0, by: -1) where level > 1 {
      guard let own = document.headingLevel(above), own < level else { continue }
      found.append(above)
      level = own
    }
    return found
  }

  /// The text of a line of one cell.
  private func loneText(_ line: Int) -> String {
    isTableRow(line) ? cells(line).filter { !$0.isEmpty }.joined(separator: " ") : text(line)
  }

  /// The other place, or the part of the people, that a table is about, with the line that says so; `nil` if it is
  /// about the municipality.
  ///
  /// The nearest line that says whom it is about decides: the corner of the heading, the captions above it, or
  /// else the headings over it.
  func otherSubject(tableAt heading: Int, of area: Area) -> (line: Int, name: String)? {
    let places = PopulationPlaces(area)
    guard places.own != nil else { return nil }
    if let corner = cells(heading).first {
      switch places.subject(ofCell: corner) {
      case .place(let name)?: return (heading, name)
      case .people?: return (heading, corner)
      case .whole?, nil: break
      }
    }
    let captions = captions(above: heading)
    let found =
      captions.lazy.compactMap { line in
        places.subject(ofCaption: self.loneText(line)).map { (line, $0) }
      }.first
      ?? headings(over: heading).lazy.filter { !captions.contains($0) }.compactMap { line in
        // A chapter 「地域の…」 is about more than its tables.
        let text = self.loneText(line)
        let subject =
          text.contains("人口") ? places.subject(ofCaption: text) : places.subject(ofCell: text)
        return subject.map { (line, $0) }
      }.first
    switch found {
    case (let line, .place(let name))?:
      return isOfOneColumn(name, tableAt: heading) ? nil : (line, name)
    case (let line, .people)?: return (line, loneText(line))
    case (_, .whole)?, nil: return nil
    }
  }

  /// Whether a table has a column of a place beside one of the municipality: 人口 | 人口集中地区人口.
  private func isOfOneColumn(_ place: String, tableAt heading: Int) -> Bool {
    let names = (cells(heading) + tableLines(below: heading).map { cells($0).first ?? "" })
      .map { TextFolding.key($0) }
    let word = TextFolding.key(place)
    return names.contains { name in
      name.contains(word: word) && names.contains(name.replacing(word, with: ""))
        && name != word
    }
  }

  /// Whom a row of one cell within a table says that the rows below it are about.
  func section(
    _ line: Int, in places: PopulationPlaces
  ) -> (name: String, subject: PopulationSubject)? {
    guard isTableRow(line), cells(line).count(where: { !$0.isEmpty }) == 1 else { return nil }
    let text = loneText(line)
    let subject = places.subject(ofCell: text) ?? places.subject(ofCaption: text)
    return subject.map { (text, $0) }
  }

  /// Tells a table that is about another place; its rows are known.
  mutating func noteOtherSubject(
    _ other: (line: Int, name: String), tableAt heading: Int, of area: Area
  ) {
    keep(other.line)
    for row in rowLines(below: heading) {
      keepRow(row)
      pass(row)
    }
    note(
      .warning, "other-area", at: cite(heading),
      ja: "「\(other.name)」の表なので、\(area.name)の値としては読んでいません",
      en: "a table of \"\(other.name)\", which is not read as one of \(area.name)")
  }

  // MARK: Years

  /// Whether a table at a line counts by fiscal years, as its corner (年度) or a caption (各年度) says; whether that
  /// holds of years that are printed with 年 too.
  func countsFiscalYears(tableAt heading: Int) -> (bare: Bool, all: Bool) {
    let captions = captions(above: heading).map { key($0) }
    if captions.contains(where: { $0.contains("暦年") }) { return (false, false) }
    let all = captions.contains { caption in
      ["各年度", "年度別", "年度ごと", "(年度)", "年度間", "年度の推移"].contains(where: caption.contains)
    }
    let corner = key(cell: cells(heading).first ?? "")
    return (all || ["年度", "各年度", "会計年度", "年度別", "年度(和暦)", "年度(西暦)"].contains(corner), all)
  }

  private func key(cell: String) -> String { TextFolding.key(cell) }

  /// The caption that says that a table is of the future, without saying from when on: 将来人口の推計.
  private func futureCaption(tableAt heading: Int) -> Int? {
    let captions = captions(above: heading)
    return (captions + headings(over: heading).filter { !captions.contains($0) })
      .first { key($0).contains("人口") && PopulationYearReader.saysFuture(key($0)) }
  }

  /// Whether a caption says that a table has what was, too: 人口の推移と将来推計.
  private func saysPast(_ line: Int) -> Bool {
    ["推移", "実績", "動向", "現状"].contains { key(line).contains($0) }
  }

  /// The newest census of which counts are published.
  private static let newestCensus = 2020

  /// The last year that is counted in a table whose captions say that it has what was and what is to come.
  ///
  /// Yearly figures are counted ones. Of those every five years, a census is; a projection goes 30 years beyond
  /// the census that it begins with, or 50 where it goes further than 2050.
  private static func lastCounted(of years: [Int]) -> Int? {
    let known = Set(years)
    let yearly = years.filter { known.contains($0 - 1) }.max()
    let end = years.max() ?? 0
    let past = min(newestCensus, end - (end > 2050 ? 50 : 30))
    let census = years.filter { $0 % 5 == 0 && $0 <= past }.max()
    return [yearly, census].compactMap { $0 }.max()
  }

  /// The years of a table, across or down.
  private mutating func years(
    ofTableAt heading: Int, bareYear: Period.YearKind
  ) -> (years: [Int], areMarked: Bool) {
    let across = Array(cells(heading).dropFirst())
    let down = rowLines(below: heading).map { cells($0).first ?? "" }
    for texts in [across, down] {
      var reader = PopulationYearReader(bareYear: bareYear)
      let read = texts.map { ($0, try? reader.read($0)) }.filter { $0.1 != nil }
      guard read.count > 1 else { continue }
      let areMarked = read.contains { PopulationYearReader.isMarked($0.0) }
      return (read.compactMap { $0.1?.period.year }, areMarked)
    }
    return ([], false)
  }

  /// The first year that is projected in a table whose caption is of the future: what follows the first year, or
  /// the last one that the year after it follows.
  ///
  /// That is told, because the first years may be counted ones.
  ///
  /// Where no caption speaks of the future, the years themselves may: none of those that come later than ten years
  /// after the newest census is counted.
  mutating func assumedProjection(tableAt heading: Int, bareYear: Period.YearKind) -> Int? {
    let caption = futureCaption(tableAt: heading)
    let (years, areMarked) = years(ofTableAt: heading, bareYear: bareYear)
    guard !areMarked, let first = years.min(), let end = years.max(), years.count > 1 else {
      return nil
    }
    guard let caption else {
      let uncounted = Self.newestCensus + 10
      let last = Self.lastCounted(of: years) ?? min(first, uncounted)
      guard end > uncounted, last < end else { return nil }
      note(
        .warning, "assumed-projection", at: cite(heading),
        ja:
          "\(end)年までの表です。どの年からが推計か書かれていないため、\(last)年より後を推計とみなしました（違うときは projected_from で指定）",
        en:
          "a table up to \(end); from which year on it is projected is not said, and what is after "
          + "\(last) is taken for projected (projected_from says otherwise)")
      return last + 1
    }
    keep(caption)
    let last = saysPast(caption) ? Self.lastCounted(of: years) ?? first : first
    note(
      .warning, "assumed-projection", at: cite(caption),
      ja:
        "将来の人口の表です。どの年からが推計か書かれていないため、\(last)年より後を推計とみなしました（違うときは projected_from で指定）",
      en:
        "a table of the future; from which year on it is projected is not said, and what is after "
        + "\(last) is taken for projected (projected_from says otherwise)")
    return last + 1
  }
}
