/// A formula that parts five-year groups into single years (5歳階級の各歳への補間).
///
/// A year is a sum of five neighbouring groups with fixed multipliers. The first two and the last two closed
/// groups have multipliers of their own, which lean on less.
public enum AgeGraduation: String, Hashable, Sendable, Codable, CaseIterable {
  /// Sprague's fifth-difference formula: the years of a group add up to it.
  ///
  /// Source: Sprague, Journal of the Institute of Actuaries 22 (1880); multipliers of Shryock and Siegel, The
  /// Methods and Materials of Demography (1971), appendix C, table C-12.
  case sprague
  /// Beers' ordinary formula: the years of a group add up to it, with the least fifth differences.
  ///
  /// Source: Beers, The Record of the American Institute of Actuaries 34 (1945); Shryock and Siegel, table C-13.
  case beersOrdinary = "beers-ordinary"
  /// Beers' modified formula: smoother, and the years of a group inside need not add up to it.
  ///
  /// Source: Beers, The Record of the American Institute of Actuaries 34 (1945); Shryock and Siegel, table C-14.
  case beersModified = "beers-modified"

  /// The fewest five-year groups that the formulas take.
  static let fewestGroups = 5

  /// The single years of closed five-year groups, five for each; figures may come out below zero.
  ///
  /// - Parameter groups: at least ``fewestGroups``.
  func singleYears(of groups: [Double]) -> [Double] {
    let count = groups.count
    return groups.indices.flatMap { group in
      (0..<5).map { year in
        // Tables from the oldest group down are those from the youngest group up, turned round.
        let fromEnd = count - 1 - group
        if group < 2 { return sum(edge[group * 5 + year], groups[0..<5]) }
        if fromEnd < 2 {
          return sum(edge[fromEnd * 5 + 4 - year].reversed(), groups[(count - 5)...])
        }
        return sum(middle[year], groups[(group - 2)...(group + 2)])
      }
    }
  }

  private func sum(_ multipliers: some Sequence<Double>, _ groups: ArraySlice<Double>) -> Double {
    zip(multipliers, groups).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Ten years of the first two groups, by the first five groups.
  private var edge: [[Double]] {
    switch self {
    case .sprague: Multipliers.spragueEdge
    case .beersOrdinary: Multipliers.beersOrdinaryEdge
    case .beersModified: Multipliers.beersModifiedEdge
    }
  }

  /// Five years of a group inside, by it and its two neighbours on both sides.
  private var middle: [[Double]] {
    switch self {
    case .sprague: Multipliers.spragueMiddle
    case .beersOrdinary: Multipliers.beersOrdinaryMiddle
    case .beersModified: Multipliers.beersModifiedMiddle
    }
  }
}

/// The published multipliers.
private enum Multipliers {
  static let spragueEdge: [[Double]] = [
    [0.3616, -0.2768, 0.1488, -0.0336, 0], [0.2640, -0.0960, 0.0400, -0.0080, 0],
    [0.1840, 0.0400, -0.0320, 0.0080, 0], [0.1200, 0.1360, -0.0720, 0.0160, 0],
    [0.0704, 0.1968, -0.0848, 0.0176, 0], [0.0336, 0.2272, -0.0752, 0.0144, 0],
    [0.0080, 0.2320, -0.0480, 0.0080, 0], [-0.0080, 0.2160, -0.0080, 0, 0],
    [-0.0160, 0.1840, 0.0400, -0.0080, 0], [-0.0176, 0.1408, 0.0912, -0.0144, 0],
  ]
  static let spragueMiddle: [[Double]] = [
    [-0.0128, 0.0848, 0.1504, -0.0240, 0.0016], [-0.0016, 0.0144, 0.2224, -0.0416, 0.0064],
    [0.0064, -0.0336, 0.2544, -0.0336, 0.0064], [0.0064, -0.0416, 0.2224, 0.0144, -0.0016],
    [0.0016, -0.0240, 0.1504, 0.0848, -0.0128],
  ]
  static let beersOrdinaryEdge: [[Double]] = [
    [0.3333, -0.1636, -0.0210, 0.0796, -0.0283], [0.2595, -0.0780, 0.0130, 0.0100, -0.0045],
    [0.1924, 0.0064, 0.0184, -0.0256, 0.0084], [0.1329, 0.0844, 0.0054, -0.0356, 0.0129],
    [0.0819, 0.1508, -0.0158, -0.0284, 0.0115], [0.0404, 0.2000, -0.0344, -0.0128, 0.0068],
    [0.0093, 0.2268, -0.0402, 0.0028, 0.0013], [-0.0108, 0.2272, -0.0248, 0.0112, -0.0028],
    [-0.0198, 0.1992, 0.0172, 0.0072, -0.0038], [-0.0191, 0.1468, 0.0822, -0.0084, -0.0015],
  ]
  static let beersOrdinaryMiddle: [[Double]] = [
    [-0.0117, 0.0804, 0.1570, -0.0284, 0.0027], [-0.0020, 0.0160, 0.2200, -0.0400, 0.0060],
    [0.0050, -0.0280, 0.2460, -0.0280, 0.0050], [0.0060, -0.0400, 0.2200, 0.0160, -0.0020],
    [0.0027, -0.0284, 0.1570, 0.0804, -0.0117],
  ]
  static let beersModifiedEdge: [[Double]] = [
    [0.3332, -0.1938, 0.0702, -0.0118, 0.0022], [0.2569, -0.0753, 0.0205, -0.0027, 0.0006],
    [0.1903, 0.0216, -0.0146, 0.0032, -0.0005], [0.1334, 0.0969, -0.0351, 0.0059, -0.0011],
    [0.0862, 0.1506, -0.0410, 0.0054, -0.0012], [0.0486, 0.1831, -0.0329, 0.0021, -0.0009],
    [0.0203, 0.1955, -0.0123, -0.0031, -0.0004], [0.0008, 0.1893, 0.0193, -0.0097, 0.0003],
    [-0.0108, 0.1677, 0.0577, -0.0153, 0.0007], [-0.0159, 0.1354, 0.0972, -0.0170, 0.0003],
  ]
  static let beersModifiedMiddle: [[Double]] = [
    [-0.0160, 0.0973, 0.1321, -0.0121, -0.0013], [-0.0129, 0.0590, 0.1564, 0.0018, -0.0043],
    [-0.0085, 0.0260, 0.1650, 0.0260, -0.0085], [-0.0043, 0.0018, 0.1564, 0.0590, -0.0129],
    [-0.0013, -0.0121, 0.1321, 0.0973, -0.0160],
  ]
}
