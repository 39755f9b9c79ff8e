import MunicipalModel
import PlanAnalysis
import Rendering

/// The 17 goals by municipality; with a filter, every node that serves the goal, and why.
struct SDGSection {
  private let contents: CrosswalkContents

  init(_ contents: CrosswalkContents) { self.contents = contents }

  var section: ReportSection? {
    guard contents.filter.concept == nil, contents.filter.theme == nil else { return nil }
    return ReportSection(
      key: "sdgs", heading: LocalizedText(ja: "SDGs", en: "Sustainable Development Goals"),
      introduction: [Self.origin], charts: [chart],
      tables: [matrix] + (contents.filter.goal.map { [nodes($0)] } ?? []),
      closing: closing)
  }

  private static let origin = LocalizedText(
    ja: "ゴールは、資料に文字で記載されていればそれを使い（公表）、なければこのパッケージが指標の概念と語の規則から割り当てました（割当）。"
      + "画像のアイコンは文字データにないため、読めません。",
    en:
      "A goal that a document prints in its text is used (published); otherwise this package assigned "
      + "goals by the concepts of the indicators and by words (assigned). Icons are images that a "
      + "text does not have, and cannot be read.")

  private var goals: [SDGGoal] {
    contents.rules.goals.filter { (contents.filter.goal ?? $0.number) == $0.number }
  }

  private var matrix: ReportTable {
    let municipalities = contents.crosswalk.municipalities
    return ReportTable(
      key: "sdg_matrix",
      caption: LocalizedText(
        ja: "17のゴールと各市の総合戦略（ペースは中央値、1 = 予定どおり。括弧はペースの分かる指標の数）",
        en:
          "The 17 goals and the cities' strategies (median pace; 1 = on schedule; in brackets how "
          + "many indicators have one)"), rows: goals,
      columns: [.key("goal", "ゴール", "goal") { ReportCell($0.label, value: "\($0.number)") }]
        + municipalities.flatMap(columns) + [
          .text("basis", "根拠", "basis") { goal in
            basis(municipalities.map { contents.matrix.cell(goal.number, of: $0.code) })
          }
        ],
      notes: [
        LocalizedText(
          ja: "1つの事業や指標が複数のゴールに数えられます。",
          en: "A project or an indicator may count for several goals.")
      ], basis: contents.planBasis)
  }

  private func columns(_ municipality: Municipality) -> [TableColumn<SDGGoal>] {
    let name = municipality.name
    let code = municipality.code.sixDigits
    func cell(_ goal: SDGGoal) -> SDGMatrix.Cell {
      contents.matrix.cell(goal.number, of: municipality.code)
    }
    return [
      .number("projects_\(code)", "\(name.ja)\n事業", "\(name.en)\nprojects") {
        ReportCell(cell($0).projects)
      },
      .number("indicators_\(code)", "\n指標", "\nindicators") { ReportCell(cell($0).indicators) },
      .number("median_pace_\(code)", pace(municipality)) {
        ReportCell(median: cell($0).medianPace, of: cell($0).judged, to: 2)
      },
    ]
  }

  /// The heading of a municipality's paces, with the time up to which it has figures.
  private func pace(_ municipality: Municipality) -> LocalizedText {
    let newest = contents.crosswalk.newestActual(of: municipality.code)?.label
    return LocalizedText(
      ja: (newest.map { "（\($0.ja)まで）" } ?? "") + "\nペース",
      en: (newest.map { "(up to \($0.en))" } ?? "") + "\npace")
  }

  /// How many indicators serve each goal.
  private var chart: ReportChart {
    let columns = contents.crosswalk.municipalities.map { municipality in
      ChartCategory(municipality.name)
    }
    let series = goals.map { goal in
      ChartSeries(
        goal.label, key: "\(goal.number)",
        cells: contents.crosswalk.municipalities.map {
          ReportCell(contents.matrix.cell(goal.number, of: $0.code).indicators)
        })
    }
    return ReportChart(
      key: "sdg_indicators", kind: .heatMap,
      title: LocalizedText(ja: "ゴールごとの指標の数", en: "Indicators by goal"),
      summary: ChartSummary.all(series, of: columns),
      categoryLabel: LocalizedText(ja: "市町村", en: "municipality"),
      valueLabel: LocalizedText(ja: "総合戦略の指標の数", en: "indicators of the strategy"),
      categories: columns, series: series
    ).found(most)
  }

  /// The goal that most indicators of each municipality serve.
  private var most: LocalizedText? {
    let told = contents.crosswalk.municipalities.compactMap { municipality -> LocalizedText? in
      func count(_ goal: SDGGoal) -> Int {
        contents.matrix.cell(goal.number, of: municipality.code).indicators
      }
      return goals.max { count($0) < count($1) }.flatMap { goal in
        count(goal) == 0
          ? nil
          : LocalizedText(
            ja: "\(municipality.name.ja)は「\(goal.label.ja)」（\(count(goal))件）",
            en: "\(municipality.name.en): \(goal.label.en) (\(count(goal)))")
      }
    }
    guard !told.isEmpty, told.count <= AnswerTable.most else { return nil }
    return LocalizedText(ja: "指標が最も多いゴール: ", en: "The goal of most indicators, ")
      + told.joined("、", "; ")
  }

  private func basis(_ cells: [SDGMatrix.Cell]) -> ReportCell {
    let published = cells.reduce(0) { $0 + $1.publishedTags }
    if cells.allSatisfy({ $0.tags == 0 }) { return ReportCell(LocalizedText("-"), value: "none") }
    let assigned = cells.reduce(0) { $0 + $1.tags } - published
    if published == 0 { return ReportCell(SDGTag.assignedLabel, value: "assigned") }
    if assigned == 0 { return ReportCell(SDGTag.publishedLabel, value: "published") }
    return ReportCell(
      LocalizedText(
        ja: "公表\(published)・割当\(assigned)", en: "published \(published), assigned \(assigned)"),
      value: "mixed")
  }

  private func nodes(_ goal: Int) -> ReportTable {
    let rows = contents.matrix.nodes(serving: goal).compactMap { tagged in
      tagged.placed.node.sdgs.first { $0.goal == goal }.map { (tagged: tagged, tag: $0) }
    }
    return ReportTable(
      key: "sdg_nodes",
      caption: LocalizedText(ja: "ゴール\(goal)に当たる目標・施策・事業", en: "What serves goal \(goal)"),
      rows: rows,
      columns: [
        .municipality(\.tagged.municipality), .document(\.tagged.document),
        .key("level", "階層", "level") {
          let level = $0.tagged.placed.node.level
          return ReportCell(level.label, value: level.rawValue)
        },
        .key("node", "名称", "title") {
          ReportCell(node: $0.tagged.placed.node)
        },
        .text("basis", "根拠", "basis") {
          ReportCell($0.tag.basisLabel, value: $0.tag.isPublished ? "published" : "assigned")
        },
        .text("rationale", "理由", "reason") { ReportCell($0.tag.rationale) },
      ])
  }

  private var closing: [LocalizedText] {
    let untagged = contents.matrix.untagged
    guard contents.filter.goal == nil, !untagged.isEmpty else { return [] }
    let names = untagged.map { "\($0.placed.node.shortTitle) (\($0.document))" }
      .joined(separator: "、")
    return [
      LocalizedText(
        ja: "どのゴールにも当たらなかったもの\(untagged.count)件: \(names)",
        en: "Serve no goal (\(untagged.count)): \(names)")
    ]
  }
}

extension SDGGoal {
  /// The number and the name.
  var label: LocalizedText { LocalizedText(ja: "\(number) \(name.ja)", en: "\(number) \(name.en)") }
}

extension SDGTag {
  static let assignedLabel = LocalizedText(ja: "割当", en: "assigned")
  static let publishedLabel = LocalizedText(ja: "公表", en: "published")

  /// Who says so, in a word.
  var basisLabel: LocalizedText { isPublished ? Self.publishedLabel : Self.assignedLabel }

  /// Why: the printed cell, or the reason of the assignment.
  var rationale: LocalizedText {
    switch basis {
    case .published(let citation): LocalizedText(citation.description)
    case .assigned(let rationale): rationale
    }
  }
}
