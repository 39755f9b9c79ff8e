import MunicipalModel
import Rendering

/// How many goals, measures, projects and indicators each plan has.
struct PlanCountSection {
  private let records: [MunicipalityRecord]

  init(_ records: [MunicipalityRecord]) { self.records = records }

  var section: ReportSection {
    ReportSection(
      key: "plans", heading: LocalizedText(ja: "計画", en: "Plans"), tables: [table],
      closing: unplacedProjects
        + (records.count > 1
          ? [
            LocalizedText(
              ja: "指標の名称と定義は市により異なり、件数だけでは計画の大きさは比べられません。",
              en:
                "Names and definitions of indicators differ between cities; the counts alone do not "
                + "compare the size of the plans.")
          ] : []))
  }

  /// The municipalities whose projects are not printed below measures.
  private var unplacedProjects: [LocalizedText] {
    records.compactMap { record in
      let indicators = record.plans.flatMap(\.indicators).filter { $0.level == .project }
      guard !indicators.isEmpty, indicators.allSatisfy({ $0.measureNumber == nil }) else {
        return nil
      }
      let name = record.municipality.name
      return LocalizedText(
        ja: "\(name.ja)の資料は、事業がどの施策に属するかを記載していません。",
        en: "\(name.en) does not print which measure a project belongs to.")
    }
  }

  private static func count(_ number: Int) -> ReportCell {
    ReportCell(
      number,
      formula: LocalizedText(
        ja: "資料に記載された項目を数えた", en: "counted among what the document prints"))
  }

  private static let levels: [(PlanLevel, LocalizedText)] = [
    (.goal, LocalizedText(ja: "基本目標", en: "goals")),
    (.direction, LocalizedText(ja: "基本的方向", en: "directions")),
    (.vision, LocalizedText(ja: "ビジョン", en: "visions")),
    (.pledge, LocalizedText(ja: "公約", en: "pledges")),
    (.measure, LocalizedText(ja: "施策", en: "measures")),
    (.project, LocalizedText(ja: "事業", en: "projects")),
  ]

  private var table: ReportTable {
    let rows = records.flatMap { record in
      record.plans.map { plan -> ReportRow in
        let nodes = plan.nodes.map(\.node)
        let indicators = plan.indicators
        let atGoals = indicators.count { $0.level == .goal }
        let shared = indicators.count { $0.indicator.first(.shared) != nil }
        return ReportRow(
          [
            ReportCell(record.municipality.name, value: record.municipality.code.sixDigits),
            ReportCell(LocalizedText(plan.document.rawValue)),
            ReportCell(plan.edition.label, value: plan.edition.rawValue),
            plan.term.map { ReportCell($0) } ?? .notPrinted,
          ] + Self.levels.map { level, _ in Self.count(nodes.count { $0.level == level }) } + [
            Self.count(atGoals), Self.count(indicators.count - atGoals), Self.count(shared),
          ])
      }
    }
    return ReportTable(
      key: "plan_counts",
      caption: LocalizedText(ja: "計画の階層ごとの数", en: "Nodes of the plans by level"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("document", LocalizedText(ja: "資料", en: "document")),
        .key("edition", LocalizedText(ja: "版", en: "edition")),
        .text("term", LocalizedText(ja: "計画期間", en: "term")),
      ] + Self.levels.map { .number($0.0.rawValue + "s", $0.1) } + [
        .number("goal_indicators", LocalizedText(ja: "目標の指標", en: "goal indicators")),
        .number("project_indicators", LocalizedText(ja: "事業の指標", en: "project indicators")),
        .number("shared_indicators", LocalizedText(ja: "うち共通指標", en: "of which shared")),
      ], rows: rows)
  }
}

extension Plan.Edition {
  /// 現行 or 旧.
  var label: LocalizedText {
    self == .current
      ? LocalizedText(ja: "現行", en: "current") : LocalizedText(ja: "旧", en: "superseded")
  }
}
