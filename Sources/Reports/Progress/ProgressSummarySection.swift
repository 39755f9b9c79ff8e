import MunicipalModel
import PlanAnalysis
import Rendering

/// Which plan was judged on which scale, and how many indicators got which grade.
struct ProgressSummarySection {
  private let content: ProgressContent
  /// Whether the first table is enough.
  private let isBrief: Bool

  init(_ content: ProgressContent, isBrief: Bool = false) {
    self.content = content
    self.isBrief = isBrief
  }

  var section: ReportSection {
    ReportSection(
      key: "summary", heading: LocalizedText(ja: "まとめ", en: "Summary"),
      introduction: content.plans.map(identity) + [scale],
      charts: isBrief ? [] : [GradeChart(content).chart].compactMap(\.self),
      tables: content.plans.isEmpty ? [] : ProgressSummaryTables(content).tables(isBrief: isBrief),
      closing: others)
  }

  // MARK: What was judged

  private func identity(_ progress: PlanProgress) -> LocalizedText {
    let plan = progress.plan
    let term = plan.term?.label
    let newest = progress.newestPeriod
    let elapsed = progress.elapsed
    let name = progress.municipality.name
    let years = newest.map(\.label)
    return LocalizedText(
      ja: "\(name.ja): \(plan.title)（計画期間 \(term?.ja ?? "記載なし")）。"
        + (years.map { "実績は\($0.ja)まで" } ?? "実績なし")
        + (elapsed.map { "、\($0.all)年のうち\($0.passed)年が経過。" } ?? "。"),
      en:
        "\(name.en): \(plan.title) (term \(term?.en ?? "not stated")); "
        + (years.map { "figures up to \($0.en)" } ?? "no figures")
        + (elapsed.map { ", \($0.passed) of \($0.all) years elapsed." } ?? "."))
  }

  private var scale: LocalizedText {
    let scale = content.scale
    func bounds(_ grade: JudgementScale.Grade, _ join: (String?, String?) -> String) -> String {
      join(grade.from.map(Self.text), grade.below.map(Self.text))
    }
    let ja = scale.grades.map { grade in
      bounds(grade) { from, below in
        "\(grade.label.ja) "
          + [from.map { "\($0)以上" }, below.map { "\($0)未満" }].compactMap { $0 }.joined()
      }
    }
    let en = scale.grades.map { grade in
      bounds(grade) { from, below in
        "\(grade.label.en): "
          + [from.map { "from \($0)" }, below.map { "below \($0)" }].compactMap { $0 }
          .joined(separator: " to ")
      }
    }
    let unit = scale.measure.unit.isEmpty ? ("", "") : ("（\(scale.measure.unit)）", ", in percent")
    let source = scale.source
    return LocalizedText(
      ja: "尺度: \(scale.name.ja)。\(scale.measure.label.ja)\(unit.0)で判定: "
        + ja.joined(separator: "、") + "。"
        + (source.ja.isEmpty ? "" : "出典: \(source.ja)。"),
      en: "Scale: \(scale.name.en), by \(scale.measure.label.en)\(unit.1). "
        + en.joined(separator: "; ") + "."
        + (source.en.isEmpty ? "" : " Source: \(source.en)."))
  }

  private static func text(_ bound: Double) -> String {
    Int(exactly: bound).map(String.init) ?? "\(bound)"
  }

  /// The title of the document that prints a plan.
  private func title(_ plan: Plan) -> LocalizedText {
    content.records.title(of: plan.document) ?? LocalizedText(plan.title)
  }

  private var others: [LocalizedText] {
    content.otherPlans.map { municipality, plan in
      plan.indicators.contains { !$0.indicator.actuals.isEmpty }
        ? LocalizedText(
          ja: "\(municipality.name.ja)では「\(title(plan).ja)」にも実績があります。",
          en: "\(municipality.name.en) also prints actual figures in \(title(plan).en).")
        : LocalizedText(
          ja: "\(municipality.name.ja)では「\(title(plan).ja)」にも指標があります。",
          en: "\(municipality.name.en) also prints indicators in \(title(plan).en).")
    }
      + content.records.filter { record in
        !content.plans.contains { $0.municipality == record.municipality }
      }.map {
        LocalizedText(
          ja: "\($0.municipality.name.ja)には指標のある計画がありません。",
          en: "\($0.municipality.name.en) has no plan with indicators.")
      }
  }
}
