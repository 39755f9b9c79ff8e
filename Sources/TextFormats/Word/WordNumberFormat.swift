/// The forms of the numbers of lists (ECMA-376, part 1, 17.18.59).
enum WordNumberFormat {
  /// A number in a form.
  static func text(_ number: Int, _ format: String) -> String {
    guard number > 0 else { return format == "none" ? "" : String(number) }
    switch format {
    case "none": return ""
    case "decimalZero": return number < 10 ? "0\(number)" : String(number)
    case "decimalFullWidth", "decimalFullWidth2": return wide(number)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": return circled(number)
    case "decimalEnclosedParen": return one(number, from: 0x2474, count: 20)
    case "decimalEnclosedFullstop": return one(number, from: 0x2488, count: 20)
    case "upperRoman": return RomanNumeral.text(number)
    case "lowerRoman": return RomanNumeral.text(number).lowercased()
    case "upperLetter": return letters(number, from: 0x41)
    case "lowerLetter": return letters(number, from: 0x61)
    case "ideographDigital", "japaneseDigitalTenThousand":
      return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    case "japaneseCounting", "chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
      "taiwaneseCountingThousand":
      return counting(number)
    case "japaneseLegal": return legal(number)
    case "aiueo": return item(number, halfWidth)
    case "aiueoFullWidth": return item(number, syllables)
    case "iroha", "irohaFullWidth": return item(number, iroha)
    case "ideographTraditional": return item(number, Array("甲乙丙丁戊己庚辛壬癸"))
    case "ideographZodiac": return item(number, Array("子丑寅卯辰巳午未申酉戌亥"))
    case "ideographEnclosedCircle": return one(number, from: 0x3280, count: 10)
    case "ordinal": return "\(number)."
    default: return String(number)
    }
  }

  private static let digits: [Character] = Array("〇一二三四五六七八九")
  private static let syllables: [Character] = Array(
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
  private static let halfWidth: [Character] = Array(
    "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ")
  private static let iroha: [Character] = Array("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン")

  private static func item(_ number: Int, _ items: [Character]) -> String {
    String(items[(number - 1) % items.count])
  }

  private static func one(_ number: Int, from first: UInt32, count: Int) -> String {
    guard number <= count, let scalar = Unicode.Scalar(first + UInt32(number) - 1) else {
      return String(number)
    }
    return String(Character(scalar))
  }

  /// ① to ㊿.
  private static func circled(_ number: Int) -> String {
    switch number {
    case 1...20: one(number, from: 0x2460, count: 20)
    case 21...35: one(number - 20, from: 0x3251, count: 15)
    case 36...50: one(number - 35, from: 0x32B1, count: 15)
    default: String(number)
    }
  }

  private static func wide(_ number: Int) -> String {
    String(
      String.UnicodeScalarView(
        String(number).unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
  }

  private static func letters(_ number: Int, from first: UInt8) -> String {
    let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
    return String(repeating: letter, count: min((number - 1) / 26 + 1, 20))
  }

  /// 十, 二十一, 百五.
  private static func counting(_ number: Int) -> String {
    guard number < 10_000 else { return String(number) }
    var text = ""
    for (value, unit) in [(1000, "千"), (100, "百"), (10, "十")] {
      let digit = number / value % 10
      if digit > 1 { text.append(digits[digit]) }
      if digit > 0 { text += unit }
    }
    if number % 10 > 0 { text.append(digits[number % 10]) }
    return text
  }

  /// 壱, 弐, 参, 拾.
  private static func legal(_ number: Int) -> String {
    let legal: [Character: Character] = ["一": "壱", "二": "弐", "三": "参", "五": "伍", "十": "拾"]
    return String(counting(number).map { legal[$0] ?? $0 })
  }
}
