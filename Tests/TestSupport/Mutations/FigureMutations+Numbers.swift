internal import MunicipalModel

extension FigureMutations {
  private var rest: String { figure.unit }

  /// Between thousands, and where a point is printed.
  mutating func addSeparators() {
    let sign = figure.sign
    if figure.whole.count > 3 {
      for separator in [
        "", "，", "、", "､", "‚", "·", "・", "･", "'", "’", " ", "\u{3000}", "\u{A0}", "\u{202F}", "_",
        ";", ", ",
        " ,", ",,", "،",
      ] {
        add("separator \(separator)", sign + figure.grouped(by: separator) + rest, same)
      }
      let split = figure.whole.index(figure.whole.endIndex, offsetBy: -3)
      for point in [".", "．"] where figure.fraction.isEmpty && figure.whole.count < 7 {
        let text = "\(figure.whole[..<split]).\(figure.whole[split...])"
        if let value = ExactDecimal(text) {
          add(
            "separator \(point)", sign + text.replacing(".", with: point) + rest,
            .figure(
              sign.isEmpty ? value : -value, units: [figure.unit.isEmpty ? unit : figure.unit],
              bounds: [nil], isEstimate: false))
        }
      }
    }
    let point = figure.fraction.isEmpty ? "" : "." + figure.fraction
    for offset in 1..<max(1, figure.whole.count) where figure.whole.count - offset != 3 {
      let split = figure.whole.index(figure.whole.startIndex, offsetBy: offset)
      let moved = "\(figure.whole[..<split]),\(figure.whole[split...])"
      add("comma misplaced", sign + moved + point + rest, same)
    }
    add("comma after", sign + figure.number + "," + rest, same)
    add("comma before", sign + "," + figure.number + rest, same)
    add("point after", sign + figure.number + "." + rest, same)
    if !figure.fraction.isEmpty {
      for mark in [
        ",", "，", "、", "・", "･", "·", "．", "。", "｡", "'", ":", "：", "-", "..", " .", ". ", "/",
        "\u{2024}", "˙",
      ] {
        add(
          "point \(mark)", sign + figure.whole + mark + figure.fraction + rest, same)
      }
      add("second point", figure.text.replacing(".", with: ".1."), .none)
      add("two points", sign + figure.number + ".1" + rest, .none)
    }
    add("zero before", sign + "0" + figure.whole + point + rest, same)
  }

  mutating func addSigns() {
    let unsigned = figure.number + rest
    let magnitude = figure.sign.isEmpty ? figure.value : -figure.value
    func meaning(_ value: ExactDecimal) -> FigureMutation.Meaning {
      .figure(
        value, units: [figure.unit.isEmpty ? unit : figure.unit], bounds: [nil], isEstimate: false)
    }
    for sign in [
      "△", "▲", "-", "−", "－", "–", "—", "‐", "‑", "﹣", "⁻", "▼", "▽", "マイナス", "―", "ー", "△ ", "▲　",
      "- ",
      "⊿", "Δ", "∆", "負", "(-)", "（△）", "➖", "‒",
    ] {
      add("sign \(sign)", sign + unsigned, meaning(-magnitude))
    }
    for plus in ["+", "＋", "+ ", "プラス"] { add("sign \(plus)", plus + unsigned, meaning(magnitude)) }
    // ±0 is nothing more and nothing less.
    add("sign ±", "±" + unsigned, figure.value.isZero ? meaning(magnitude) : .none)
    for odd in ["△△", "-△", "+-", "△-", "－－", "～", "≠", "x", "×", "÷"] {
      add("sign \(odd)", odd + unsigned, .none)
    }
    for sign in ["△", "▲", "-", "−", "－", "+", "▼"] {
      add("sign after \(sign)", unsigned + sign, .none)
      if !rest.isEmpty { add("sign within \(sign)", figure.number + sign + rest, .none) }
    }
    add("no sign", unsigned, meaning(magnitude))
    add("sign in brackets", "(△\(unsigned))", meaning(-magnitude))
    add("sign before brackets", "△(\(unsigned))", meaning(-magnitude))
  }

  /// Letters and other digits in place of digits.
  mutating func addDigits() {
    let wide = String(
      String.UnicodeScalarView(
        figure.text.unicodeScalars.map {
          (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
        }))
    add("full width", wide, same)
    let alike: [(Character, [Character])] = [
      ("0", ["O", "o", "О", "〇", "○", "◯", "Ｏ", "°", "D", "Q"]),
      ("1", ["l", "I", "|", "i", "Ｉ", "ｌ", "!", "丨"]),
      ("2", ["Z", "z", "²"]), ("5", ["S", "s"]), ("6", ["b", "G"]), ("8", ["B"]),
      ("9", ["g", "q"]), ("7", ["T", "?"]),
      ("3", ["³", "З"]), ("4", ["A"]),
    ]
    let number = Array(figure.number)
    for index in number.indices {
      for (digit, letters) in alike where number[index] == digit {
        for letter in letters {
          var text = number
          text[index] = letter
          add("letter \(letter)", figure.sign + String(text) + rest, same)
        }
      }
    }
    let sets = [
      ("kanji", "〇一二三四五六七八九"), ("circled", "⓪①②③④⑤⑥⑦⑧⑨"), ("superscript", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
      ("arabic", "٠١٢٣٤٥٦٧٨٩"),
      ("bold", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"),
    ]
    for (name, digits) in sets {
      let other = Array(digits)
      func replaced(_ text: [Character]) -> String {
        String(
          text.map { character in
            character.isASCII
              ? character.wholeNumberValue.map { other[$0] } ?? character : character
          })
      }
      add("digits \(name)", figure.sign + replaced(number) + rest, same)
      if number.count > 1 {
        add(
          "last digit \(name)",
          figure.sign + String(number.dropLast()) + replaced([number[number.count - 1]]) + rest,
          same)
        add(
          "first digit \(name)",
          figure.sign + replaced([number[0]]) + String(number.dropFirst()) + rest, same)
      }
    }
  }

  /// Spaces and invisible signs within.
  mutating func addSpaces() {
    let number = Array(figure.number)
    for space in [
      " ", "\u{3000}", "\u{A0}", "\u{2009}", "\n", "\u{200B}", "\u{AD}", "\u{2028}", "\u{FEFF}",
    ] {
      for index in 1..<max(1, number.count) {
        add(
          "space within",
          figure.sign + String(number[..<index]) + space + String(number[index...]) + rest,
          same)
      }
      if !rest.isEmpty {
        add("space before unit", figure.sign + figure.number + space + rest, same)
      }
      if !figure.sign.isEmpty {
        add("space after sign", figure.sign + space + figure.number + rest, same)
      }
      add("space around", space + figure.text + space, same)
    }
  }
}
