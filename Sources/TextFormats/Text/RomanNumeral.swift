/// Roman numerals in letters (ローマ数字): XIV.
package enum RomanNumeral {
  private static let signs = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// A number in capitals; from 4,000 on, which has no numeral, in digits.
  package static func text(_ number: Int) -> String {
    guard number < 4000 else { return String(number) }
    var rest = number
    var text = ""
    for (value, letters) in signs {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
