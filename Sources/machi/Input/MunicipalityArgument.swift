import MachiKurabe

/// Reads which municipality an argument names: by its code or by its name.
enum MunicipalityArgument {
  /// The code that a text names: `012131`, `01213`, `12131`, 苫小牧市, とまこまい, 北海道伊達市.
  ///
  /// - Parameters:
  ///   - text: a code of five or six digits, perhaps without its first zero, or a name.
  ///   - option: the option that takes it, for messages.
  ///   - known: the municipalities of the call's own files, which are meant before any other.
  /// - Throws: ``UsageError`` that offers the codes that may be meant, if none or more than one is.
  static func code(
    _ text: String, of option: String, among known: [Municipality] = []
  ) throws(UsageError) -> MunicipalityCode {
    if TextFolding.key(text).unicodeScalars.contains(where: { ("0"..."9").contains($0) }) {
      return try number(text, option, known)
    }
    let named = known.filter { $0.hasName(text) }.map(\.code).uniqued
    if named.count == 1 { return named[0] }
    let listed = MunicipalityDirectory.builtIn.entries(named: text)
    let own = listed.filter { entry in known.contains { $0.code == entry.code } }
    let found = own.isEmpty ? listed : own
    if named.isEmpty, found.count == 1 { return found[0].code }
    let choices =
      named.isEmpty
      ? found.map { "\($0.code)（\($0.fullName)）" }
      : known.filter { $0.hasName(text) }.map {
        "\($0.code)（\($0.code.prefecture.name.ja)\($0.name.ja)）"
      }
    guard !choices.isEmpty else {
      let own = known.map {
        (code: $0.code, name: $0.name.ja, spellings: [$0.name.ja, $0.name.en])
      }
      let listed = MunicipalityDirectory.builtIn.entries.map {
        (code: $0.code, name: $0.name, spellings: [$0.name, $0.kana])
      }
      let near = near(text, among: own + listed).joined(separator: " / ")
      throw UsageError(
        .invalidValue, option,
        ja: "「\(text)」という市区町村はありません。"
          + (near.isEmpty ? "団体コードでも指定できます" : "近い名前: \(near)"),
        en: "there is no municipality \"\(text)\"; "
          + (near.isEmpty ? "its code may be given as well" : "near it are \(near)"))
    }
    let list = choices.joined(separator: " / ")
    throw UsageError(
      .invalidValue, option, ja: "「\(text)」は\(choices.count)つあります。どれですか: \(list)",
      en: "\"\(text)\" may be any of \(choices.count); name one by its code: \(list)")
  }

  /// The codes and names of those whose names are nearest, three at most.
  static func near(
    _ text: String, among entries: [(code: MunicipalityCode, name: String, spellings: [String])]
  ) -> [String] {
    let key = TextFolding.key(text)
    let letters = Set(key.unicodeScalars)
    let ranked = entries.compactMap { entry -> (label: String, distance: Int)? in
      let distances = entry.spellings.compactMap { spelling -> Int? in
        // Who types the beginning of a name means it.
        if letters.count > 1, spelling.hasPrefix(key) { return 1 }
        // Most names share too few letters to be near; they are passed over quickly.
        let shared = spelling.unicodeScalars.count { letters.contains($0) }
        let limit = max(1, spelling.unicodeScalars.count / 3)
        guard shared + limit >= spelling.unicodeScalars.count else { return nil }
        let distance = Spelling.distance(key, spelling)
        return distance <= limit ? distance : nil
      }
      return distances.min().map { ("\(entry.code) (\(entry.name))", $0) }
    }
    let least = ranked.map(\.distance).min()
    return Array(ranked.filter { $0.distance == least }.map(\.label).uniqued.prefix(3))
  }

  private static func number(
    _ text: String, _ option: String, _ known: [Municipality]
  ) throws(UsageError) -> MunicipalityCode {
    let key = TextFolding.key(text)
    let own = known.map(\.code).filter { code in
      [code.sixDigits, code.fiveDigits].contains { $0 == key || $0 == "0" + key }
    }.uniqued
    if own.count == 1 { return own[0] }
    do throws(MunicipalityCodeError) {
      return try MunicipalityCode(printed: text)
    } catch {
      throw UsageError(
        .invalidValue, option, ja: "「\(text)」は団体コードではありません（\(error.reason.ja)）",
        en: "\"\(text)\" is no municipality code (\(error.reason.en))")
    }
  }

  /// The prefecture that a text names: `01`, `1`, `010006`, 北海道, 千葉, `Chiba`.
  ///
  /// - Throws: ``UsageError`` if there is none.
  static func prefecture(
    _ text: String, of option: String
  ) throws(UsageError) -> Prefecture {
    let key = TextFolding.key(text)
    let found = Prefecture.allCases.first { prefecture in
      let name = prefecture.name
      return Int(key) == prefecture.rawValue || key == name.ja || key == name.ja.dropLast()
        || key.lowercased() == name.en.lowercased()
    }
    if let found { return found }
    if let code = try? MunicipalityCode(printed: text), code.isPrefecture { return code.prefecture }
    throw UsageError(
      .invalidValue, option, ja: "「\(text)」という都道府県はありません（01から47）",
      en: "there is no prefecture \"\(text)\" (01 to 47)")
  }
}

extension Municipality {
  /// Whether it has a name in either language, which may leave out the 郡 before it.
  fileprivate func hasName(_ text: String) -> Bool {
    let wanted = TextFolding.key(text)
    let own = TextFolding.key(name.ja)
    return own == wanted || own.hasSuffix("郡" + wanted)
      || code.prefecture.name.ja + own == wanted
      || TextFolding.key(name.en).lowercased() == wanted.lowercased()
  }
}
