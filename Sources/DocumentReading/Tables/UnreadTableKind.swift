import MunicipalModel

/// What an unread table looks like, and what keeps it from being read.
enum UnreadTableKind {
  /// The people of one time by age.
  case ages
  /// The months of a year that stands elsewhere.
  case months
  /// Items of the population without years.
  case itemsWithoutYears
  /// Years without an item that is known.
  case yearsWithoutItems
  /// Items and years, with something between them that is neither.
  case itemsAndYears

  /// - Parameter rows: the cells of the first rows.
  init?(_ rows: [[String]]) {
    let across = rows.prefix(3).flatMap { $0.dropFirst() }.filter { !$0.isEmpty }
    let down = rows.dropFirst().compactMap(\.first).filter { !$0.isEmpty }
    let seconds = rows.dropFirst().compactMap { $0.dropFirst().first }.filter { !$0.isEmpty }
    func some(_ count: Int, _ isMeant: (String) -> Bool) -> Bool {
      [across, down, seconds].contains { $0.count(where: isMeant) >= count }
    }
    let names = PopulationTable(rules: PopulationItemRule.common, area: .japan)
    let items = (across + down + seconds).count { names.rule(label: $0, group: "") != nil }
    // Figures are not taken for years: 1,925 households without a comma.
    let hasYears = [Array(rows.first?.dropFirst() ?? []), down].contains {
      $0.count(where: Self.isYear) >= 2
    }
    if some(4, { AgeLabel.isRange($0) }) {
      self = .ages
    } else if some(3, { Self.isMonth($0) }) {
      self = .months
    } else if items >= 2 {
      self = hasYears ? .itemsAndYears : .itemsWithoutYears
    } else if hasYears {
      self = .yearsWithoutItems
    } else {
      return nil
    }
  }

  private static func isYear(_ text: String) -> Bool {
    var reader = PopulationYearReader(bareYear: .calendar)
    return (try? reader.read(text)) != nil
  }

  /// 4月, but not 令和5年4月.
  private static func isMonth(_ text: String) -> Bool {
    var scanner = TextScanner(TextFolding.key(text))
    return scanner.number(maximumDigits: 2) != nil && scanner.skip("月") && scanner.isAtEnd
  }

  /// What it is and what to do, to stand behind 読んでいません.
  var advice: LocalizedText {
    switch self {
    case .ages:
      LocalizedText(
        ja: "年齢別の表のようです。年齢を縦に、男・女を横に並べた表にすると machi ages --population で読めます",
        en:
          "it seems to be a table by age; with ages down and men and women across, machi ages --population reads it"
      )
    case .months:
      LocalizedText(
        ja: "月別の表のようです。月の欄に年がないため、いつの値か分かりません（「令和5年4月」と書くと読めます）",
        en:
          "it seems to be a table of months without their year; written as 令和5年4月 they can be read")
    case .itemsWithoutYears:
      LocalizedText(
        ja: "人口の項目はありますが、年の行や列が2つ以上見つかりません（年は「令和3年」「2021年」「R3」と書きます）",
        en:
          "it has items of the population, but not two rows or columns of years, such as 令和3年, 2021年 or R3"
      )
    case .yearsWithoutItems:
      LocalizedText(
        ja: "年は並んでいますが、人口の項目や指標・目標として読める見出しがありません（layout の population の items に書くと読めます）",
        en:
          "it has years, but no heading that is known as an item of the population, an indicator or a target; "
          + "the layout can name one (population, items)")
    case .itemsAndYears:
      LocalizedText(
        ja: "人口の表のようですが、年でない行や列が年の間か前にあります（それを除くか、layout の population に書くと読めます）",
        en:
          "it seems to be a table of the population, but rows or columns that are no years stand between or before "
          + "them; without these, or with a layout (population), it can be read")
    }
  }
}

extension AgeLabel {
  /// Whether a text is of more than one age: 0～4歳, 85歳以上.
  fileprivate static func isRange(_ text: String) -> Bool {
    guard let label = try? AgeLabel(printed: text), case .group = label else { return false }
    return text.contains { !$0.isNumber }
  }
}
