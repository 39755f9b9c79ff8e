import MachiKurabe

/// Makes a long table of invented municipalities, the same one for the same seed on any machine.
///
/// Codes have a right check digit, one name in two hundred needs quotes, and every municipality has
/// its own size, age profile and balance of movers. No figure is a real one.
struct SyntheticTable {
  /// The number of municipalities in Japan, with the special wards of Tokyo.
  static let nationwide = 1741
  /// What fits three digits in each of 47 prefectures.
  static let mostMunicipalities = 47 * 999

  let municipalities: Int
  let years: ClosedRange<Int>
  private let ages = (0..<20).map { "\($0 * 5)-\($0 * 5 + 4)" } + ["100+"]

  init(municipalities: Int, years: ClosedRange<Int> = 2012...2023) {
    self.municipalities = min(max(municipalities, 0), Self.mostMunicipalities)
    self.years = years
  }

  var rowCount: Int { municipalities * years.count * 2 * ages.count }

  /// Hands the bytes of the CSV file on in pieces of a few kilobytes, one a municipality.
  func forEachPiece(_ body: ([UInt8]) -> Void) {
    body(Array("code,name,year,sex,age,population,in_migrants,out_migrants\n".utf8))
    for index in 0..<municipalities { body(piece(index)) }
  }

  private func piece(_ index: Int) -> [UInt8] {
    var random = SplitMix(seed: 0x6D61_6368_69 &+ UInt64(index) &* 0x1_0000)
    let prefecture = index * 47 / municipalities
    let first = (prefecture * municipalities + 46) / 47
    let code =
      Prefecture(rawValue: prefecture + 1)
      .map { MunicipalityCode($0, UInt16(index - first + 1)).sixDigits } ?? ""
    let start = "\(code),\(name(index, &random)),"
    // Sizes from a few hundred to a few million inhabitants, most of them small.
    let size =
      20.0 * Double(1 << random.next(below: 12)) * (1 + Double(random.next(below: 100)) / 100)
    let pull = Double(random.next(below: 100)) - 60
    var bytes: [UInt8] = []
    bytes.reserveCapacity(years.count * ages.count * 2 * 64)
    for year in years {
      for sex in ["male", "female"] {
        for (position, age) in ages.enumerated() {
          let share = position < 12 ? 6.0 : max(0.02, 6 - 0.7 * Double(position - 11))
          let people = Int(size * share * (0.9 + Double(random.next(below: 200)) / 1000))
          let mobility = position >= 3 && position <= 6 ? 60 : 12
          let arrivals = people * random.next(below: mobility + 1) / 400
          let leaving =
            people * random.next(below: mobility + 1) / 400 - Int(pull / 4000 * Double(people))
          bytes += start.utf8
          bytes += "\(year),\(sex),\(age),\(people),\(arrivals),\(max(0, leaving))\n".utf8
        }
      }
    }
    return bytes
  }

  private func name(_ index: Int, _ random: inout SplitMix) -> String {
    let syllables = Array("北南東西上下中大小山川田野原島浜岡沢松竹梅桜石金白青赤花森林海")
    var name = ""
    for _ in 0..<(2 + random.next(below: 3)) {
      name.append(syllables[random.next(below: syllables.count)])
    }
    name += ["市", "町", "村"][random.next(below: 3)]
    return index % 200 == 199 ? "\"\(name), \(index)\"" : name
  }
}

/// Steele, Lea and Flood's SplitMix64: small, and the same on every machine.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(max(1, bound)))
  }
}
