import MunicipalModel
import PlanAnalysis
import Rendering

/// The indicators of all municipalities by common theme: bars on the way to the target, the series,
/// and the grade.
struct ThemeProgressSection {
  private let content: OverallContent
  private let themes: [String: [ProgressRow]]

  /// The rows of no theme.
  private static let none = ""

  init(_ content: OverallContent) {
    self.content = content
    let main = Dictionary(
      content.crosswalk.themes.entries.compactMap { entry in
        entry.themes.first.map { (entry.placed.node.citation, $0) }
      }, uniquingKeysWith: { first, _ in first })
    themes = Dictionary(grouping: content.progress.rows) { row in
      // What is below a node has its theme, unless it is named itself.
      row.progress.placed.path.reversed().lazy.compactMap { main[$0.citation] }.first ?? Self.none
    }
  }

  /// `nil` if no municipality has an indicator.
  var section: ReportSection? {
    guard !themes.isEmpty else { return nil }
    let names = content.crosswalk.crosswalk.taxonomy.themes.map { ($0.id, $0.name) }
    let rest = (Self.none, LocalizedText(ja: "テーマのない指標", en: "Indicators of no theme"))
    return ReportSection(
      key: "progress_by_theme",
      heading: LocalizedText(ja: "テーマ別の指標の進捗", en: "Progress of indicators by theme"),
      introduction: [Self.legend],
      tables: (names + [rest]).compactMap { id, name in
        themes[id].map { table(id.isEmpty ? "other" : id, name, $0) }
      })
  }

  private static let legend = LocalizedText(
    ja: "棒は進み具合です。左の縦線が基準値（短い縦線は0）、右の太い縦線が目標、上の▼は経過した年数の割合。"
      + "左向きの棒は基準より後退、先の三角は図に収まらない値。推移は資料の実績を年の順に並べたもの。",
    en:
      "The bar is the way gone: the line at the left is the baseline (a short one is zero), the thick "
      + "line at the right the target, ▼ the share of the time that has passed. A bar to the left means "
      + "that the figure fell behind the baseline; an arrow, that it does not fit. The series are the "
      + "printed actual figures in the order of years.")

  // MARK: Table

  private func table(_ id: String, _ name: LocalizedText, _ rows: [ProgressRow]) -> ReportTable {
    ReportTable(
      key: "progress_\(id)", caption: name, rows: rows,
      columns: [
        .municipality(\.plan.municipality),
        .key("indicator", "指標（事業）", "indicator (project)") {
          ReportCell(
            content.name($0.name, of: $0.indicator), value: $0.name,
            sources: [$0.indicator.citation])
        },
        // What a reader looks for comes first: a narrow window shows no more.
        .text("grade", "評価", "grade", cell: grade),
        .number("progress", "進み具合", "way gone", unit: "%") {
          progress($0).marked($0.nearTargetMark)
        },
        .number("series", "実績の推移", "actual figures", cell: series),
        .number("target", "目標値", "target") { printed(.target, $0) },
        .number("baseline", "基準値", "baseline") { printed(.baseline, $0) },
        .number("pace", "ペース", "pace", cell: pace),
        .text("direction", "向き", "better") { ReportCell(direction: $0.progress.aim) },
      ], notes: [ProgressRow.directionNote] + ProgressRow.notes(on: rows.map(\.entry)))
  }

  private func pace(_ row: ProgressRow) -> ReportCell {
    if let gap = row.progress.pace.gap {
      return ReportCell(dash: gap)
    }
    let cell = ReportCell(row.progress.pace, decimals: 2)
    guard row.progress.paceRule != .way else { return cell }
    return ReportCell(
      text: cell.text + LocalizedText("*"), value: cell.value, status: cell.status,
      sources: cell.sources, formula: cell.formula)
  }

  private func printed(_ role: IndicatorFigure.Role, _ row: ProgressRow) -> ReportCell {
    guard let observation = row.indicator.first(role) else {
      return ReportCell(missing: "none", text: LocalizedText("-"))
    }
    return ReportCell(observation).dated(observation.period)
  }

  /// The actual figures from the oldest to the newest. Figures that count otherwise, or in other units,
  /// are not drawn as one line.
  private func series(_ row: ProgressRow) -> ReportCell {
    let actuals = row.indicator.actuals
    guard let newest = actuals.last else {
      return ReportCell(missing: "none", text: LocalizedText("-"))
    }
    let cell = ReportCell(series: actuals)
    let figures = actuals.filter { $0.reading.quantity != nil }
    let isAlike =
      Set(figures.map(\.accumulation)).count == 1
      && Set(figures.compactMap(\.reading.quantity?.unit)).count == 1
    guard isAlike, figures.count > 1, newest.period != nil else { return cell }
    return cell.drawn(as: .sparkline(actuals.map { $0.reading.value?.doubleValue }))
  }

  /// The way from the baseline to the target; from zero where there is no such way.
  private func progress(_ row: ProgressRow) -> ReportCell {
    let fromBaseline = row.progress.progressFromBaseline
    let result = fromBaseline.defined == nil ? row.progress.achievement : fromBaseline
    let cell = ReportCell(result, decimals: 1, unit: "%")
    guard let figure = result.defined, cell.value.plainText != nil else {
      return result.gap.map {
        ReportCell(missing: $0.code, text: row.explanation($0))
      } ?? cell
    }
    return ReportCell(
      text: cell.text + LocalizedText("%"), value: cell.value, unit: "%", sources: cell.sources,
      formula: cell.formula,
      graphic: .progress(
        share: figure.value / 100, elapsed: row.progress.elapsed.defined?.share,
        beginsAtBaseline: fromBaseline.defined != nil))
  }

  private func grade(_ row: ProgressRow) -> ReportCell {
    guard let grade = row.entry.judgement.grade else {
      let gap = row.entry.judgement.gap
      return ReportCell(
        missing: gap?.code ?? "none", text: gap.map(row.explanation) ?? LocalizedText("-"))
    }
    // The marks of what the grade comes from stand beside it too.
    let isOfOtherPace = row.progress.pace.gap == nil && row.progress.paceRule != .way
    let label = grade.label + LocalizedText(isOfOtherPace ? "*" : "")
    return ReportCell(label, value: grade.id).marked(row.nearTargetMark)
  }
}
