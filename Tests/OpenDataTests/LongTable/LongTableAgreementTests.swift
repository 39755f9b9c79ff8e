import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// The fast reader against the plain one, on files that are odd and damaged in many ways.
@Suite struct LongTableAgreementTests {
  @Test(arguments: TestSize.sample(0..<120))
  func fastAndPlainReadersAgree(seed: Int) throws {
    let text = RandomTable.text(seed: UInt64(seed), damage: seed % 3 > 0)
    let plain = PlainTable(text)
    let table = try LongTable.read(Array(text.utf8), options: LongTableOptions(threads: 1))
    #expect(table.rowCount == plain.rowCount)
    let (fast, slow) = (try rateLines(of: table), plain.rateLines)
    #expect(fast.count == slow.count)
    for (one, other) in zip(fast, slow) { try #require(one == other) }
    #expect(issues(of: table) == plain.issues)
    for (key, counts) in plain.rows {
      let columns: [LongTableColumn] = [.population, .inMigrants, .outMigrants]
      #expect(
        columns.map {
          table.count($0, of: key.code, year: key.year, sex: key.sex, age: key.age)
        } == counts)
    }
    for (code, name) in plain.names { #expect(table.name(of: code) == name) }
  }

  @Test(arguments: TestSize.sample(0..<40))
  func threadsAndBlocksDoNotMatter(seed: Int) throws {
    let text = RandomTable.text(seed: UInt64(seed) &* 7, damage: seed % 2 > 0)
    let one = try LongTable.read(Array(text.utf8), options: LongTableOptions(threads: 1))
    let lines = try rateLines(of: one)
    for (threads, blockSize) in [(2, 1 << 19), (2, 1000), (3, 200), (4, 37), (1, 37), (8, 1)] {
      var options = LongTableOptions(threads: threads)
      options.blockSize = blockSize
      let other = try LongTable.read(Array(text.utf8), options: options)
      #expect(other.diagnostics == one.diagnostics)
      #expect(other.rowCount == one.rowCount)
      #expect(try rateLines(of: other) == lines)
    }
  }

  @Test func rankingIsThatOfPlainArithmetic() throws {
    for seed in [2, 4, 8, 10] as [UInt64] {
      let text = RandomTable.text(seed: seed, damage: false)
      let plain = PlainTable(text)
      let table = try LongTable.read(Array(text.utf8))
      let ranking = try table.socialChangeRates().ranked(at: 20..<30)
      let ages = [AgeGroup(20, through: 24), AgeGroup(25, through: 29)].compactMap { $0 }
      for year in ranking.years {
        func sum(_ code: MunicipalityCode, _ year: Int, _ count: Int) -> Int? {
          let parts = ages.map { plain.both(code, year, .group($0), count) }
          return parts.contains(nil) ? nil : parts.compactMap { $0 }.reduce(0, +)
        }
        var rated: [(code: MunicipalityCode, change: Int, population: Int)] = []
        for code in table.codes {
          guard let arrivals = sum(code, year.year, 1), let leaving = sum(code, year.year, 2),
            let population = sum(code, year.year - 1, 0), population > 0
          else { continue }
          rated.append((code, arrivals - leaving, population))
        }
        #expect(year.entries.count == rated.count)
        for entry in year.entries {
          let own = try #require(rated.first { $0.code == entry.code })
          #expect(entry.rate.socialChange == own.change)
          #expect(entry.rate.previousPopulation == own.population)
          let higher = rated.filter { $0.change * own.population > own.change * $0.population }
          #expect(entry.rank == higher.count + 1)
        }
      }
    }
  }

  /// Bytes are changed, removed, doubled and moved; whatever comes out does not depend on threads.
  @Test(arguments: TestSize.sample(0..<8))
  func damagedBytesNeverTrapAndReadTheSame(seed: Int) throws {
    var random = SeededRandom(seed: 0xF022 + UInt64(seed))
    let marks = Array("\",\n\r\0 -+9歳".utf8) + [0xFF, 0x80, 0xE3, 0xEF]
    for round in 0..<20 {
      var bytes = Array(RandomTable.text(seed: UInt64(round % 12), damage: true).utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
        default: bytes.removeLast(Int.random(in: 0...min(80, bytes.count), using: &random))
        }
      }
      var one = LongTableOptions(encoding: .utf8, threads: 1)
      var two = LongTableOptions(encoding: .utf8, threads: 2)
      one.diagnosticLimit = 7
      two.diagnosticLimit = 7
      two.blockSize = Int.random(in: 1...300, using: &random)
      let first = Result { try LongTable.read(bytes, options: one) }
      let second = Result { try LongTable.read(bytes, options: two) }
      switch (first, second) {
      case (.success(let first), .success(let second)):
        #expect(first.diagnostics == second.diagnostics)
        #expect(first.rowCount == second.rowCount)
        #expect(try rateLines(of: first) == rateLines(of: second))
      case (.failure(let first as LongTableError), .failure(let second as LongTableError)):
        #expect(first == second)
      default: Issue.record("only one of them was read, seed \(seed), round \(round)")
      }
      _ = try? LongTable.read(bytes)
    }
  }

  private func issues(of table: LongTable) -> [String] {
    table.diagnostics.kept.filter { $0.code != "unknown-column" }
      .map { "\($0.citation.line) \($0.code.rawValue)" }.sorted()
  }
}
