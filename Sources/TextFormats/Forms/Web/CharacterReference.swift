/// References to characters in a page (文字参照): `&amp;`, `&#8722;`, `&#x2212;`.
enum CharacterReference {
  /// The text with its references replaced; one that is not known stays as it is written.
  static func replaced(in bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"), let (text, end) = reference(in: bytes, at: index) {
        output += text.utf8
        index = end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  /// The longest name in ``names``, and more than a number needs.
  private static let maximumLength = 24

  private static func reference(
    in bytes: ArraySlice<UInt8>, at start: Int
  ) -> (text: String, end: Int)? {
    let rest = bytes[(start + 1)...].prefix(maximumLength)
    if rest.first == UInt8(ascii: "#") { return number(rest.dropFirst()) }
    let word = rest.prefix { MarkupScanner.isLetter($0) || (0x30...0x39).contains($0) }
    guard let text = names[String(decoding: word, as: UTF8.self)] else { return nil }
    let isClosed = word.endIndex < bytes.endIndex && bytes[word.endIndex] == UInt8(ascii: ";")
    // Browsers take these without a semicolon too, and no others.
    guard isClosed || isOld(word) else { return nil }
    return (text, word.endIndex + (isClosed ? 1 : 0))
  }

  private static func isOld(_ word: ArraySlice<UInt8>) -> Bool {
    [
      "amp", "lt", "gt", "quot", "nbsp", "yen", "times", "divide", "copy", "plusmn", "deg",
      "middot",
    ]
    .contains(String(decoding: word, as: UTF8.self))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> (text: String, end: Int)? {
    let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    var value: UInt32 = 0
    var index = digits.startIndex + (isHexadecimal ? 1 : 0)
    let start = index
    while index < digits.endIndex,
      let digit = Character(Unicode.Scalar(digits[index])).hexDigitValue,
      isHexadecimal || digit < 10
    {
      value = min(0x110000, value * (isHexadecimal ? 16 : 10) + UInt32(digit))
      index += 1
    }
    guard index > start else { return nil }
    if index < digits.endIndex, digits[index] == UInt8(ascii: ";") { index += 1 }
    return (String(scalar(value)), index)
  }

  /// The character of a number; what is none is U+FFFD, and the codes of Windows are those of Windows.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    if (0x80...0x9F).contains(value) {
      let windows = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
      let index = Int(value - 0x80)
      return windows.indices.contains(index) ? windows[index] : replacement
    }
    guard let scalar = Unicode.Scalar(value) else { return replacement }
    if value == 0x09 || value == 0x0A || value == 0x0D { return " " }
    return value < 0x20 || value == 0x7F ? replacement : scalar
  }

  /// The references by name that pages have in their texts.
  private static let names: [String: String] = [
    "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"", "apos": "'",
    "nbsp": "\u{A0}", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}",
    "numsp": "\u{2007}", "puncsp": "\u{2008}", "hairsp": "\u{200A}", "emsp13": "\u{2004}",
    "emsp14": "\u{2005}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}",
    "rlm": "\u{200F}", "shy": "\u{AD}", "Tab": " ", "NewLine": " ",
    "yen": "¥", "cent": "¢", "pound": "£", "euro": "€", "copy": "©", "reg": "®", "trade": "™",
    "sect": "§", "para": "¶", "deg": "°", "plusmn": "±", "micro": "µ", "middot": "·",
    "times": "×", "divide": "÷", "minus": "−", "hellip": "…", "mldr": "…", "mdash": "—",
    "ndash": "–", "horbar": "―", "hyphen": "‐", "dash": "‐", "lsquo": "‘", "rsquo": "’",
    "ldquo": "“", "rdquo": "”", "sbquo": "‚", "bdquo": "„", "laquo": "«", "raquo": "»",
    "lsaquo": "‹", "rsaquo": "›", "bull": "•", "prime": "′", "Prime": "″", "oline": "‾",
    "sup1": "¹", "sup2": "²", "sup3": "³", "frac12": "½", "half": "½", "frac14": "¼",
    "frac34": "¾", "frac13": "⅓", "frac23": "⅔", "permil": "‰", "ordf": "ª", "ordm": "º",
    "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "varr": "↕", "nearr": "↗",
    "searr": "↘", "swarr": "↙", "nwarr": "↖", "lArr": "⇐", "uArr": "⇑", "rArr": "⇒",
    "dArr": "⇓", "hArr": "⇔", "sum": "∑", "prod": "∏", "infin": "∞", "asymp": "≈", "ne": "≠",
    "equiv": "≡", "le": "≤", "ge": "≥", "sim": "∼", "cap": "∩", "cup": "∪", "there4": "∴",
    "radic": "√", "part": "∂", "int": "∫", "ang": "∠", "cong": "≅", "loz": "◊",
    "square": "□", "squ": "□", "squf": "▪", "cir": "○", "xcirc": "◯", "bigcirc": "◯",
    "utri": "▵", "utrif": "▴", "xutri": "△", "bigtriangleup": "△", "dtri": "▿", "dtrif": "▾",
    "xdtri": "▽", "bigtriangledown": "▽", "star": "☆", "starf": "★", "bigstar": "★",
    "check": "✓", "checkmark": "✓", "cross": "✗", "oS": "Ⓢ", "circledS": "Ⓢ",
    "num": "#", "percnt": "%", "dollar": "$", "plus": "+", "equals": "=", "comma": ",",
    "period": ".", "colon": ":", "semi": ";", "excl": "!", "quest": "?", "commat": "@",
    "ast": "*", "sol": "/", "bsol": "\\", "lowbar": "_", "verbar": "|", "vert": "|",
    "lpar": "(", "rpar": ")", "lsqb": "[", "lbrack": "[", "rsqb": "]", "rbrack": "]",
    "lcub": "{", "lbrace": "{", "rcub": "}", "rbrace": "}", "grave": "`", "circ": "ˆ",
    "tilde": "˜", "not": "¬", "brvbar": "¦", "dagger": "†", "Dagger": "‡",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "theta": "θ",
    "lambda": "λ", "mu": "μ", "pi": "π", "sigma": "σ", "tau": "τ", "phi": "φ", "omega": "ω",
    "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω",
  ]
}
