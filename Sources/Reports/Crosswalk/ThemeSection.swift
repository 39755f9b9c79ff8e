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
    let categories = themes.map { ChartCategory($0.name, key: $0.id) }
    let series = contents.crosswalk.municipalities.map { municipality in
      ChartSeries(
        municipality.name, key: municipality.code.sixDigits,
        cells: themes.map { theme in
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
      references: [ChartReference(schedule, value: 1)].compactMap { $0 })
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
      rows += municipalities.filter { municipality in
        contents.themes.summary(ThemeMap.noTheme, of: municipality.code)
          .map { $0.projects + $0.indicators + $0.pledges > 0 } ?? false
      }.map { summary(ThemeMap.noTheme, Self.noTheme, of: $0) }
    }
    return ReportTable(
      key: "themes",
      caption: LocalizedText(ja: "テーマごとの計画", en: "The plans by theme"),
      columns: [
        .key("theme", LocalizedText(ja: "テーマ", en: "theme")),
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .text("up_to", LocalizedText(ja: "実績", en: "figures")),
        .number("projects", LocalizedText(ja: "事業", en: "projects")),
        .number("indicators", LocalizedText(ja: "指標", en: "indicators")),
        .number("judged", LocalizedText(ja: "うちペース\nあり", en: "with a\npace")),
        .number("median_pace", LocalizedText(ja: "ペースの\n中央値", en: "median\npace")),
        .number("pledges", LocalizedText(ja: "公約", en: "pledges")),
        .number(
          "median_pledge_progress",
          LocalizedText(ja: "公約の進捗\n中央値（%）", en: "median progress\nof pledges (%)"), unit: "%"),
      ], rows: rows, basis: contents.planBasis)
  }

  private static let noTheme = LocalizedText(ja: "テーマの割当なし", en: "No theme assigned")

  private func summary(
    _ theme: String, _ name: LocalizedText, of municipality: Municipality
  ) -> ReportRow {
    let summary = contents.themes.summary(theme, of: municipality.code)
    return [
      ReportCell(name, value: theme.isEmpty ? "none" : theme), ReportCell(municipality),
      contents.crosswalk.newestActual(of: municipality.code).map { ReportCell(upTo: $0) }
        ?? .notPrinted,
      ReportCell(summary?.projects ?? 0), ReportCell(summary?.indicators ?? 0),
      ReportCell(summary?.judged ?? 0), ReportCell(median: summary?.medianPace, to: 2),
      ReportCell(summary?.pledges ?? 0),
      ReportCell(median: summary?.medianPledgeProgress, to: 1, unit: "%"),
    ]
  }

  private var entries: ReportTable {
    var rows: [ReportRow] = []
    for theme in themes {
      let own = contents.themes.entries.filter { $0.themes.first == theme.id }
      guard !own.isEmpty else { continue }
      rows.append(.group(theme.name, key: theme.id))
      rows += own.map(row)
    }
    return ReportTable(
      key: "theme_assignments",
      caption: LocalizedText(
        ja: "目標・ビジョンとテーマの対応", en: "Which goals and visions belong to which theme"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("document", LocalizedText(ja: "資料", en: "document")),
        .key("node", LocalizedText(ja: "目標など", en: "goal")),
        .text("other_themes", LocalizedText(ja: "ほかのテーマ", en: "other themes")),
        .text("reason", LocalizedText(ja: "理由", en: "reason")),
      ], rows: rows)
  }

  private func row(_ entry: ThemeMap.Entry) -> ReportRow {
    let node = entry.placed.node
    let others = entry.themes.dropFirst()
    let names = others.map(contents.theme)
    return [
      ReportCell(entry.municipality), ReportCell(LocalizedText(entry.document.rawValue)),
      ReportCell(LocalizedText(node.shortTitle), sources: [node.citation]),
      ReportCell(
        LocalizedText(
          ja: names.map(\.ja).joined(separator: "、"), en: names.map(\.en).joined(separator: ", ")),
        value: others.joined(separator: ";")),
      ReportCell(entry.reason),
    ]
  }
}

extension PlanNode {
  /// The number and the title, such as 基本目標1 …, cut where a second sentence begins.
  var shortTitle: String { number.isEmpty ? title : "\(number) \(title)" }
}
