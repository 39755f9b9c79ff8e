import Demography
import MunicipalModel
import Testing

@Suite("Published comparisons of rates and ages")
struct PublishedComparisonTests {
  /// Household headship of 1970 and 1985 is decomposed as in the user's manual.
  ///
  /// Das Gupta, Standardization and Decomposition of Rates (1993), example 5.1: per 100 persons, the
  /// United States; 2.9672 = 1.2269 by age + 1.7403 by rates. As the R package DasGuptR carries it over.
  @Test func `Das Gupta's headship rates`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 75).groups.dropFirst(3)
    func strata(_ sizes: [Double], _ rates: [Double]) -> [KitagawaDecomposition.Stratum] {
      zip(ages, zip(sizes, rates)).map {
        KitagawaDecomposition.Stratum(label: $0.label, population: $1.0, rate: $1.1)
      }
    }
    let result = try KitagawaDecomposition(
      from: strata(
        [12.9, 10.9, 9.5, 8.0, 7.8, 8.4, 8.6, 7.8, 7.0, 5.9, 4.7, 3.6, 4.9],
        [1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8]),
      to: strata(
        [10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6.0, 6.3, 5.9, 5.1, 4.0, 5.5],
        [2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2]))
    #expect(result.effects.count == 13)
    #expect(abs(result.firstCrudeRate - 44.7268) < 1e-9)
    #expect(abs(result.secondCrudeRate - 47.6940) < 1e-9)
    #expect(abs(result.compositionEffect - 1.2269) < 1e-9)
    #expect(abs(result.rateEffect - 1.7403) < 1e-9)
  }

  /// Down's syndrome by birth order is standardised on the mothers' ages as published.
  ///
  /// Fleiss, Statistical Methods for Rates and Proportions (1981), table 14.4, Michigan 1950–64; crude
  /// and adjusted rates per birth as the R package tidyrates prints them.
  @Test(arguments: [
    (
      [107, 141, 60, 40, 39, 25], [230061, 329449, 114920, 39487, 14208, 3052], 0.000563, 0.000923
    ),
    ([25, 150, 110, 84, 82, 39], [72202, 326701, 208667, 83228, 28466, 5375], 0.000676, 0.000912),
    (
      [3, 71, 114, 103, 108, 75], [15050, 175702, 207081, 117300, 45026, 8660], 0.000833, 0.000851
    ),
    ([1, 26, 64, 89, 137, 96], [2293, 68800, 132424, 98301, 46075, 9834], 0.00115, 0.000927),
    (
      [0, 8, 63, 112, 262, 295], [327, 30666, 123419, 149919, 104088, 34392], 0.00167, 0.000755
    ),
  ])
  func `Fleiss's adjusted rates`(
    cases: [Int], births: [Int], crude: Double, adjusted: Double
  ) throws {
    let young = try #require(AgeGroup(0, through: 19))
    let ages = try AgeClassification(
      [young] + AgeClassification.fiveYearGroups(openFrom: 40).groups.dropFirst(4))
    // The mothers' ages of all births, 1/5 of them.
    let standard = try StandardPopulation(
      name: LocalizedText("all births"),
      population: AgeTable(
        .population, ages: ages,
        columns: [AgeTable.Column(.both, [63986.6, 186263.6, 157302.2, 97647.0, 47572.6, 12262.6])])
    )
    let rates = try AgeSpecificRates(
      events: AgeTable(.deaths, ages: ages, columns: [AgeTable.Column(.both, cases)]),
      population: AgeTable(.population, ages: ages, columns: [AgeTable.Column(.both, births)]))
    let result = try rates.directlyStandardized(on: standard)
    // Both are printed to three digits, the crude rates above 0.001 to five decimals.
    #expect(abs(result.crudeRate / 1000 - crude) < (crude < 0.001 ? 0.000_000_5 : 0.000_005))
    #expect(abs(result.value / 1000 - adjusted) < 0.000_000_5)
  }

  /// The index of dissimilarity of two age distributions is that of the textbook.
  ///
  /// Siegel and Swanson, The Methods and Materials of Demography (2004), table 7.20: 5.5. As the tests of
  /// the R package DemoTools carry it over; nine groups, percent.
  @Test func `The textbook's index of dissimilarity`() throws {
    let ages = try AgeClassification.groups(ofWidth: 10, openFrom: 80)
    func table(_ shares: [Double]) throws -> AgeTable {
      try AgeTable(.population, ages: ages, columns: [AgeTable.Column(.both, shares)])
    }
    let first = try table([7.38, 14.16, 14.79, 17.36, 15.11, 10.14, 8.50, 7.28, 5.28])
    let second = try table([6.48, 12.27, 15.25, 15.10, 14.66, 10.80, 8.95, 9.28, 7.21])
    #expect(abs(try first.indexOfDissimilarity(to: second) - 5.5) < 0.05)
  }
}
