import MunicipalModel

/// The sums over the districts of one day, by which a row of the whole is known without its name.
struct DistrictSums {
  /// 総人口, 男性, 女性 and each age; `nil` where a district lacks the figure.
  private let sums: [Double?]

  init(_ districts: [StandardDatasetRow]) {
    var sums: [Double?]?
    for row in districts {
      let figures = Self.figures(of: row)
      // Of a district without ages only the first three figures are left to compare.
      sums =
        sums.map {
          zip($0, figures).map { sum, own in sum.flatMap { sum in own.map { sum + $0 } } }
        }
        ?? figures
    }
    self.sums = sums ?? []
  }

  /// Whether the figures of a row are those of all districts together.
  func areFigures(of whole: StandardDatasetRow) -> Bool { matches(whole, times: 1) }

  /// Whether the figures of a district are those of all others together.
  func areTwice(_ district: StandardDatasetRow) -> Bool { matches(district, times: 2) }

  /// Fewer than three figures may agree by chance.
  private func matches(_ row: StandardDatasetRow, times factor: Double) -> Bool {
    var compared: [Double] = []
    for case (let sum?, let own?) in zip(sums, Self.figures(of: row)) {
      guard own * factor == sum else { return false }
      compared.append(sum)
    }
    return compared.count >= 3 && compared.contains { $0 > 0 }
  }

  private static func figures(of row: StandardDatasetRow) -> [Double?] {
    [row.total, row.male, row.female].map { $0.map { Double($0.value) } } + (row.ages?.counts ?? [])
  }
}
