extension MunicipalityCode {
  /// Reads a code as files print it: with a lost zero, as `310000.0`, `="310000"`, `'310000` or `R31000`.
  ///
  /// Spreadsheets drop the zero of 北海道 to 栃木県. Four digits have lost it; five digits may be a code without
  /// check digit or one that lost its zero. The prefecture decides, else the name, else which one is listed.
  ///
  /// - Parameters:
  ///   - text: the code as printed.
  ///   - prefecture: the prefecture that is printed beside it.
  ///   - name: the name that is printed beside it, perhaps with the prefecture before it.
  /// - Throws: ``MunicipalityCodeError``, with `ambiguous` if nothing tells which of two codes is meant.
  package init(
    printed text: String, in prefecture: Prefecture? = nil, name: String = ""
  ) throws(MunicipalityCodeError) {
    // Six digits that are a code are no other one, whatever stands beside them.
    if Self.plainNumber(text.utf8) != nil {
      self = try Self(exactly: text)
      return
    }
    let digits = Self.digits(of: text)
    var readings: [Self] = []
    var failure = MunicipalityCodeError(code: .wrongLength, text: text)
    for candidate in Self.candidates(digits) {
      do throws(MunicipalityCodeError) {
        readings.append(try Self(exactly: candidate))
      } catch {
        failure = MunicipalityCodeError(code: error.code, text: text)
      }
    }
    if readings.isEmpty { throw failure }
    if readings.count > 1, let prefecture = prefecture ?? Prefecture(leading: name) {
      readings = readings.narrowed { $0.prefecture == prefecture }
    }
    if readings.count > 1, !name.isEmpty {
      readings = readings.narrowed { MunicipalityDirectory.builtIn.isName(name, of: $0) }
    }
    if readings.count > 1 {
      let listed = readings.filter { MunicipalityDirectory.builtIn.contains($0) }
      guard listed.count < 2 else { throw MunicipalityCodeError(code: .ambiguous, text: text) }
      // Of codes that are not listed, a former municipality's is likelier than a lost zero.
      readings = listed + readings
    }
    self = readings[0]
  }

  /// The digits without what spreadsheets and programs put around them.
  private static func digits(of text: String) -> String {
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text }
    var key = TextFolding.key(text)[...]
    if key.hasPrefix("=") { key.removeFirst() }
    if key.count > 1, key.first == "\"", key.last == "\"" { key = key.dropFirst().dropLast() }
    if let first = key.first, "'’R".contains(first) { key.removeFirst() }
    if let point = key.firstIndex(of: "."), point > key.startIndex,
      key[key.index(after: point)...].allSatisfy({ $0 == "0" })
    {
      key = key[..<point]
    }
    return String(key)
  }

  /// What the digits may stand for, in the order of likelihood.
  private static func candidates(_ digits: String) -> [String] {
    switch digits.unicodeScalars.count {
    case 4: ["0" + digits]
    case 5 where !digits.hasPrefix("0"): [digits, "0" + digits]
    default: [digits]
    }
  }

  static func suggestions(for text: String) -> [Self] {
    let digits = digits(of: text)
    var found = candidates(digits).compactMap { try? Self(exactly: $0) }
    if found.isEmpty {
      let whole = digits.utf8.count == 5 ? "0" + digits : digits
      if whole.utf8.count == 6, let code = try? Self(exactly: String(whole.prefix(5))) {
        found = [code]
      }
    }
    return found.filter { MunicipalityDirectory.builtIn.contains($0) }
  }
}

extension [MunicipalityCode] {
  /// Those that satisfy a condition, or all if none does.
  fileprivate func narrowed(by condition: (MunicipalityCode) -> Bool) -> Self {
    let own = filter(condition)
    return own.isEmpty ? self : own
  }
}

extension MunicipalityCodeError {
  /// The codes that the text may be a slip for: with the lost zero, or with the right check digit.
  package var suggestions: [MunicipalityCode] { MunicipalityCode.suggestions(for: text) }

  /// What is wrong, in a few words, and which codes may be meant: 012131（北海道苫小牧市）?
  package var reason: LocalizedText {
    let codes = suggestions
    guard !codes.isEmpty else { return code.label }
    func list(_ name: (MunicipalityCode) -> String) -> String {
      codes.map { "\($0.sixDigits)\(name($0))" }.joined(separator: " / ")
    }
    return LocalizedText(
      ja: "\(code.label.ja)。\(list { "（\($0.listedName)）" })?",
      en: "\(code.label.en); \(list { " (\($0.listedName))" })?")
  }

  /// One line for a person to read: the text, what is wrong with it, and which codes may be meant.
  public var message: LocalizedText {
    LocalizedText(
      ja: "「\(text)」は団体コードではありません: \(reason.ja)",
      en: "\"\(text)\" is no code of a municipality: \(reason.en)")
  }
}

extension MunicipalityCode {
  /// The name with its prefecture as it is listed.
  fileprivate var listedName: String {
    MunicipalityDirectory.builtIn.entry(self)?.fullName ?? prefecture.name.ja
  }
}
