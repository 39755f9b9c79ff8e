import MunicipalModel

extension DocumentSession {
  /// Notes a figure that is about a thousandth or a thousand times of those beside it, or a share that
  /// has lost its point: 1.498 beside 1,600, 1,498円 beside 1,600千円, 455% beside 45.5% and 46.1%.
  mutating func reportOddScale(of indicator: Indicator) {
    let all = indicator.figures.compactMap(ScaledFigure.init)
    guard all.count > 1 else { return }
    if all.allSatisfy(\.mayBeShareOfOne) { reportShareOfOne(all) }
    for figure in all {
      let others = all.filter { $0.citation != figure.citation }
        .compactMap { $0.counted(in: figure.unit) }
      guard let (slip, other) = figure.slip(among: others, indicatorUnit: indicator.unit) else {
        continue
      }
      let (printed, beside, words) = (figure.citation.printed, other.citation.printed, slip.words)
      warn(
        "figure-out-of-scale", at: figure.citation,
        ja: "「\(printed)」は隣の値「\(beside)」の\(words.ja)です。桁区切り、小数点、単位を確かめてください",
        en:
          "\"\(printed)\" is \(words.en) the figure beside it, \"\(beside)\"; check its separators, "
          + "its point and its unit")
    }
  }

  /// Notes shares of the population none of which reaches 1 %: 高齢化率 0.486. Rates of change may be that small.
  mutating func reportSharesOfOne(in figures: [PopulationFigure]) {
    let items = figures.map(\.item).filter { $0 == .ageingRate || $0.rawValue.hasSuffix("_share") }
    for item in items.uniqued {
      let all = figures.filter { $0.item == item }.compactMap(ScaledFigure.init)
      if all.count > 1, all.allSatisfy(\.isBelowOne) { reportShareOfOne(all) }
    }
  }

  private mutating func reportShareOfOne(_ all: [ScaledFigure]) {
    guard let first = all.first(where: { $0.decimals > 1 }) else { return }
    let printed = first.citation.printed
    warn(
      "share-of-one", at: first.citation,
      ja: "どの値も1％に届きません。「\(printed)」は1に対する割合（100倍すると％）かもしれません",
      en:
        "no figure reaches 1%; \"\(printed)\" may be a share of 1, a hundredth of the percentage")
  }
}

/// How a figure went wrong, as its neighbours let guess.
private enum ScaleSlip {
  case thousandth, thousandfold, share

  var words: LocalizedText {
    switch self {
    case .thousandth: LocalizedText(ja: "約1000分の1", en: "about a thousandth of")
    case .thousandfold: LocalizedText(ja: "約1000倍", en: "about a thousand times")
    case .share: LocalizedText(ja: "何倍もの割合", en: "many times")
    }
  }
}

/// A figure of an indicator as its neighbours are compared with it.
private struct ScaledFigure {
  let citation: Citation
  /// The unit as printed.
  let unit: String
  /// How many digits are printed after the point.
  let decimals: Int
  /// The number without its sign; not zero.
  let magnitude: Double
  private let quantity: Quantity

  init?(_ observation: IndicatorFigure) {
    guard observation.role.isMeasured, let quantity = observation.reading.quantity else {
      return nil
    }
    self.init(quantity, of: quantity.value, citation: observation.citation)
  }

  init?(_ figure: PopulationFigure) {
    guard let quantity = figure.reading.quantity else { return nil }
    self.init(quantity, of: quantity.value, citation: figure.citation)
  }

  private init?(_ quantity: Quantity, of number: ExactDecimal, citation: Citation) {
    guard !number.isZero else { return nil }
    self.citation = citation
    self.quantity = quantity
    unit = quantity.unit
    decimals = quantity.value.scale
    magnitude = abs(number.doubleValue)
  }

  /// Whether it is a percentage below one whose cell prints no %.
  var mayBeShareOfOne: Bool { unit == "%" && isBelowOne }

  /// Whether it is less than one, with decimals, and its cell prints no %.
  var isBelowOne: Bool {
    magnitude < 1 && decimals > 0 && !TextFolding.key(citation.printed).contains("%")
  }

  /// The figure in a unit that it can be counted in.
  func counted(in unit: String) -> Self? {
    quantity.number(of: unit).flatMap { Self(quantity, of: $0, citation: citation) }
  }

  /// What a figure looks like beside others, and one of them.
  func slip(among others: [Self], indicatorUnit: String) -> (ScaleSlip, Self)? {
    // Three digits after the point, where a comma may have been read as one: 1.498.
    let whole = others.filter { $0.decimals == 0 }
    if decimals == 3, let first = whole.first,
      whole.allSatisfy({ isNear($0, times: 1000) })
    {
      return (.thousandth, first)
    }
    // Of two magnitudes of one unit, 円 and 千円, that of the indicator is the right one.
    if unit != indicatorUnit, let other = others.first(where: { $0.unit != unit }) {
      if isNear(other, times: 1000) { return (.thousandth, other) }
      if other.isNear(self, times: 1000) { return (.thousandfold, other) }
    }
    // Two figures that agree outvote a third; of two alone neither does.
    guard others.count > 1, let low = others.min(by: { $0.magnitude < $1.magnitude }),
      let high = others.max(by: { $0.magnitude < $1.magnitude }),
      high.magnitude <= 3 * low.magnitude
    else { return nil }
    if unit == "%", magnitude > 100, high.magnitude <= 100, magnitude > 8 * high.magnitude {
      return (.share, high)
    }
    // From one or two things to a thousand is growth, not a slip.
    if magnitude >= 10 || decimals > 0, isNear(low, times: 1000), isNear(high, times: 1000) {
      return (.thousandth, high)
    }
    if low.magnitude >= 10 || low.decimals > 0, low.isNear(self, times: 1000),
      high.isNear(self, times: 1000)
    {
      return (.thousandfold, high)
    }
    return nil
  }

  /// Whether the figure, so many times, is within a factor of three of another.
  private func isNear(_ other: Self, times factor: Double) -> Bool {
    let scaled = magnitude * factor
    return scaled <= 3 * other.magnitude && other.magnitude <= 3 * scaled
  }
}
