extension NumberFormatSection {
  /// What tokens show; `nil` if they do not go together.
  static func kind(of tokens: [Token]) -> Kind? {
    var hasDate = false
    var hasDigit = false
    var hasFraction = false
    var counts = (general: 0, text: 0, exponent: 0, point: 0, percent: 0)
    var hasSecond = false
    for token in tokens {
      switch token {
      case .date(let part):
        hasDate = true
        if case .second = part { hasSecond = true }
        if case .elapsed(UInt8(ascii: "s"), _) = part { hasSecond = true }
      case .digit: if !hasDate || !hasSecond { hasDigit = true }
      case .slash: hasFraction = hasFraction || hasDigit
      case .general: counts.general += 1
      case .text: counts.text += 1
      case .exponent: counts.exponent += 1
      case .point: counts.point += 1
      case .percent: counts.percent += 1
      case .literal, .comma: break
      }
    }
    let isPlain = counts.general + counts.text + counts.exponent == 0
    switch true {
    case hasDate: return !hasDigit && isPlain ? .date : nil
    case counts.text > 0:
      return !hasDigit && counts.general + counts.exponent + counts.percent == 0 ? .text : nil
    case counts.general > 0:
      return !hasDigit && counts.general == 1 && counts.percent == 0 ? .general : nil
    case hasFraction:
      return counts.point + counts.exponent + counts.percent == 0 ? .fraction : nil
    case counts.point > 1: return nil
    case counts.exponent > 0: return counts.exponent == 1 ? .scientific : nil
    default: return .number
    }
  }

  /// The tokens of a date, with `m` beside hours or seconds made minutes, and `.00` behind seconds one.
  static func dateTokens(_ tokens: [Token]) -> [Token] {
    var result: [Token] = []
    var index = 0
    while index < tokens.count {
      switch tokens[index] {
      case .point:
        var digits = 0
        while index + 1 + digits < tokens.count, case .digit = tokens[index + 1 + digits] {
          digits += 1
        }
        result.append(digits > 0 ? .date(.fraction(digits: digits)) : .literal([0x2E]))
        index += digits
      case .comma: result.append(.literal([0x2C]))
      case .slash: result.append(.literal([0x2F]))
      case .percent: result.append(.literal([0x25]))
      case .digit(let mark): result.append(.literal([mark]))
      case let token: result.append(token)
      }
      index += 1
    }
    for index in result.indices {
      guard case .date(.month(let letters)) = result[index], letters < 3,
        isHour(result[..<index].last(where: isDate))
          || isSecond(result[(index + 1)...].first(where: isDate))
      else { continue }
      result[index] = .date(.minute(digits: letters))
    }
    return result
  }

  private static func isDate(_ token: Token) -> Bool {
    if case .date = token { true } else { false }
  }

  private static func isHour(_ token: Token?) -> Bool {
    switch token {
    case .date(.hour), .date(.elapsed(UInt8(ascii: "h"), _)): true
    default: false
    }
  }

  private static func isSecond(_ token: Token?) -> Bool {
    switch token {
    case .date(.second), .date(.elapsed(UInt8(ascii: "s"), _)): true
    default: false
    }
  }
}
