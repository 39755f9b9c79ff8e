import OpenData

/// Reads bytes as a long table on one and on two threads, which must agree, and forms its rates.
enum LongTableFuzz {
  static func read(_ bytes: [UInt8]) {
    let one = try? LongTable.read(bytes, document: "fuzz", options: LongTableOptions(threads: 1))
    let two = try? LongTable.read(bytes, document: "fuzz", options: LongTableOptions(threads: 2))
    guard one?.rowCount == two?.rowCount, one?.diagnostics == two?.diagnostics else {
      fatalError("two threads read something else than one")
    }
    guard let one, let two else { return }
    let ranking = try? one.socialChangeRates().ranked(at: 20..<30)
    guard ranking == (try? two.socialChangeRates().ranked(at: 20..<30)) else {
      fatalError("two threads rank otherwise than one")
    }
    for code in one.codes {
      for year in one.years {
        for age in one.ages { _ = one.socialChangeRates().rate(of: code, year: year, age: age) }
      }
    }
  }
}
