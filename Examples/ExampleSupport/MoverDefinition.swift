import MachiKurabe

/// Which movers of an export of 住民基本台帳人口移動報告 are taken.
public enum MoverChoice: String, Sendable, CaseIterable {
  /// 移動者, foreign residents too.
  case all
  /// 日本人移動者
  case japanese
  /// 外国人移動者
  case foreign

  /// The rows that are meant.
  var nationality: MoverRow.Nationality {
    switch self {
    case .all: .all
    case .japanese: .japanese
    case .foreign: .foreign
    }
  }
}

/// Whom the movers of a call count, which must be those whom the population counts.
struct MoverDefinition {
  /// Which movers are taken.
  let nationality: MoverRow.Nationality
  private let isStated: Bool

  /// Finds the movers that both files have and the options allow.
  ///
  /// `--nationality` decides, or else `--residents`; without them all movers are taken if the files have
  /// them.
  ///
  /// - Throws: ``UsageError`` if the files do not have the movers, `OpenDataError` with
  ///   `different-definition` if the population is said to count others.
  init(_ run: ToolRun, _ arrivals: MoverTable, _ departures: MoverTable) throws {
    let leaving = Set(departures.nationalities)
    let known = arrivals.nationalities.filter(leaving.contains)
    let residents = run[SocialChangeOptions.residents].flatMap { $0 == .notStated ? nil : $0 }
    isStated = residents != nil
    let wanted: MoverRow.Nationality?
    if let choice = run[SocialChangeOptions.nationality] {
      wanted = known.first { $0 == choice.nationality }
    } else if let residents {
      wanted = known.first { $0.foreignResidents == residents }
    } else {
      wanted = known.first
    }
    guard let wanted else {
      let labels = known.map(\.label)
      let option = run[SocialChangeOptions.nationality] == nil ? "--residents" : "--nationality"
      throw UsageError(
        code: .invalidValue, argument: option,
        message: LocalizedText(
          ja: "\(option) に合う移動者がファイルにありません（あるもの: \(labels.map(\.ja).joined(separator: "、"))）",
          en: "the files have no movers that go with \(option) (there are: "
            + "\(labels.map(\.en).joined(separator: ", ")))"))
    }
    if let residents { try wanted.check(residents, in: arrivals.document) }
    nationality = wanted
  }

  /// Says on standard error that a file of open data does not say whom it counts.
  static func tellUnknown(_ stock: AgeInput, _ run: ToolRun) {
    guard stock.isOpenData else { return }
    run.note(
      LocalizedText(
        ja: "\(stock.name) は外国人住民を含むかどうかを示していません。移動者も同じ人を数えている必要があります",
        en:
          "\(stock.name) does not say whether it counts foreign residents; the movers must count the same "
          + "people"))
  }

  /// Says on standard error whom the movers count, if the population does not say whom it counts.
  func tell(stock: AgeInput, _ run: ToolRun) {
    guard !isStated else { return }
    let label = nationality.label
    run.note(
      LocalizedText(
        ja: "数える移動者: \(label.ja)。\(stock.name) は外国人住民を含むかどうかを示していないため、"
          + "同じ人を数えているものとします（--residents で指定）",
        en:
          "the movers are \(label.en); \(stock.name) does not say whether it counts foreign residents and "
          + "is taken to count the same people (say so with --residents)"))
  }

  /// Says how many movers are outside the totals because their last address is not known.
  func tellUnknownOrigins(of rows: [MoverRow], _ run: ToolRun) {
    let count = rows.reduce(0) { sum, row in
      let numbers = row.originNotReported
      let parts = (numbers[.male]?.value ?? 0) + (numbers[.female]?.value ?? 0)
      return sum + (numbers[.both]?.value ?? parts)
    }
    guard count > 0 else { return }
    run.note(
      LocalizedText(
        ja: "移動前の住所地不詳の\(count)人は転入に含みません",
        en:
          "\(count) movers whose last address is not known (移動前の住所地不詳) are not among the in-migrants"
      ))
  }
}
