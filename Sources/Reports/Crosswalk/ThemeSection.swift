import MunicipalModel
import PlanAnalysis
import Rendering

/// The cities' goals, sorted by common themes.
struct ThemeSection {
  private let contents: CrosswalkContents

  init(_ contents: CrosswalkContents) { self.contents = contents }

  var section: ReportSection? {
    guard contents.filter.concept == nil, contents.filter.goal == nil else { return nil }
    return ReportSection(
      key: "themes", heading: LocalizedText(ja: "テーマ", en: "Themes"),
      introduction: [
        LocalizedText(
          ja: "市ごとに違う目標の立て方を共通のテーマに置き換えました。数は主なテーマだけで数えます。"
            + "進捗は両市で年が違うため、経過割合に対するペースの中央値（1 = 予定どおり）です。",
          en:
            "Each city cuts its goals in its own way; they are sorted by common themes, and counted "
            + "by the main theme only. As the years differ, progress is the median pace (1 = on "
            + "schedule).")
      ], charts: [chart], tables: [summaries, entries])
  }

  private var themes: [Theme] {
    contents.crosswalk.taxonomy.themes.filter { (contents.filter.theme ?? $0.id) == $0.id }
  }

  /// The median pace of each theme; below 1 is behind schedule.
  private var chart: ReportChart {
    let municipalities = contents.crosswalk.municipalities
    let paced = themes.filter { theme in
      municipalities.contains { contents.themes.summary(theme.id, of: $0.code)?.medianPace != nil }
    }
    let categories = paced.map { ChartCategory($0.name) }
    let series = municipalities.map { municipality in
      ChartSeries(
        municipality.name, key: municipality.code.sixDigits,
        cells: paced.map { theme in
          ReportCell(
            median: contents.themes.summary(theme.id, of: municipality.code)?.medianPace, to: 2)
        })
    }
    let schedule = LocalizedText(ja: "予定どおり（1）", en: "on schedule (1)")
    return ReportChart(
      key: "theme_pace", kind: .bar,
      title: LocalizedText(ja: "テーマごとのペースの中央値", en: "Median pace by theme"),
      summary: ChartSummary.all(series, of: categories),
      categoryLabel: LocalizedText(ja: "テーマ", en: "theme"),
      valueLabel: LocalizedText(ja: "ペース（1 = 予定どおり）", en: "pace (1 = on schedule)"),
      categories: categories, series: series,
      references: [ChartReference(schedule, value: 1)].compactMap { $0 }
    ).found(Self.slowest(series, of: categories))
  }

  /// The theme that is farthest behind schedule, by municipality.
  private static func slowest(
    _ series: [ChartSeries], of categories: [ChartCategory]
  ) -> LocalizedText? {
    let lowest = series.compactMap { one -> LocalizedText? in
      let points = zip(categories, one.points).filter { $0.1.value != nil }
      return points.min { ($0.1.value ?? 0) < ($1.1.value ?? 0) }.map { category, point in
        LocalizedText(
          ja: "\(one.label.ja)は「\(category.label.ja)」（\(point.text.ja)）",
          en: "\(one.label.en) in \(category.label.en) (\(point.text.en))")
      }
    }
    guard !lowest.isEmpty, lowest.count <= 4 else { return nil }
    return LocalizedText(ja: "ペースが最も遅いテーマ: ", en: "Slowest themes: ") + lowest.joined()
  }

  private var summaries: ReportTable {
    let municipalities = contents.crosswalk.municipalities
    // Where no file assigns a theme, zero would be false.
    var rows = themes.flatMap { theme in
      municipalities.filter { contents.themes.hasThemes($0.code) }.map { municipality in
        summary(theme.id, theme.name, of: municipality)
      }
    }
    if contents.filter.theme == nil {
      rows += municipalities.map { summary(ThemeMap.noTheme, Self.noTheme, of: $0) }
        .filter { row in
          row.summary.map { $0.projects + $0.indicators + $0.pledges > 0 } ?? false
        }
    }
    return ReportTable(
      key: "themes",
      caption: LocalizedText(ja: "テーマごとの計画", en: "The plans by theme"), rows: rows,
      columns: [
        .key("theme", "テーマ", "theme") { $0.theme }, .municipality(\.municipality),
        .text("up_to", "実績", "figures") {
          contents.crosswalk.newestActual(of: $0.municipality.code).map { ReportCell(upTo: $0) }
            ?? .notPrinted
        },
        .number("projects", "事業", "projects") { ReportCell($0.summary?.projects ?? 0) },
        .number("indicators", "指標", "indicators") { ReportCell($0.summary?.indicators ?? 0) },
        .number("judged", "うちペース\nあり", "with a\npace") { ReportCell($0.summary?.judged ?? 0) },
        .number("median_pace", "ペースの\n中央値", "median\npace") {
          ReportCell(median: $0.summary?.medianPace, to: 2)
        },
        .number("pledges", "公約", "pledges") { ReportCell($0.summary?.pledges ?? 0) },
        .number(
          "median_pledge_progress", "公約の進捗\n中央値（%）", "median progress\nof pledges (%)",
          unit: "%"
        ) { ReportCell(median: $0.summary?.medianPledgeProgress, to: 1, unit: "%") },
      ], basis: contents.planBasis)
  }

  private static let noTheme = LocalizedText(ja: "テーマの割当なし", en: "No theme assigned")

  private typealias Summary = (
    theme: ReportCell, municipality: Municipality, summary: ThemeMap.Summary?
  )

  private func summary(
    _ theme: String, _ name: LocalizedText, of municipality: Municipality
  ) -> Summary {
    (
      ReportCell(name, value: theme.isEmpty ? "none" : theme), municipality,
      contents.themes.summary(theme, of: municipality.code)
    )
  }

  private var entries: ReportTable {
    ReportTable(
      key: "theme_assignments",
      caption: LocalizedText(
        ja: "目標・ビジョンとテーマの対応", en: "Which goals and visions belong to which theme"),
      lines: themes.flatMap { theme -> [TableRow<ThemeMap.Entry>] in
        let own = contents.themes.entries.filter { $0.themes.first == theme.id }
        return own.isEmpty ? [] : [.group(theme.name, key: theme.id)] + own.map { .normal($0) }
      },
      columns: [
        .municipality(\.municipality), .document(\.document),
        .key("node", "目標など", "goal") { ReportCell(node: $0.placed.node) },
        .text("other_themes", "ほかのテーマ", "other themes") {
          let others = $0.themes.dropFirst()
          let names = others.map(contents.theme)
          return ReportCell(
            names.joined(),
            value: others.joined(separator: ";"))
        },
        .text("reason", "理由", "reason") { ReportCell($0.reason) },
      ])
  }
}

extension ReportCell {
  /// Makes a cell of a node of a plan.
  init(node: PlanNode) { self.init(node.shortTitle, sources: [node.citation]) }
}

extension PlanNode {
  /// The number and the title, such as 基本目標1 …, cut where a second sentence begins.
  var shortTitle: String { number.isEmpty ? title : "\(number) \(title)" }
}
