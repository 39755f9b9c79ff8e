#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import MunicipalModel

/// What a life table is made from, for the closed groups.
enum MortalityFigures {
  /// nmx, per person-year.
  case rates([Double])
  /// nqx.
  case probabilities([Double])
}

extension LifeTable.AverageYearsLived {
  /// nax of the closed groups, in years; `nil` where the rule has none or a given figure is outside its group.
  ///
  /// - Throws: ``AgeMethodError`` with `unsupported-ages` if the formulas are not made for the ages.
  func years(
    in ages: AgeClassification, _ figures: MortalityFigures, subject: LocalizedText
  ) throws(AgeMethodError) -> [Double?] {
    try check(ages, subject: subject)
    let widths = ages.groups.compactMap(\.width).map(Double.init)
    var years: [Double?] = widths.map { $0 / 2 }
    switch self {
    case .midpoint: break
    case .given(let given):
      for (row, width) in widths.enumerated() {
        let isWithin = row < given.count && 0 <= given[row] && given[row] <= width
        years[row] = isWithin ? given[row] : nil
      }
    case .infant(let infant):
      if !years.isEmpty { years[0] = 0 <= infant && infant <= 1 ? infant : nil }
    case .coaleDemeny(let region, let sex):
      let formulas = CoaleDemenyYears(region: region, isMale: sex == .male)
      for (row, value) in formulas.years(figures).enumerated() where row < years.count {
        years[row] = value
      }
    case .andreevKingkade(let sex):
      if !years.isEmpty { years[0] = Self.andreevKingkade(isMale: sex == .male, figures) }
      if years.count > 1, ages.groups[1] == AgeGroup(1, through: 4) {
        let formulas = CoaleDemenyYears(region: .west, isMale: sex == .male)
        years[1] = formulas.years(figures)[1]
      }
    case .constantForce:
      for (row, width) in widths.enumerated() {
        years[row] = Self.constantForce(figures.rate(at: row, width: width, years: nil), width)
      }
    case .unitedNations(let sex):
      years = Self.unitedNations(isMale: sex == .male, figures, widths)
    }
    return years
  }

  /// Refuses ages that the formulas are not made for.
  private func check(_ ages: AgeClassification, subject: LocalizedText) throws(AgeMethodError) {
    let name: String
    var needed = [AgeGroup(singleYear: 0)]
    switch self {
    case .midpoint, .given, .constantForce: return
    case .infant: name = "infant: 0"
    case .andreevKingkade: name = "andreevKingkade: 0"
    case .coaleDemeny(let region, _):
      name = region == .west ? "coaleDemenyWest: 0, 1-4" : "coaleDemeny: 0, 1-4"
      needed.append(AgeGroup(1, through: 4))
    case .unitedNations:
      name = "unitedNations: 0, 1-4, 5-9"
      needed.append(AgeGroup(1, through: 4))
      for (row, group) in ages.groups.enumerated().dropFirst(2) where !group.isOpen {
        needed.append(AgeGroup(row * 5 - 5, through: row * 5 - 1))
      }
    }
    guard
      let row = needed.indices.first(where: {
        !ages.groups.indices.contains($0) || ages.groups[$0] != needed[$0]
      })
    else { return }
    let found = ages.groups.indices.contains(row) ? ages.groups[row] : nil
    throw AgeMethodError(
      AgeTableError(code: .unsupportedAges, row: row + 1, age: found, text: name),
      subject: subject)
  }

  /// a₀ by segments of m(0) or of q(0).
  private static func andreevKingkade(isMale: Bool, _ figures: MortalityFigures) -> Double {
    let segments: [(below: Double, intercept: Double, slope: Double)]
    let infant: Double
    switch figures {
    case .rates(let rates):
      infant = rates.first ?? 0
      segments =
        isMale
        ? [(0.0230, 0.14929, -1.99545), (0.08307, 0.02832, 3.26021), (.infinity, 0.29915, 0)]
        : [(0.01724, 0.14903, -2.05527), (0.06891, 0.04667, 3.88089), (.infinity, 0.31411, 0)]
    case .probabilities(let probabilities):
      infant = probabilities.first ?? 0
      segments =
        isMale
        ? [(0.0226, 0.1493, -2.0367), (0.0785, 0.0244, 3.4994), (.infinity, 0.2991, 0)]
        : [(0.0170, 0.1490, -2.0867), (0.0658, 0.0438, 4.1075), (.infinity, 0.3141, 0)]
    }
    let segment = segments.first { infant < $0.below } ?? segments[segments.count - 1]
    return segment.intercept + segment.slope * infant
  }

  /// The years with a constant force; half of the group without deaths.
  private static func constantForce(_ rate: Double, _ width: Double) -> Double {
    let force = rate * width
    guard force.isFinite else { return 0 }
    // Of a small force the formula is lost in rounding; its series is n ÷ 2 − n² m ÷ 12.
    guard force > 1e-5 else { return width / 2 - width * force / 12 }
    return width + 1 / rate - width / (1 - exp(-force))
  }

  private static func unitedNations(
    isMale: Bool, _ figures: MortalityFigures, _ widths: [Double]
  ) -> [Double?] {
    var years = widths.map { $0 / 2 }
    for (row, value) in CoaleDemenyYears(region: .west, isMale: isMale).years(figures).enumerated()
    where row < years.count {
      years[row] = value
    }
    // From probabilities the rates depend on the years that are looked for.
    for _ in 0..<50 {
      let rates = widths.indices.map {
        figures.rate(at: $0, width: widths[$0], years: years[$0])
      }
      let before = years
      for row in widths.indices.dropFirst(4) {
        let below = row - 1
        let above = row + 1 < widths.count ? row + 1 : row
        let distance = Double(above - below) * 5
        guard rates[row] > 0, rates[below] > 0, rates[above] > 0, rates[row].isFinite,
          rates[above].isFinite
        else { continue }
        let growth = log(rates[above] / rates[below]) / distance
        let value = 2.5 - 25.0 / 12 * (rates[row] - growth)
        years[row] = value > 0 && value < 5 ? value : constantForce(rates[row], 5)
      }
      guard case .probabilities = figures,
        zip(before, years).contains(where: { abs($0 - $1) > 1e-12 })
      else { break }
    }
    return years
  }
}

extension MortalityFigures {
  /// nmx of a closed group: q ÷ (n − (n − a)q), or −ln(1 − q) ÷ n where nothing is known of nax.
  func rate(at row: Int, width: Double, years: Double?) -> Double {
    switch self {
    case .rates(let rates): return row < rates.count ? rates[row] : 0
    case .probabilities(let probabilities):
      let dying = row < probabilities.count ? probabilities[row] : 0
      guard let years else { return -log(1 - dying) / width }
      return dying / (width - (width - years) * dying)
    }
  }
}

/// Coale and Demeny's years lived by those who die at 0 and at 1–4, from q(0), and for West from m(0).
private struct CoaleDemenyYears {
  let region: LifeTable.CoaleDemenyRegion
  let isMale: Bool

  /// The years at 0 and at 1–4.
  func years(_ figures: MortalityFigures) -> [Double] {
    switch figures {
    case .probabilities(let probabilities): return years(infant: probabilities.first ?? 0)
    case .rates(let rates):
      let rate = rates.first ?? 0
      guard region != .west else { return west(rate) }
      // q = m ÷ (1 + (1 − a) m), and a depends on q.
      var dying = rate
      for _ in 0..<50 { dying = rate / (1 + (1 - years(infant: dying)[0]) * rate) }
      return years(infant: dying)
    }
  }

  private func years(infant dying: Double) -> [Double] {
    let isEast = region == .east
    let children: (high: (Double, Double), low: (Double, Double)) =
      switch region {
      case .north: ((1.558, 1.570), (1.859, 1.733))
      case .south: ((1.240, 1.239), (1.541, 1.402))
      case .east: ((1.313, 1.324), (1.614, 1.487))
      case .west: ((1.352, 1.361), (1.653, 1.524))
      }
    if dying >= 0.1 {
      let infants = isEast ? (0.29, 0.31) : (0.33, 0.35)
      return isMale ? [infants.0, children.high.0] : [infants.1, children.high.1]
    }
    let infants = isEast ? (0.0025, 0.010) : (0.0425, 0.050)
    return isMale
      ? [infants.0 + 2.875 * dying, children.low.0 - 3.013 * dying]
      : [infants.1 + 3.000 * dying, children.low.1 - 1.627 * dying]
  }

  private func west(_ rate: Double) -> [Double] {
    if rate >= 0.107 { return isMale ? [0.330, 1.352] : [0.350, 1.361] }
    return isMale
      ? [0.045 + 2.684 * rate, 1.651 - 2.816 * rate]
      : [0.053 + 2.800 * rate, 1.522 - 1.518 * rate]
  }
}
