import MunicipalModel

/// SplitMix64 (Steele, Lea and Flood), so that a failure can be repeated from its seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// A small long table with everything that may be odd about one, as text.
enum RandomTable {
  static func text(seed: UInt64, damage: Bool) -> String {
    var random = SeededRandom(seed: seed)
    var columns = [
      "code", "name", "year", "sex", "age", "population", "in_migrants", "out_migrants",
    ]
    if Bool.random(using: &random) { columns.append("remarks") }
    if seed % 3 != 0 { columns.shuffle(using: &random) }
    let isQuoted = seed % 5 == 0
    let newline = seed % 4 == 1 ? "\r\n" : "\n"
    let names = ["札幌市", "A\"B\" 町", "北, 村", "上下\n市", "㈱髙崎市", ""]
    let ages =
      seed % 2 == 0 ? ["15-19", "20-24", "25-29", "85+"] : ["20歳代", "２０～２４歳", "25～29歳", "年齢不詳"]
    let sexes = seed % 7 == 0 ? ["男", "女", "男女計"] : ["male", "female"]
    let years = seed % 2 == 0 ? ["2018", "2019", "2021"] : ["2019", "令和2年", "2021年"]
    func quoted(_ text: String) -> String {
      guard isQuoted || text.contains(where: { ",\"\n".contains($0) }) else { return text }
      return "\"" + text.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined() + "\""
    }
    var rows: [String] = []
    for index in 0..<Int.random(in: 1...6, using: &random) {
      let code = MunicipalityCode(.hokkaido, UInt16(200 + index))
      for year in years {
        for sex in sexes {
          for age in ages {
            var cells = columns.map { column in
              switch column {
              case "code": index % 2 == 0 ? code.sixDigits : code.fiveDigits
              case "name": names[index % names.count]
              case "year": year
              case "sex": sex
              case "age": age
              case "population": "\(Int.random(in: 0...40, using: &random) * 25)"
              case "remarks": ["", "x", "備考", "a, b"].randomElement(using: &random) ?? ""
              default: "\(Int.random(in: 0...60, using: &random))"
              }
            }
            if damage, Int.random(in: 0..<6, using: &random) == 0 {
              let position = Int.random(in: 0..<cells.count, using: &random)
              cells[position] =
                [
                  "", "?", "-5", "12.5", "99999999999", "2147483647", "2147483648", "1234567890",
                  "別名",
                ]
                .randomElement(using: &random) ?? ""
            }
            var row = cells.map(quoted).joined(separator: ",")
            if damage, Int.random(in: 0..<20, using: &random) == 0 {
              row = withDamagedQuote(row, using: &random)
            }
            rows.append(row)
            if damage, Int.random(in: 0..<15, using: &random) == 0 {
              rows.append(
                ["", "a,b", rows.last ?? "", rows.first ?? "", ",,,,,,,,,,"]
                  .randomElement(using: &random) ?? "")
            }
          }
        }
      }
    }
    if damage || seed % 3 == 1 { rows.shuffle(using: &random) }
    let end = seed % 4 == 2 ? "" : newline
    return ([columns.joined(separator: ",")] + rows).joined(separator: newline) + end
  }

  /// The row without one of its quotes, with one more, or with a letter behind one.
  private static func withDamagedQuote(
    _ row: String, using random: inout SeededRandom
  ) -> String {
    var scalars = Array(row.unicodeScalars)
    let quotes = scalars.indices.filter { scalars[$0] == "\"" }
    let place = Int.random(in: 0..<scalars.count, using: &random)
    switch (Int.random(in: 0..<3, using: &random), quotes.randomElement(using: &random)) {
    case (0, let quote?): scalars.remove(at: quote)
    case (1, let quote?): scalars.insert("x", at: quote + 1)
    default: scalars.insert("\"", at: place)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
