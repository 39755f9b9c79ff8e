import MunicipalModel
import Nationwide

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

/// The lines of the rates, without the first.
func rateLines(of table: LongTable) -> [String] {
  RandomTable.records(String(decoding: table.socialChangeRates.csv, as: UTF8.self))
}

/// A small long table with everything that may be odd about one, as text.
enum RandomTable {
  static func text(seed: UInt64, damage: Bool, separator: String = ",") -> String {
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
      guard isQuoted || text.contains(where: { (separator + "\"\n").contains($0) }) else {
        return text
      }
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
            rows.append(cells.map(quoted).joined(separator: separator))
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
    return ([columns.joined(separator: separator)] + rows).joined(separator: newline) + end
  }

  /// The records of a CSV text behind the first; a newline in quotes does not end one.
  static func records(_ text: String) -> [String] {
    var result: [String] = []
    var record = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == "\n", !isQuoted {
        result.append(String(record))
        record = String.UnicodeScalarView()
      } else {
        record.append(scalar)
      }
    }
    return Array(result.dropFirst())
  }
}
