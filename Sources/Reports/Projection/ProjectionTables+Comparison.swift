import Demography
import MunicipalModel
import Rendering

extension ProjectionTables {
  /// 影響度
  var influence: ReportTable? {
    guard let influence = study.influence, let trend = study.influenced?.name else { return nil }
    typealias Row = (name: ReportCell, ratio: Double, grade: Int, formula: LocalizedText)
    let rows: [Row] = [
      (
        ReportCell(LocalizedText(ja: "自然増減", en: "natural"), value: "natural"),
        influence.natural, influence.naturalGrade,
        LocalizedText(
          ja: "シミュレーション1 ÷ \(trend.ja) × 100", en: "simulation 1 ÷ \(trend.en) × 100")
      ),
      (
        ReportCell(LocalizedText(ja: "社会増減", en: "social"), value: "social"), influence.social,
        influence.socialGrade,
        LocalizedText(
          ja: "シミュレーション2 ÷ シミュレーション1 × 100", en: "simulation 2 ÷ simulation 1 × 100")
      ),
    ]
    return ReportTable(
      key: "influence",
      caption: LocalizedText(
        ja: "自然増減・社会増減の影響度（\(influence.year)年）",
        en: "Influence of natural and social change, \(influence.year)"), rows: rows,
      columns: [
        .key("influence", "影響度", "influence") { $0.name },
        .number("ratio", "比(%)", "ratio (%)", unit: "%") {
          ReportCell(rounding: $0.ratio * 100, to: 1, formula: $0.formula)
        }, .number("grade", "段階", "grade") { ReportCell($0.grade) },
      ])
  }

  /// The main scenario less each other, by component and age.
  var differences: ReportTable? {
    guard let year = study.differences.first?.difference.year else { return nil }
    let ages = [nil] + AgeClassification.broadGroups.groups
    let rows = study.differences.flatMap { entry in ages.map { (entry: entry, age: $0) } }
    return ReportTable(
      key: "scenario_differences",
      caption: LocalizedText(
        ja: "「\(study.main.scenario.name.ja)」との差の要因（\(year)年、人）",
        en:
          "What makes the difference of \"\(study.main.scenario.name.en)\" to others, \(year) (persons)"
      ), rows: rows,
      columns: [
        .scenario(\.entry.other),
        .key("age", "年齢", "ages") {
          ReportCell(
            $0.age?.label ?? LocalizedText(ja: "全年齢", en: "all ages"),
            value: $0.age?.description ?? "total")
        },
        .people(
          "difference", "差（\(study.main.scenario.name.ja) − シナリオ）",
          "\(study.main.scenario.name.en) less the scenario", style: .signed
        ) {
          try? $0.entry.difference.difference(at: $0.age)
        },
      ]
        + ProjectionComponent.allCases.map { component in
          .people(component.rawValue, component.label.ja, component.label.en, style: .signed) {
            try? $0.entry.difference.effect(of: component, at: $0.age)
          }
        },
      notes: [
        LocalizedText(
          ja: "要因の寄与は、仮定を一つずつ置き換える全ての順序についての平均。足すと差になる。",
          en:
            "An effect is the mean over all orders of replacing the assumptions one by one; the effects add up to the difference."
        )
      ])
  }

  // MARK: Observed

  var gap: ReportTable? {
    guard !study.gap.rows.isEmpty else { return nil }
    let name = study.main.scenario.name
    let definition = study.gap.definition
    func figure(
      _ key: String, _ ja: String, _ en: String, style: FigureStyle = .grouped,
      _ value: @escaping (ProjectionGap.Row) -> Double?,
      sources: @escaping (ProjectionGap.Row) -> [Citation] = { _ in [] }
    ) -> TableColumn<ProjectionGap.Row> {
      .number(key, ja, en) {
        ReportCell(
          rounding: value($0), to: $0.item == .totalFertility ? 2 : 0, style: style,
          sources: sources($0))
      }
    }
    return ReportTable(
      key: "projection_gap",
      caption: LocalizedText(
        ja: "「\(name.ja)」と実績", en: "\"\(name.en)\" and what was observed"), rows: study.gap.rows,
      columns: [
        .key("item", "項目", "item") { ReportCell($0.item.label, value: $0.item.rawValue) },
        .key("period", "時点", "time") { ReportCell($0.period) },
        figure("observed", "実績", "observed", { $0.observed }, sources: \.sources),
        figure("projected", "推計", "projected", { $0.projected }),
        figure("gap", "差", "gap", style: .signed, { $0.gap }),
      ],
      notes: [
        LocalizedText(
          ja: "推計の人口は前後の推計年を直線で結んだその日の値、出生・死亡・純移動と出生率は各期間の1年分で、二つの期間にまたがる年は日数で分けた値。実績は"
            + "\(definition?.source ?? "市の資料")の人口で、国勢調査による推計の基準とは水準が違うため、差には定義の違いも含まれる。",
          en:
            "Projected people are those of the day, by straight line between projected years; births, "
            + "deaths, net migrants and fertility a year's part of the step; a year that two steps share is divided by its days. The observed figures are of the "
            + "\(definition?.source == "住民基本台帳" ? "resident registry" : "city's documents"), the base of the "
            + "projection is a census: the gap holds the difference of definition too.")
      ],
      basis: basis(
        LocalizedText(ja: "差 = 実績 − 推計", en: "gap = observed − projected")))
  }

  // MARK: Target and uncertainty

  var target: ReportTable? {
    guard let target = study.target else { return nil }
    let goal = ReportCell(people: target.population).text
    return ReportTable(
      key: "projection_target",
      caption: LocalizedText(
        ja: "\(target.year)年に\(goal.ja)人となるには", en: "To reach \(goal.en) people in \(target.year)"),
      rows: target.results.map { (lever: $0, result: $1) },
      columns: [
        .key("lever", "動かす仮定", "assumption") {
          switch $0.lever {
          case .totalFertility:
            ReportCell(
              LocalizedText(ja: "合計特殊出生率（全期間一定）", en: "total fertility (constant)"),
              value: "total_fertility")
          case .netMigrants(let ages):
            ReportCell(
              LocalizedText(
                ja: "\(ages.label.ja)の純移動の上乗せ（人/年）",
                en: "further net migrants of \(ages.label.en) a year"),
              value: "net_migrants")
          }
        },
        .number("value", "値", "value") { lever, result in
          switch result {
          case .found(let value, _):
            ReportCell(rounding: value, to: lever == .totalFertility ? 3 : 1)
          case .outOfReach:
            ReportCell(missing: "out_of_reach", text: LocalizedText(ja: "なし", en: "none"))
          case nil: ReportCell(missing: "not_applicable", text: LocalizedText("-"))
          }
        },
        .text("result", "結果", "result") {
          switch $0.result {
          case .found: ReportCell(LocalizedText(ja: "到達", en: "reached"), value: "reached")
          case .outOfReach(let low, let high):
            ReportCell(
              LocalizedText(
                ja:
                  "探した範囲では\(ReportCell(people: low).text.ja)～\(ReportCell(people: high).text.ja)人",
                en: "the range searched gives \(ReportCell(people: low).text.en)–"
                  + ReportCell(people: high).text.en), value: "out_of_reach")
          case nil:
            ReportCell(
              LocalizedText(
                ja: "このシナリオに出生率の仮定はない", en: "the scenario assumes no total fertility"),
              value: "not_applicable")
          }
        },
      ])
  }

  var uncertainty: ReportTable? {
    guard let runs = study.uncertainty, let variation = study.variation else { return nil }
    let measures: [(LocalizedText, String, StochasticProjection.Measure)] =
      [(LocalizedText(ja: "総人口", en: "population"), "total", .total)]
      + AgeClassification.broadGroups.groups.map { ($0.label, $0.description, .ages($0)) }
    let spread = ReportCell(rounding: variation.fertility * 100, to: 1).text
    let rows = measures.flatMap { label, key, measure in
      study.main.projection.years.dropFirst().compactMap { year in
        (try? runs.interval(of: measure, in: year)).map {
          (people: ReportCell(label, value: key), year: year, interval: $0)
        }
      }
    }
    return ReportTable(
      key: "projection_uncertainty",
      caption: LocalizedText(
        ja: "「\(study.main.scenario.name.ja)」の80%区間（\(runs.runs.count)回、シード\(runs.seed)）",
        en:
          "80% intervals around \"\(study.main.scenario.name.en)\" (\(runs.runs.count) runs, seed \(runs.seed))"
      ), rows: rows,
      columns: [
        .key("ages", "対象", "people") { $0.people }, .year(\.year),
        .people("lower", "下限", "lower") { $0.interval.lower },
        .people("median", "中央値", "median") { $0.interval.median },
        .people("upper", "上限", "upper") { $0.interval.upper },
      ],
      notes: [
        LocalizedText(
          ja: "出生率（変動係数\(spread.ja)%）と年齢別純移動率が過去と同じだけ変動し、期間の間の相関を\(runs.persistence)とした場合。"
            + "生残率と仮定そのものの不確かさは含まない。引き直した回数: \(runs.redrawn)。",
          en:
            "If fertility (coefficient of variation \(spread.en)%) and net migration rates by age vary as they did, "
            + "with a correlation of \(runs.persistence) between steps. Survival and the assumptions themselves are not doubted. "
            + "Runs drawn again: \(runs.redrawn).")
      ])
  }
}
