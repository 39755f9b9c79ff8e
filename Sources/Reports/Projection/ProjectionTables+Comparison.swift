import Demography
import MunicipalModel
import Rendering

extension ProjectionTables {
  /// 影響度
  var influence: ReportTable? {
    guard let influence = study.influence else { return nil }
    let year = influence.year
    return ReportTable(
      key: "influence",
      caption: LocalizedText(
        ja: "自然増減・社会増減の影響度（\(year)年）", en: "Influence of natural and social change, \(year)"),
      columns: [
        .key("influence", LocalizedText(ja: "影響度", en: "influence")),
        .number("ratio", LocalizedText(ja: "比(%)", en: "ratio (%)"), unit: "%"),
        .number("grade", LocalizedText(ja: "段階", en: "grade")),
      ],
      rows: [
        [
          ReportCell(LocalizedText(ja: "自然増減", en: "natural"), value: "natural"),
          ReportCell(
            rounding: influence.natural * 100, to: 1,
            formula: LocalizedText(
              ja: "シミュレーション1 ÷ 社人研準拠 × 100", en: "simulation 1 ÷ IPSS 2018 × 100")),
          ReportCell(influence.naturalGrade),
        ],
        [
          ReportCell(LocalizedText(ja: "社会増減", en: "social"), value: "social"),
          ReportCell(
            rounding: influence.social * 100, to: 1,
            formula: LocalizedText(
              ja: "シミュレーション2 ÷ シミュレーション1 × 100", en: "simulation 2 ÷ simulation 1 × 100")),
          ReportCell(influence.socialGrade),
        ],
      ])
  }

  /// The main scenario less each other, by component and age.
  var differences: ReportTable? {
    guard let first = study.differences.first else { return nil }
    let year = first.difference.year
    let components = ProjectionComponent.allCases
    return ReportTable(
      key: "scenario_differences",
      caption: LocalizedText(
        ja: "「\(study.main.scenario.name.ja)」との差の要因（\(year)年、人）",
        en:
          "What makes the difference of \"\(study.main.scenario.name.en)\" to others, \(year) (persons)"
      ),
      columns: [
        Self.scenario, .key("age", LocalizedText(ja: "年齢", en: "ages")),
        .number("difference", LocalizedText(ja: "差", en: "difference"), unit: "persons"),
      ] + components.map { .number($0.rawValue, $0.label, unit: "persons") },
      rows: study.differences.flatMap { entry in
        ([nil] + AgeClassification.broadGroups.groups).map { row(of: entry, at: $0, components) }
      },
      notes: [
        LocalizedText(
          ja: "要因の寄与は、仮定を一つずつ置き換える全ての順序についての平均。足すと差になる。",
          en:
            "An effect is the mean over all orders of replacing the assumptions one by one; the effects add up to the difference."
        )
      ])
  }

  private func row(
    of entry: ProjectionStudy.Difference, at age: AgeGroup?, _ components: [ProjectionComponent]
  ) -> ReportRow {
    let label = age?.label ?? LocalizedText(ja: "全年齢", en: "all ages")
    return ReportRow(
      [
        Self.cell(entry.other), ReportCell(label, value: age?.description ?? "total"),
        Self.people(try? entry.difference.difference(at: age), style: .signed),
      ]
        + components.map {
          Self.people(try? entry.difference.effect(of: $0, at: age), style: .signed)
        })
  }

  // MARK: Observed

  var gap: ReportTable? {
    guard !study.gap.rows.isEmpty else { return nil }
    let name = study.main.scenario.name
    let definition = study.gap.definition
    return ReportTable(
      key: "projection_gap",
      caption: LocalizedText(
        ja: "「\(name.ja)」と実績", en: "\"\(name.en)\" and what was observed"),
      columns: [
        .key("item", LocalizedText(ja: "項目", en: "item")),
        .key("period", LocalizedText(ja: "時点", en: "time")),
        .number("observed", LocalizedText(ja: "実績", en: "observed")),
        .number("projected", LocalizedText(ja: "推計", en: "projected")),
        .number("gap", LocalizedText(ja: "差", en: "gap")),
      ],
      rows: study.gap.rows.map { row in
        let decimals = row.item == .totalFertility ? 2 : 0
        return [
          ReportCell(row.item.label, value: row.item.rawValue), ReportCell(row.period),
          ReportCell(rounding: row.observed, to: decimals, sources: row.sources),
          ReportCell(rounding: row.projected, to: decimals),
          ReportCell(rounding: row.gap, to: decimals, style: .signed),
        ]
      },
      notes: [
        LocalizedText(
          ja: "推計の人口は前後の推計年を直線で結んだその日の値、出生・死亡・純移動は5年間の1年分。実績は"
            + "\(definition?.source ?? "市の資料")の人口で、国勢調査による推計の基準とは水準が違うため、差には定義の違いも含まれる。",
          en:
            "Projected people are those of the day, by straight line between projected years; births, "
            + "deaths and net migrants a year's part of the step. The observed figures are of the "
            + "\(definition?.source == "住民基本台帳" ? "resident registry" : "city's documents"), the base of the "
            + "projection is a census: the gap holds the difference of definition too.")
      ],
      basis: basis(
        LocalizedText(ja: "差 = 実績 − 推計", en: "gap = observed − projected")))
  }

  // MARK: Target and uncertainty

  var target: ReportTable? {
    guard let target = study.target else { return nil }
    let goal = ReportCell(rounding: target.population, to: 0).text
    return ReportTable(
      key: "projection_target",
      caption: LocalizedText(
        ja: "\(target.year)年に\(goal.ja)人となるには", en: "To reach \(goal.en) people in \(target.year)"),
      columns: [
        .key("lever", LocalizedText(ja: "動かす仮定", en: "assumption")),
        .number("value", LocalizedText(ja: "値", en: "value")),
        .text("result", LocalizedText(ja: "結果", en: "result")),
      ],
      rows: target.results.map { lever, result in
        let (name, key, decimals): (LocalizedText, String, Int) =
          switch lever {
          case .totalFertility:
            (
              LocalizedText(ja: "合計特殊出生率（全期間一定）", en: "total fertility (constant)"),
              "total_fertility", 3
            )
          case .netMigrants(let ages):
            (
              LocalizedText(
                ja: "\(ages.label.ja)の純移動の上乗せ（人/年）",
                en: "further net migrants of \(ages.label.en) a year"),
              "net_migrants", 1
            )
          }
        let cell = ReportCell(name, value: key)
        switch result {
        case .found(let value, _):
          return [
            cell, ReportCell(rounding: value, to: decimals),
            ReportCell(LocalizedText(ja: "到達", en: "reached"), value: "reached"),
          ]
        case .outOfReach(let low, let high):
          let (low, high) = (Self.people(low).text, Self.people(high).text)
          return [
            cell, ReportCell(missing: "out_of_reach", text: LocalizedText(ja: "なし", en: "none")),
            ReportCell(
              LocalizedText(
                ja: "探した範囲では\(low.ja)～\(high.ja)人",
                en: "the range searched gives \(low.en)–\(high.en)"),
              value: "out_of_reach"),
          ]
        case nil:
          return [
            cell, ReportCell(missing: "not_applicable", text: LocalizedText("-")),
            ReportCell(
              LocalizedText(
                ja: "このシナリオに出生率の仮定はない", en: "the scenario assumes no total fertility"),
              value: "not_applicable"),
          ]
        }
      })
  }

  var uncertainty: ReportTable? {
    guard let runs = study.uncertainty, let variation = study.variation else { return nil }
    let measures: [(LocalizedText, String, StochasticProjection.Measure)] =
      [(LocalizedText(ja: "総人口", en: "population"), "total", .total)]
      + AgeClassification.broadGroups.groups.map { ($0.label, $0.description, .ages($0)) }
    let spread = ReportCell(rounding: variation.fertility * 100, to: 1).text
    return ReportTable(
      key: "projection_uncertainty",
      caption: LocalizedText(
        ja: "「\(study.main.scenario.name.ja)」の80%区間（\(runs.runs.count)回、シード\(runs.seed)）",
        en:
          "80 % intervals around \"\(study.main.scenario.name.en)\" (\(runs.runs.count) runs, seed \(runs.seed))"
      ),
      columns: [
        .key("ages", LocalizedText(ja: "対象", en: "people")), Self.year,
        .number("lower", LocalizedText(ja: "下限", en: "lower"), unit: "persons"),
        .number("median", LocalizedText(ja: "中央値", en: "median"), unit: "persons"),
        .number("upper", LocalizedText(ja: "上限", en: "upper"), unit: "persons"),
      ],
      rows: measures.flatMap { label, key, measure in
        study.main.projection.years.dropFirst().compactMap { year -> ReportRow? in
          guard let interval = try? runs.interval(of: measure, in: year) else { return nil }
          return [
            ReportCell(label, value: key), Self.yearCell(year), Self.people(interval.lower),
            Self.people(interval.median), Self.people(interval.upper),
          ]
        }
      },
      notes: [
        LocalizedText(
          ja: "出生率（変動係数\(spread.ja)%）と年齢別純移動率が過去と同じだけ変動し、期間の間の相関を\(runs.persistence)とした場合。"
            + "生残率と仮定そのものの不確かさは含まない。引き直した回数: \(runs.redrawn)。",
          en:
            "If fertility (coefficient of variation \(spread.en) %) and net migration rates by age vary as they did, "
            + "with a correlation of \(runs.persistence) between steps. Survival and the assumptions themselves are not doubted. "
            + "Runs drawn again: \(runs.redrawn).")
      ])
  }
}
