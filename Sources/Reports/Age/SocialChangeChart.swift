package import Demography
package import MunicipalModel
package import Rendering

extension AgeSocialChangeReport {
  /// The rates by age at the end of the period as diverging bars, one series a municipality.
  ///
  /// - Parameters:
  ///   - analyses: the municipalities, of one period and method.
  ///   - records: what they published, for their names.
  ///   - sex: the sex, or both together.
  package static func chart(
    _ analyses: [CohortAnalysis], records: [MunicipalityRecord] = [], sex: Sex = .both
  ) -> ReportChart {
    chart(analyses, names: AgeReportNames(records), sex: sex)
  }

  /// Social change rates by age at the move as diverging bars, one series a municipality.
  ///
  /// - Parameters:
  ///   - analyses: the municipalities.
  ///   - records: what they published, for their names.
  ///   - municipalities: further names.
  ///   - sex: the sex, or both together.
  package static func chart(
    _ analyses: [RegisteredAnalysis], records: [MunicipalityRecord] = [],
    municipalities: [Municipality] = [], sex: Sex = .both
  ) -> ReportChart {
    chart(analyses, names: AgeReportNames(records, municipalities), sex: sex)
  }

  static func chart(_ analyses: [CohortAnalysis], names: AgeReportNames, sex: Sex) -> ReportChart {
    let method = analyses.first?.method ?? .forward
    let rows = analyses.map { ($0, $0.rows(of: sex)) }
    let ages = Set(rows.flatMap { $0.1.map(\.ageAtEnd) }).sorted()
    let title = LocalizedText(
      ja: "\(method.rate.ja)（\(period(of: analyses).ja)、期末年齢、\(sex.label.ja)）",
      en:
        "\(method.rate.en.sentenceCased), \(period(of: analyses).en), by age at the end, \(sex.label.en)"
    )
    return chart(
      key: "age_social_change_\(sex.rawValue)", title: title,
      category: LocalizedText(ja: "期末年齢", en: "age at the end"),
      value: LocalizedText(ja: "\(method.rate.ja)（%）", en: "\(method.rate.en) (%)"), ages: ages,
      series: rows.map { analysis, own in
        let points = ages.map { age in
          own.first { $0.ageAtEnd == age }.map { row in
            ChartPoint(
              rounding: row.rate, to: 2, style: .signed, sources: analysis.sources(of: row),
              formula: LocalizedText("(\(method.formula)) ÷ P(x, t) × 100"))
          } ?? .missing
        }
        return ChartSeries(
          names.name(analysis.municipality), key: analysis.municipality.sixDigits, points: points)
      },
      lost: method == .cohortChange
        ? LocalizedText(
          ja: "50歳未満で最も減った年齢（\(method.counted.ja)、死亡も含む）: ",
          en: "Ages below 50 that lost most (\(method.counted.en), deaths included): ")
        : lostByMoving, told: ages.filter(method.tells))
  }

  static func chart(_ analyses: [RegisteredAnalysis], names: AgeReportNames, sex: Sex)
    -> ReportChart
  {
    let rows = analyses.map { ($0, $0.change.rows(of: sex)) }
    let ages = Set(rows.flatMap { $0.1.map(\.age) }).sorted()
    let symbol = analyses.first?.change.scale.symbol ?? "%"
    return chart(
      key: "age_social_change_\(sex.rawValue)",
      title: LocalizedText(
        ja: "年代別社会増減率（移動時の年齢、\(sex.label.ja)）",
        en: "Social change rate by age at the move, \(sex.label.en)"),
      category: LocalizedText(ja: "年齢", en: "age"),
      value: LocalizedText(ja: "社会増減率（\(symbol)）", en: "social change rate (\(symbol))"),
      ages: ages,
      series: rows.map { analysis, own in
        let points = ages.map { age in
          own.first { $0.age == age }.flatMap { row -> ChartPoint? in
            guard let rate = row.socialChangeRate else { return nil }
            return ChartPoint(
              rounding: rate, to: 2, style: .signed,
              sources: analysis.sources(of: row.sex, at: row.age))
          } ?? .missing
        }
        return ChartSeries(
          names.name(analysis.municipality), key: analysis.municipality.sixDigits, points: points)
      })
  }

  private static func chart(
    key: String, title: LocalizedText, category: LocalizedText, value: LocalizedText,
    ages: [AgeGroup], series: [ChartSeries], lost: LocalizedText = lostByMoving,
    told: [AgeGroup]? = nil
  ) -> ReportChart {
    ReportChart(
      key: key, kind: .divergingBar, title: title, summary: summary(title, ages, series),
      categoryLabel: category, valueLabel: value,
      categories: ages.map { ChartCategory($0.label) }, series: series,
      startsAtBottom: true
    ).found(finding(ages, series, lost, among: Set(told ?? ages)))
  }

  private static let lostByMoving = LocalizedText(
    ja: "転出入で最も減った年齢: ", en: "Ages that lost most by moving: ")

  /// The age that lost most in each municipality; `nil` if none lost people, or there are too many to tell.
  private static func finding(
    _ ages: [AgeGroup], _ series: [ChartSeries], _ lost: LocalizedText, among told: Set<AgeGroup>
  ) -> LocalizedText? {
    let lowest = series.compactMap { one -> LocalizedText? in
      let points = zip(ages, one.points).filter { told.contains($0) && ($1.value ?? 0) < 0 }
      return points.min { ($0.1.value ?? 0) < ($1.1.value ?? 0) }.map { age, point in
        LocalizedText(
          ja: "\(one.label.ja)は\(age.label.ja)（\(point.text.ja)%）",
          en: "\(one.label.en) at \(age.label.en) (\(point.text.en)%)")
      }
    }
    guard !lowest.isEmpty, lowest.count <= 4 else { return nil }
    return lost + lowest.joined()
  }

  /// The title, and where each municipality loses and gains most.
  private static func summary(
    _ title: LocalizedText, _ ages: [AgeGroup], _ series: [ChartSeries]
  ) -> LocalizedText {
    series.reduce(LocalizedText(ja: "\(title.ja)。", en: "\(title.en).")) { text, one in
      let points = zip(ages, one.points).filter { $0.1.value != nil }
      guard let lowest = points.min(by: { ($0.1.value ?? 0) < ($1.1.value ?? 0) }),
        let highest = points.max(by: { ($0.1.value ?? 0) < ($1.1.value ?? 0) })
      else { return text }
      return text
        + LocalizedText(
          ja:
            "\(one.label.ja): 最低は\(lowest.0.label.ja)の\(lowest.1.text.ja)、最高は\(highest.0.label.ja)の"
            + "\(highest.1.text.ja)。",
          en: " \(one.label.en): lowest at \(lowest.0.label.en), \(lowest.1.text.en); highest at "
            + "\(highest.0.label.en), \(highest.1.text.en).")
    }
  }
}

extension String {
  /// The text with a capital at its beginning.
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
