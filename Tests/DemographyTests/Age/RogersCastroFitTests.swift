import Demography
import MunicipalModel
import Testing

/// Fits of observed rates against the least squares that SciPy finds within the same bounds.
@Suite("Rogers–Castro fits of observed rates")
struct RogersCastroFitTests {
  /// Florida's migrants by single year, ages 0–80: the vignette of the R package rcbayes (Yeung, Alexander and
  /// Riffe), migrants ÷ population.
  static let florida = [
    0.024161736, 0.021887825, 0.021136063, 0.021940928, 0.020807324, 0.020833333, 0.019914651,
    0.020852221, 0.018322476, 0.018851757, 0.019648829, 0.021704815, 0.022423289, 0.022683583,
    0.026524149, 0.028559603, 0.029338843, 0.033276451, 0.035686876, 0.037367304, 0.040460412,
    0.040942449, 0.042044518, 0.043514644, 0.042911233, 0.042282571, 0.040682891, 0.038739081,
    0.039339656, 0.037247251, 0.033568312, 0.031825153, 0.029911374, 0.029592621, 0.028415301,
    0.02670829, 0.025152439, 0.02454929, 0.024280911, 0.024270004, 0.02294197, 0.021541011,
    0.023780734, 0.020698052, 0.021513944, 0.020408163, 0.020376176, 0.021394319, 0.022906228,
    0.019754007, 0.023545706, 0.021730217, 0.021664766, 0.023809524, 0.024877365, 0.02600867,
    0.025346401, 0.026998597, 0.026039905, 0.027805695, 0.02962963, 0.027758501, 0.029587883,
    0.028863719, 0.02767793, 0.029653448, 0.026199262, 0.023347843, 0.025875796, 0.026482213,
    0.025548902, 0.024990083, 0.021952176, 0.023529412, 0.023394995, 0.022362664, 0.022582229,
    0.021064302, 0.02075227, 0.019047619, 0.019972452,
  ]

  /// Brazil, 2000, ages 5–85: census data of the R package migest (ipumsi_age), migrants ÷ population.
  static let brazil = [
    0.10704426, 0.10741322, 0.10395925, 0.10041802, 0.096233373, 0.096863806, 0.095466456,
    0.092978492, 0.093051333, 0.093875748, 0.095582916, 0.099680781, 0.10410517, 0.11170456,
    0.12125166, 0.12745841, 0.1359115, 0.13894599, 0.14126581, 0.14278793, 0.14058001,
    0.13983975, 0.13705668, 0.13474016, 0.13117437, 0.12653081, 0.12633179, 0.1199033,
    0.11796659, 0.11423969, 0.10885624, 0.10754954, 0.1046436, 0.10091878, 0.097143398,
    0.0938319, 0.09154557, 0.088921321, 0.086758665, 0.08296364, 0.081467996, 0.080834754,
    0.078330261, 0.077841986, 0.07344571, 0.071999766, 0.070915073, 0.06998733, 0.068668269,
    0.065699809, 0.063908104, 0.064621557, 0.062272684, 0.061054622, 0.059335086, 0.059991743,
    0.057880659, 0.057941247, 0.058559711, 0.055821134, 0.054178486, 0.053935216, 0.053594108,
    0.052349379, 0.051108176, 0.050454454, 0.050908732, 0.050497247, 0.050590157, 0.049541207,
    0.048004501, 0.04816776, 0.048851594, 0.051997652, 0.051747571, 0.053260744, 0.051456461,
    0.051275282, 0.059324823, 0.054214854, 0.054737736,
  ]

  private static func fits(
    _ rates: [Double], from age: Int
  ) throws -> [RogersCastroSchedule.Shape: RogersCastroFit] {
    let ages = rates.indices.compactMap { AgeGroup(singleYear: age + $0) }
    var fits: [RogersCastroSchedule.Shape: RogersCastroFit] = [:]
    for shape in RogersCastroSchedule.Shape.allCases {
      fits[shape] = try RogersCastroFit(ages: ages, rates: rates, shape: shape)
    }
    return fits
  }

  /// The sums of squares of SciPy (least_squares with non-negative heights, 40 starts); that of 11 parameters of
  /// Florida, which rcbayes' posterior medians leave at 8.43e-5, is 7.305e-5.
  @Test(arguments: [
    (
      florida, 0,
      [
        RogersCastroSchedule.Shape.sevenParameters: 5.0709e-4, .nineParameters: 4.0152e-4,
        .elevenParameters: 7.3054e-5, .thirteenParameters: 7.3054e-5,
      ]
    ),
    (
      brazil, 5,
      [
        .sevenParameters: 3.3328e-4, .nineParameters: 1.1874e-4, .elevenParameters: 1.0089e-4,
        .thirteenParameters: 1.0062e-4,
      ]
    ),
  ])
  func `The least squares are found`(
    rates: [Double], age: Int, least: [RogersCastroSchedule.Shape: Double]
  ) throws {
    let fits = try Self.fits(rates, from: age)
    func squares(_ shape: RogersCastroSchedule.Shape) throws -> Double {
      try #require(fits[shape]).sumOfSquares
    }
    for (shape, sum) in least {
      #expect(try squares(shape) <= sum, "\(shape)")
      #expect(fits[shape]?.hasConverged == true, "\(shape)")
    }
    // More parts never fit worse.
    for (more, fewer) in [
      (RogersCastroSchedule.Shape.nineParameters, RogersCastroSchedule.Shape.sevenParameters),
      (.elevenParameters, .sevenParameters), (.thirteenParameters, .nineParameters),
      (.thirteenParameters, .elevenParameters),
    ] {
      #expect(try squares(more) <= squares(fewer) * (1 + 1e-9), "\(more), \(fewer)")
    }
  }

  /// μ₂ is 25 in rcbayes' medians, 29 at the least squares and 45, its bound, with seven parameters; the peak of the
  /// labour force is at 23 each time.
  @Test func `The peak is stable where μ₂ is not`() throws {
    let fits = try Self.fits(Self.florida, from: 0)
    var positions: [Double] = []
    for shape in [RogersCastroSchedule.Shape.sevenParameters, .elevenParameters] {
      let schedule = try #require(fits[shape]).schedule
      positions.append(schedule.labourForce.position)
      #expect((22.0...24.5).contains(try schedule.labourForcePeak().ageAtPeak), "\(shape)")
    }
    #expect(abs(positions[0] - positions[1]) > 10)
    #expect(fits[.elevenParameters]?.parametersAtBounds == ["μ₃"])
    #expect(fits[.sevenParameters]?.parametersAtBounds.contains("α₁") == true)
  }

  @Test func `Groups in another order give the same fit`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 80).groups.dropLast()
    let rates = ages.map { age in
      Self.florida[age.lowerAge..<age.lowerAge + 5].reduce(0, +) / 5
    }
    let fit = try RogersCastroFit(ages: Array(ages), rates: rates)
    let turned = try RogersCastroFit(ages: ages.reversed(), rates: rates.reversed())
    #expect(abs(fit.sumOfSquares / turned.sumOfSquares - 1) < 1e-6)
    #expect(fit.observed == turned.observed.reversed())
  }

  @Test(arguments: [
    ([(20, 24)], 2), ([(20, 24), (22, 23)], 2), ([(0, 4), (5, 9), (9, 12)], 3), ([(0, 90)], 2),
  ])
  func `Repeated and overlapping groups are refused`(
    groups: [(Int, Int)], row: Int
  ) throws {
    var ages = groups.compactMap { AgeGroup($0.0, through: $0.1) }
    // The first group again, or the groups of other ages, which overlap it.
    if groups.count == 1 { ages += [AgeGroup(20, through: 24)].compactMap(\.self) }
    ages += (30..<40).compactMap { AgeGroup(singleYear: $0) }
    let rates = ages.indices.map { Double($0 + 1) }
    let error = try #require(throws: AgeMethodError.self) {
      try RogersCastroFit(ages: ages, rates: rates)
    }
    #expect(error.code.rawValue == "overlapping-ages" && error.row == row)
    let first = try #require(AgeGroup(20, through: 24))
    let same = try #require(throws: AgeMethodError.self) {
      try RogersCastroFit(
        ages: Array(repeating: first, count: 10), rates: (1...10).map(Double.init))
    }
    #expect(same.code.rawValue == "overlapping-ages" && same.row == 2)
  }
}
