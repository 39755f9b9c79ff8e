import MunicipalModel
import Nationwide
import TestSupport
import Testing

/// The fast reader against the plain one, on files that are odd and damaged in many ways.
@Suite struct LongTableAgreementTests {
  @Test(arguments: TestSize.sample(0..<120))
  func `The fast and the plain reader agree`(seed: Int) throws {
    let text = RandomTable.text(seed: UInt64(seed), damage: seed % 3 > 0)
    let plain = PlainTable(text)
    let table = try LongTable.read(Array(text.utf8), document: "table")
    #expect(table.rowCount == plain.rowCount)
    let (fast, slow) = (rateLines(of: table), plain.rateLines)
    #expect(fast.count == slow.count)
    for (one, other) in zip(fast, slow) { try #require(one == other) }
    let issues = table.diagnostics.filter {
      !["unknown-column", "one-sex"].contains($0.code.rawValue)
    }
    #expect(issues.map { "\($0.citation.line) \($0.code.rawValue)" }.sorted() == plain.issues)
    for (key, counts) in plain.rows {
      #expect(
        [.population, .inMigrants, .outMigrants].map {
          table.count($0, of: key.code, year: key.year, sex: key.sex, age: key.age)
        } == counts)
    }
    for municipality in table.municipalities {
      #expect(municipality.name.ja == plain.names[municipality.code] ?? "")
    }
  }

  /// Commas, tabs and semicolons, and ages in one cell or in two, say the same.
  @Test(arguments: TestSize.sample(0..<40))
  func `Separators and chunks do not matter`(seed: Int) throws {
    let text = RandomTable.text(seed: UInt64(seed) &* 14, damage: false)
    let whole = try LongTable.read(Array(text.utf8), document: "table")
    for separator in ["\t", ";"] {
      let other = try LongTable.read(
        Array(RandomTable.text(seed: UInt64(seed) &* 14, damage: false, separator: separator).utf8),
        document: "table")
      #expect(other == whole)
    }
    var reader = LongTable.reader(document: "table", encoding: .utf8)
    let step = 1 + seed * 37 % 200
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: step) {
      reader.append(Array(bytes[start..<min(bytes.count, start + step)]))
    }
    #expect(try reader.finish() == whole)
  }

  @Test func `The ranking is that of plain arithmetic`() throws {
    for seed in [2, 4, 8, 10] as [UInt64] {
      let text = RandomTable.text(seed: seed, damage: false)
      let plain = PlainTable(text)
      let table = try LongTable.read(Array(text.utf8), document: "table")
      let ages = [AgeGroup(20, through: 24), AgeGroup(25, through: 29)].compactMap { $0 }
      for year in table.years {
        let entries = try table.socialChangeRates.ranking(at: .ages(20...29), in: year).entries
        func sum(_ code: MunicipalityCode, _ year: Int, _ count: Int) -> Int? {
          let parts = ages.map { plain.both(code, year, .group($0), count) }
          return parts.contains(nil) ? nil : parts.compactMap { $0 }.reduce(0, +)
        }
        var rated: [(code: MunicipalityCode, change: Int, population: Int)] = []
        for code in table.municipalities.map(\.code) {
          guard let arrivals = sum(code, year, 1), let leaving = sum(code, year, 2),
            let population = sum(code, year - 1, 0), population > 0
          else { continue }
          rated.append((code, arrivals - leaving, population))
        }
        #expect(entries.count == rated.count)
        for entry in entries {
          let own = try #require(rated.first { $0.code == entry.municipality.code })
          #expect(entry.rate.numerator == own.change)
          #expect(entry.rate.denominator == ExactDecimal(Int32(own.population)))
          let higher = rated.filter { $0.change * own.population > own.change * $0.population }
          #expect(entry.rank == higher.count + 1)
        }
      }
    }
  }
}
