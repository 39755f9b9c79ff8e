public import MunicipalModel

/// Survival ratios with the tables and the cells that they come from, such as Japan's (全国の生残率).
public struct CitedSurvivalRatios: Hashable, Sendable {
  /// The years of the life tables that are built in: 完全生命表 of 厚生労働省.
  public static let lifeTableYears = [2010, 2015, 2020]

  /// The years of the built-in life tables used: both ends of the period, or the one that there is.
  public let lifeTables: [Int]
  /// The ratios; Japan's are by five-year age to 90 and over, from birth too.
  public let ratios: SurvivalRatios
  /// The cells of the ratios, table by table.
  public let citations: [Citation]
  /// The rows of the cells, in the same order.
  let rows: [SurvivalRatios.Row]
  /// The names of the life tables as printed.
  public let statistics: [String]

  /// Makes ratios of one's own, such as those of a prefecture's life table.
  ///
  /// - Parameters:
  ///   - ratios: the ratios.
  ///   - statistics: the names of the tables that they come from.
  package init(_ ratios: SurvivalRatios, statistics: [String]) {
    self.init(
      lifeTables: [], ratios: ratios, citations: [], rows: [], statistics: statistics)
  }

  private init(
    lifeTables: [Int], ratios: SurvivalRatios, citations: [Citation],
    rows: [SurvivalRatios.Row], statistics: [String]
  ) {
    self.lifeTables = lifeTables
    self.ratios = ratios
    self.citations = citations
    self.rows = rows
    self.statistics = statistics
  }

  /// Survival over five years, by the life tables at both ends of the period.
  ///
  /// Formula: the mean of both tables' ratios (期間生残率, as 社人研 forms it). Of 2005–2010, whose first
  /// table is not built in, the ratios are those of the table of 2010 alone; ``lifeTables`` says so.
  ///
  /// - Parameters:
  ///   - start: the first year, such as 2010.
  ///   - end: the last year; five years later.
  /// - Throws: ``AgeMethodError`` with `missing-survival` if neither table is built in or the period is
  ///   not one of five years from census to census.
  public static func japan(from start: Int, to end: Int) throws(AgeMethodError) -> Self {
    let subject = SurvivalRatios.subject
    let years = [start, end].filter(lifeTableYears.contains)
    guard end - start == 5, start % 5 == 0, let last = years.last else {
      let built = lifeTableYears.map(String.init)
      throw AgeMethodError(
        code: .missingSurvival, subject: subject, text: "\(start)–\(end)",
        hint: LocalizedText(
          ja: "内蔵しているのは国勢調査から次の国勢調査までの5年間の生残率で、\(built.joined(separator: "、"))年の生命表によります。"
            + "ほかの期間は、生残率のいらないコーホート変化率で計算できます",
          en:
            "built in are ratios over the five years from a census to the next, by the life tables of "
            + "\(built.joined(separator: ", ")); cohort change needs none and takes any period"))
    }
    let rows = try JapanSurvivalFile.rows()
    func ratios(_ year: Int) throws(AgeMethodError) -> SurvivalRatios {
      try SurvivalRatios(years: 5, rows: rows.filter { $0.year == year }.map(\.row))
    }
    var mean = try ratios(last)
    if let first = years.first, first != last { mean = try .mean(ratios(first), mean) }
    let used = rows.filter { years.contains($0.year) }
    return Self(
      lifeTables: years, ratios: mean, citations: used.map(\.citation),
      rows: used.map(\.row), statistics: used.map(\.statistic).uniqued)
  }

  /// The cells of one sex and age at the start, of every life table used; from birth if `age` is `nil`.
  public func citations(of sex: Sex, at age: AgeGroup?) -> [Citation] {
    zip(rows, citations).compactMap { row, citation in
      guard sex == .both || row.sex == sex else { return nil }
      guard let age else { return row.isFromBirth ? citation : nil }
      return !row.isFromBirth && row.age.overlaps(age) ? citation : nil
    }
  }
}

/// The built-in file of survival ratios, `japan-survival-ratios.csv`.
///
/// Columns: life_table_year, years (of survival), sex, age_from (`birth`: from birth to 0–4), age_to
/// (blank: open-ended), survival_ratio, statistic.
enum JapanSurvivalFile {
  struct Row {
    let year: Int
    let row: SurvivalRatios.Row
    let statistic: String
    let citation: Citation
  }

  static func rows() throws(AgeMethodError) -> [Row] {
    let name = "japan-survival-ratios"
    let text = BuiltInFiles.all.text(name + ".csv")
    func fault(_ line: Int) -> AgeMethodError {
      AgeMethodError(code: .missingSurvival, subject: SurvivalRatios.subject, row: line, text: name)
    }
    guard let table = try? DelimitedText(Array(text.utf8)).rows, table.count > 1 else {
      throw fault(1)
    }
    var rows: [Row] = []
    for line in table.dropFirst() {
      guard line.cells.count == 7, let year = Int(line.cells[0]), line.cells[1] == "5",
        let sex = Sex(rawValue: line.cells[2]), let ratio = ExactDecimal(line.cells[5]),
        let age = AgeGroup.builtIn(from: line.cells[3], to: line.cells[4])
      else { throw fault(line.line) }
      rows.append(
        Row(
          year: year,
          row: SurvivalRatios.Row(
            sex, age, ratio.doubleValue, isFromBirth: line.cells[3] == "birth", row: line.line),
          statistic: line.cells[6],
          citation: Citation(
            document: DocumentID(rawValue: name), line: line.line, cell: 6,
            headings: [line.cells[6], sex.rawValue], printed: line.cells[5])))
    }
    return rows
  }
}

extension AgeGroup {
  /// The ages between two cells of a built-in file; `birth` is from birth to 0–4, a blank end is open.
  static func builtIn(from: String, to: String) -> Self? {
    if from == "birth" { return Self(0, through: 4) }
    guard let first = Int(from) else { return nil }
    return to.isEmpty ? Self(andOver: first) : Int(to).flatMap { Self(first, through: $0) }
  }
}
