import Foundation
import MunicipalModel
import Testing

@testable import Demography

/// What no initializer accepts cannot be decoded, either.
@Suite("Decoded figures keep what their initializers promise")
struct DecodingTests {
  private static func decoded<Value: Codable & Hashable>(
    _ value: Value, replacing old: String = "", with new: String = ""
  ) throws -> Value {
    let json = String(decoding: try JSONEncoder().encode([value]), as: UTF8.self)
    if !old.isEmpty { try #require(json.contains(old), "\(json)") }
    let text = old.isEmpty ? json : json.replacingOccurrences(of: old, with: new)
    return try #require(try JSONDecoder().decode([Value].self, from: Data(text.utf8)).first)
  }

  @Test("A share of nobody, or of more than all")
  func share() throws {
    let share = try PopulationShare(
      name: LocalizedText("x"), part: TracedNumber(1, sources: []),
      whole: TracedNumber(2, sources: []), period: .calendarYear(2020))
    #expect(try Self.decoded(share) == share)
    for whole in ["0", "-2"] {
      let error = #expect(throws: DemographyError.self) {
        try Self.decoded(share, replacing: "\"value\":2", with: "\"value\":\(whole)")
      }
      #expect(error?.code == .denominatorNotPositive)
    }
    let error = #expect(throws: DemographyError.self) {
      try Self.decoded(share, replacing: "\"value\":1", with: "\"value\":3")
    }
    #expect(error?.code == .partExceedsWhole)
  }

  @Test("An index number of a base year without anybody")
  func index() throws {
    let index = try IndexNumber(
      item: .closingStock, period: .calendarYear(2016), figure: TracedNumber(6, sources: []),
      basePeriod: .calendarYear(2015), base: TracedNumber(5, sources: []))
    #expect(try Self.decoded(index) == index && index.value == 120)
    let error = #expect(throws: DemographyError.self) {
      try Self.decoded(index, replacing: "\"value\":5", with: "\"value\":0")
    }
    #expect(error?.code == .denominatorNotPositive)
  }

  @Test("A mean of no rates, or of rates of another kind")
  func mean() throws {
    let mean = try [2018, 2019].map { try Tomakomai.account($0) }
      .meanOfYearlyRates(of: .birth, .percentOfPreviousYearEnd)
    #expect(try Self.decoded(mean) == mean && mean.rates.count == 2)
    let json = String(decoding: try JSONEncoder().encode(mean), as: UTF8.self)
    var object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    object["rates"] = [Any]()
    let none = try JSONSerialization.data(withJSONObject: object)
    let empty = #expect(throws: DemographyError.self) {
      try JSONDecoder().decode(MeanOfYearlyRates.self, from: none)
    }
    #expect(empty?.code == .noYears)
    let other = try [2018, 2019].map { try Tomakomai.account($0) }
      .meanOfYearlyRates(of: .death, .percentOfPreviousYearEnd)
    object["rates"] = try JSONSerialization.jsonObject(with: JSONEncoder().encode(other.rates))
    let mixed = try JSONSerialization.data(withJSONObject: object)
    let error = #expect(throws: DemographyError.self) {
      try JSONDecoder().decode(MeanOfYearlyRates.self, from: mixed)
    }
    #expect(error?.code == .mixedRates)
  }
}
