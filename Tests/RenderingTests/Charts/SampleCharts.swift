import MunicipalModel

@testable import Rendering

/// Charts of every kind: ordinary ones, and those that break a careless drawing.
enum SampleCharts {
  static let cities = [
    LocalizedText(ja: "岩見沢市", en: "Iwamizawa"), LocalizedText(ja: "苫小牧市", en: "Tomakomai"),
  ]

  static let years = (2015...2021).map { ChartCategory(Period.calendarYear($0)) }

  static let ages = (0..<18).map { index in
    let first = index * 5
    return index == 17
      ? ChartCategory(LocalizedText(ja: "85歳以上", en: "85 and over"))
      : ChartCategory(LocalizedText(ja: "\(first)～\(first + 4)歳", en: "\(first)–\(first + 4)"))
  }

  /// Forty places, the last without one that is known.
  static let towns: [ChartCategory] = (0..<40).map { (index: Int) -> ChartCategory in
    let latitude = Double(26 + index * 7 % 19)
    let longitude = Double(128 + index * 5 % 17)
    return ChartCategory(
      LocalizedText(ja: "第\(index)の町", en: "Town number \(index)"),
      place: index == 39 ? nil : GeographicPlace(latitude: latitude, longitude: longitude))
  }

  /// Their rates, below zero and above, and one of them marked.
  static let townRates: [ChartSeries] = [
    ChartSeries(
      LocalizedText(ja: "増減率", en: "rate"),
      points: points((0..<40).map { (index: Int) -> Double? in Double(index * 37 % 41) / 8 - 2.5 })),
    ChartSeries(
      cities[1], points: points((0..<40).map { (index: Int) -> Double? in index == 7 ? 1 : nil })),
  ]

  static let longLabels = [
    ChartCategory(
      LocalizedText(
        ja: "子育て世代への支援に関する満足度調査の結果（5段階評価の平均値）",
        en: "Satisfaction with the support for families that raise children, mean of five grades")),
    ChartCategory(LocalizedText(String(repeating: "W", count: 120))),
    ChartCategory(LocalizedText(ja: "転入者数", en: "In-migrants")),
  ]

  static func points(_ values: [Double?], decimals: Int = 1) -> [ChartPoint] {
    values.map { ChartPoint(rounding: $0, to: decimals) }
  }

  static func chart(
    _ kind: ReportChart.Kind, key: String = "sample", categories: [ChartCategory],
    series: [ChartSeries], references: [ChartReference?] = []
  ) -> ReportChart {
    ReportChart(
      key: key, kind: kind, title: LocalizedText(ja: "見本の図", en: "A sample"),
      summary: LocalizedText(ja: "見本の説明", en: "What it shows"),
      categoryLabel: LocalizedText(ja: "年", en: "year"),
      valueLabel: LocalizedText(ja: "率（%）", en: "rate (%)"), categories: categories,
      series: series, references: references.compactMap { $0 })
  }

  /// As many series as wanted, over years, with a gap each.
  static func series(_ count: Int, years: Int = 7) -> [ChartSeries] {
    (0..<count).map { index in
      let name =
        index < cities.count
        ? cities[index] : LocalizedText(ja: "第\(index)の町", en: "Town number \(index)")
      let values = (0..<years).map { year -> Double? in
        (year + index) % 5 == 2 ? nil : Double((year * 7 + index * 13) % 31) - 12
      }
      return ChartSeries(name, points: points(values))
    }
  }

  /// Ordinary charts, one a kind.
  static let ordinary: [ReportChart] = ReportChart.Kind.allCases.map { kind in
    switch kind {
    case .line, .heatMap:
      return chart(kind, categories: years, series: series(2))
    case .bar:
      return chart(
        kind, categories: longLabels, series: series(3, years: 3),
        references: [ChartReference(LocalizedText(ja: "目標", en: "target"), value: 9)])
    case .map:
      return chart(kind, categories: towns, series: townRates)
    case .divergingBar: return chart(kind, categories: ages, series: series(2, years: 18))
    case .pyramid:
      let sides = ["男", "女", "男（2010年）", "女（2010年）"].enumerated().map { index, name in
        ChartSeries(
          LocalizedText(ja: name, en: index.isMultiple(of: 2) ? "men \(index)" : "women \(index)"),
          points: points((0..<18).map { Double(1_000 + ($0 * 97 + index * 31) % 800) }))
      }
      return chart(kind, categories: ages, series: sides)
    }
  }

  /// Values and shapes that a drawing has to survive, of every kind.
  static let extreme: [ReportChart] = ReportChart.Kind.allCases.flatMap { kind in
    let name = cities[0]
    let valueLists: [[Double?]] = [
      [], [nil, nil], [3], [0, 0, 0], [7, 7, 7], [-5, -4], [1e99, -3e99, 1], [1e-99, 2e-99],
      [.infinity, 1, .nan, -.infinity], [1e15, 1e15 + 2], [-0.0], [Double.leastNonzeroMagnitude],
      [79_352, 79_353, 79_354], [.greatestFiniteMagnitude, 1],
    ]
    let charts = valueLists.map { values in
      chart(kind, categories: [], series: [ChartSeries(name, points: points(values))])
    }
    return charts + [
      chart(kind, categories: [], series: []),
      chart(kind, categories: years, series: series(50)),
      chart(kind, categories: ages + ages + ages, series: series(12, years: 54)),
      chart(
        kind, categories: longLabels,
        series: longLabels.map { ChartSeries($0.label, points: points([1, 2, 3])) }),
      chart(
        kind, categories: years,
        series: [
          ChartSeries(
            name,
            points: [
              ChartPoint(1, text: LocalizedText(String(repeating: "長い値", count: 30))),
              ChartPoint(nil, text: LocalizedText(String(repeating: "理由", count: 30))),
              ChartPoint(-1, text: LocalizedText("")),
            ])
        ]),
    ]
  }
}
