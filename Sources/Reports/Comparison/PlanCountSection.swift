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

  private static let levels: [(level: PlanLevel, ja: String, en: String)] = [
    (.goal, "基本目標", "goals"), (.direction, "基本的方向", "directions"), (.vision, "ビジョン", "visions"),
    (.pledge, "公約", "pledges"), (.measure, "施策", "measures"), (.project, "事業", "projects"),
  ]

  /// A column that counts what a plan has.
  private static func count(
    _ key: String, _ ja: String, _ en: String, _ count: @escaping (Plan) -> Int
  ) -> TableColumn<(municipality: Municipality, plan: Plan)> {
    .number(key, ja, en) {
      ReportCell(
        count($0.plan),
        formula: LocalizedText(
          ja: "資料に記載された項目を数えた", en: "counted among what the document prints"))
    }
  }

  private var table: ReportTable {
    let rows: [(municipality: Municipality, plan: Plan)] = records.flatMap { record in
      record.plans.map { (record.municipality, $0) }
    }
    return ReportTable(
      key: "plan_counts",
      caption: LocalizedText(ja: "計画の階層ごとの数", en: "What the plans consist of, by level"),
      rows: rows,
      columns: [
        .municipality(\.municipality), .document(\.plan.document),
        .key("edition", "版", "edition") {
          ReportCell($0.plan.edition.label, value: $0.plan.edition.rawValue)
        },
        .text("term", "計画期間", "term") { $0.plan.term.map { ReportCell($0) } ?? .notPrinted },
      ]
        + Self.levels.map { level, ja, en in
          Self.count(level.rawValue + "s", ja, en) { plan in
            plan.nodes.count { $0.node.level == level }
          }
        } + [
          Self.count("goal_indicators", "目標の指標", "goal indicators") { plan in
            plan.indicators.count { $0.level == .goal }
          },
          Self.count("project_indicators", "事業の指標", "project indicators") { plan in
            plan.indicators.count { $0.level != .goal }
          },
          Self.count("shared_indicators", "うち共通指標", "of which shared") { plan in
            plan.indicators.count { $0.indicator.first(.shared) != nil }
          },
        ])
  }
}

extension Plan.Edition {
  /// 現行 or 旧.
  var label: LocalizedText {
    self == .current
      ? LocalizedText(ja: "現行", en: "current") : LocalizedText(ja: "旧", en: "superseded")
  }
}
