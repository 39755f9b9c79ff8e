import MunicipalModel

@testable import Demography

/// A county of California by Hunsinger's spreadsheet of the method (CCRAdjustmentSheet of the repository CCRStable,
/// December 2021): estimates of the U.S. Census Bureau for 2010 and 2015, 0–4 to 85 and over.
enum HamiltonPerryCounty {
  static let men2010: [Double] = [
    50198, 48154, 46396, 51061, 54592, 56246, 56339, 56854, 56139, 56108, 53598, 45954, 37859,
    24901, 17200, 12651, 9173, 8333,
  ]
  static let women2010: [Double] = [
    47458, 46337, 44587, 48629, 52946, 57329, 58479, 58051, 56464, 57769, 55272, 49347, 41839,
    28449, 20868, 16597, 14166, 16643,
  ]
  static let men2015: [Double] = [
    50230, 50663, 48080, 47469, 53252, 67079, 66453, 61889, 58248, 56121, 55575, 52093, 43418,
    34273, 22010, 14820, 10016, 9936,
  ]
  static let women2015: [Double] = [
    47974, 48520, 46276, 46727, 52618, 67091, 67836, 62254, 59417, 56432, 57521, 54717, 47717,
    39461, 26354, 18855, 14284, 18859,
  ]
  /// The implied total fertility in boys, then the cohort change ratios 2010–15 of the men, the open-ended group last.
  static let menRatios: [Double] = [
    0.852502, 1.009263, 0.998463, 1.023127, 1.042909, 1.228733, 1.181471, 1.098511, 1.024519,
    0.999679, 0.990500, 0.971921, 0.944814, 0.905280, 0.883900, 0.861628, 0.791716, 0.567577,
  ]
  static let womenRatios: [Double] = [
    0.814495, 1.022378, 0.998684, 1.047996, 1.082029, 1.267159, 1.183275, 1.064553, 1.023531,
    0.999433, 0.995707, 0.989959, 0.966969, 0.943163, 0.926359, 0.903537, 0.860637, 0.612126,
  ]
  /// The same as the sheet uses them for 2020, with its adjustment of mortality.
  static let menAdjusted: [Double] = [
    0.852502405, 1.009436090, 0.998494814, 1.023220394, 1.043123024, 1.229010327, 1.181764378,
    1.098846131, 1.024956297, 1.000346047, 0.991537794, 0.973481073, 0.947015123, 0.908176466,
    0.887708281, 0.866625659, 0.797815721, 0.571136833,
  ]
  static let womenAdjusted: [Double] = [
    0.814494867, 1.022526045, 0.998708524, 1.048037191, 1.082101343, 1.267256585, 1.183397723,
    1.064721011, 1.023785748, 0.999840820, 0.996355553, 0.990927384, 0.968359641, 0.945143051,
    0.929212622, 0.907685021, 0.866365809, 0.616056219,
  ]
  static let men2020: [Double] = [
    53647.596, 50703.975, 50586.743, 49196.437, 49516.007, 65447.258, 79271.573, 73021.622,
    63433.520, 58268.157, 55646.093, 54101.211, 49332.859, 39431.206, 30424.426, 19074.431,
    11823.629, 11395.322,
  ]
  static let women2020: [Double] = [
    51255.799, 49054.665, 48457.338, 48498.969, 50563.349, 66680.507, 79395.337, 72226.415,
    63734.758, 59407.542, 56226.337, 56999.134, 52985.734, 45099.391, 36667.659, 23921.131,
    16335.327, 20417.951,
  ]

  static func county(_ year: Int, _ men: [Double], _ women: [Double]) throws -> AgeTable {
    try AgeTable(
      .population, period: .calendarYear(year), ages: .fiveYearGroups(openFrom: 85),
      columns: [AgeTable.Column(.male, men), AgeTable.Column(.female, women)])
  }

  static func pair() throws -> IntercensalPair {
    try IntercensalPair(
      start: county(2010, men2010, women2010), end: county(2015, men2015, women2015))
  }
}
