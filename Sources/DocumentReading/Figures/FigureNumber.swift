import MunicipalModel

/// A number as printed: digits in groups, decimals, and compounds such as 32億4,046万.
struct FigureNumber {
  /// The number, in the smallest of 億, 万 and one that holds every digit of a compound.
  var value: ExactDecimal
  /// The magnitude word of a compound, which belongs to the unit: `万` of 32億4,046万円 and of 3億5千万円.
  /// `千` of 1,498千円 is not read here.
  var magnitude: String
  /// The digits as read, where the groups were misplaced.
  var misplacedGroups: String?
  /// Whether spaces group the digits.
  var hasSpaces = false
  /// Whether a comma with one digit behind it may be a decimal point: 44,7.
  var hasCommaOfDecimals = false
  /// Whether a point stands where a comma may have stood: 1.498.
  var hasPointOfThousands = false

  enum Failure: Error {
    case notANumber
    case tooLong
    /// The part after a magnitude word is too large for it: 4億3,0000万.
    case partTooLarge
    /// Digits stand apart, and nothing tells whether they are one figure: 80 100, or 45 100%.
    case digitsApart
    /// 8O, l50
    case letterForDigit
    /// 1,498千円 1,600千円
    case severalFigures
    /// 1.200人
    case pointForComma
    /// 20～30人
    case range
    /// 8人増
    case change
    /// 現状維持
    case words

    /// Why there is no value.
    var reason: MissingReason {
      switch self {
      case .range, .change, .words: .inWords
      default: .unreadable
      }
    }
  }

  /// Reads the number at the scanner.
  static func scan(
    _ scanner: inout TextScanner, grouping: PrintedFigure.DigitGrouping = .commas
  ) throws(Failure) -> FigureNumber {
    var number = try scanDigits(&scanner, grouping)
    // 32億4,046万: a magnitude that is followed by more digits is a part of the number.
    while let (word, exponent) = magnitude(at: scanner) {
      let start = scanner.position
      scanner.position += word.unicodeScalars.count
      scanner.skipSpaces()
      guard scanner.current?.decimalDigit != nil else {
        scanner.position = start
        break
      }
      let part = try scanDigits(&scanner, grouping)
      guard let (next, nextExponent) = magnitude(at: scanner) ?? ("", 0) as (String, Int)?,
        nextExponent < exponent, number.value.scale == 0, part.value.scale == 0
      else { throw .notANumber }
      // The lower part must fit below the higher one: 4億30000万 is no number.
      let room = ExactDecimal(1).multiplied(byPowerOfTen: exponent - nextExponent)
      guard let room, part.value < room else { throw .partTooLarge }
      guard
        let raised = number.value.multiplied(byPowerOfTen: exponent - nextExponent),
        let sum = raised.adding(part.value)
      else { throw .notANumber }
      number.value = sum
      number.magnitude = next
      number.misplacedGroups = number.misplacedGroups ?? part.misplacedGroups
    }
    if !number.magnitude.isEmpty { try number.passMagnitude(&scanner) }
    return number
  }

  /// Passes the magnitude word of a compound, and counts in 億, 万 or one: 3億5千万 is 35,000万.
  private mutating func passMagnitude(_ scanner: inout TextScanner) throws(Failure) {
    _ = scanner.skip(magnitude)
    guard let (word, exponent) = Quantity.magnitudes.first(where: { $0.0 == magnitude }),
      word.unicodeScalars.count > 1 || exponent < 4,
      let (base, below) = [("億", 8), ("万", 4), ("", 0)].first(where: { $0.1 <= exponent })
    else { return }
    guard let value = value.multiplied(byPowerOfTen: exponent - below) else { throw .tooLong }
    self.value = value
    magnitude = base
  }

  private static func magnitude(at scanner: TextScanner) -> (String, Int)? {
    magnitudes.index(at: scanner.position, of: scanner.scalars).map { Quantity.magnitudes[$0] }
  }

  private static let magnitudes = WordList(Quantity.magnitudes.map(\.word))

  /// Reads 1,498 or 1 037 or 45.5.
  private static func scanDigits(
    _ scanner: inout TextScanner, _ grouping: PrintedFigure.DigitGrouping
  ) throws(Failure) -> FigureNumber {
    var groups: [String] = []
    var separator: Unicode.Scalar?
    while true {
      let group = scanner.read { $0.decimalDigit != nil }
      guard !group.isEmpty else { throw .notANumber }
      groups.append(group)
      guard let next = scanner.current, scanner.peek(1)?.decimalDigit != nil else { break }
      if next == ",", separator ?? "," == "," {
        separator = next
      } else if grouping == .spaces, next == " ", separator ?? " " == " ",
        spaceJoinsGroups(scanner, after: groups)
      {
        separator = next
      } else {
        break
      }
      scanner.position += 1
    }
    var digits = groups.joined()
    var hasPointOfThousands = false
    let isWellGrouped =
      groups.count == 1 && (groups[0].utf8.count == 1 || !groups[0].hasPrefix("0"))
      || (groups.count > 1 && groups[0].utf8.count <= 3 && !groups[0].hasPrefix("0")
        && groups.dropFirst().allSatisfy { $0.utf8.count == 3 })
    if scanner.current == ".", scanner.peek(1)?.decimalDigit != nil {
      scanner.position += 1
      let decimals = scanner.read { $0.decimalDigit != nil }
      hasPointOfThousands =
        groups.count == 1 && groups[0].utf8.count <= 3 && !groups[0].hasPrefix("0")
        && decimals.utf8.count == 3
      digits += "." + decimals
    }
    if let next = scanner.current, next == "." || next == ",", scanner.peek(1)?.decimalDigit != nil
    {
      throw .notANumber
    }
    guard let value = ExactDecimal(digits) else { throw .tooLong }
    return FigureNumber(
      value: value, magnitude: "", misplacedGroups: isWellGrouped ? nil : digits,
      hasSpaces: separator == " ",
      hasCommaOfDecimals: groups.count == 2 && groups[1].utf8.count == 1,
      hasPointOfThousands: hasPointOfThousands)
  }

  /// A space joins groups only where it can be a thousands separator: 1 037, but not 55.3% 28.8%.
  private static func spaceJoinsGroups(_ scanner: TextScanner, after groups: [String]) -> Bool {
    let first = groups[0].utf8.count
    let followed = (1...3).allSatisfy { scanner.peek($0)?.decimalDigit != nil }
    return first <= 3 && !groups[0].hasPrefix("0") && followed
      && scanner.peek(4)?.decimalDigit == nil
  }
}
