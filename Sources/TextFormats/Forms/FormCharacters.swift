/// The text of a file in UTF-8, whatever encoding it is in, and what is to be said of its characters.
struct FormCharacters {
  /// The text in UTF-8, without a byte order mark.
  private(set) var bytes: [UInt8]
  /// What a reader of the figures must know of the characters.
  private(set) var notices: [FormText.Notice] = []

  /// The encodings in which documents come.
  private enum Encoding: Equatable {
    case known(TextEncoding)
    case eucJP, iso2022JP

    /// By the name that a page says.
    init?(named name: String) {
      switch name {
      case "utf-8", "utf8", "unicode-1-1-utf-8": self = .known(.utf8)
      case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "cp932", "ms932", "ms_kanji":
        self = .known(.cp932)
      case "euc-jp", "x-euc-jp", "eucjp", "x-euc", "euc": self = .eucJP
      case "iso-2022-jp", "csiso2022jp", "jis": self = .iso2022JP
      default: return nil
      }
    }
  }

  /// Decodes a file.
  ///
  /// A byte order mark decides; then bytes that are UTF-8 are UTF-8, whatever they say; then what the
  /// file says of itself, if it is so; else what it looks like.
  ///
  /// - Parameters:
  ///   - declared: the name of the encoding that the file says.
  ///   - isStrict: whether one byte that is no character is an error. Else a few become U+FFFD.
  /// - Throws: `FormError` if there is nothing in it, or if it is no text.
  init(
    _ file: [UInt8], name: String, declared: String? = nil, isStrict: Bool
  ) throws(FormError) {
    // Programs of old systems end a text with this byte.
    let file = file.last == 0x1A ? Array(file.dropLast()) : file
    guard !file.isEmpty else { throw FormError(code: .empty, file: name) }
    let said = declared.flatMap { Encoding(named: $0.lowercased()) }
    let looks = Self.guess(file)
    var encoding = looks
    if let said, said != looks, TextEncoding.byteOrderMark(of: file) == nil,
      looks != .known(.utf8) || UTF8Validation.firstMalformedByte(in: file) != nil,
      Self.damage(of: file, in: said) <= Self.damage(of: file, in: looks)
    {
      encoding = said
    }
    let (text, decoder) = Self.decoded(file, encoding)
    bytes = text
    try look(at: decoder, of: file, name: name, isStrict: isStrict)
    try checkControls(name: name, isStrict: isStrict)
    if TextFolding.isBlank(
      String(decoding: bytes.filter { $0 != 0x0A && $0 != 0x0B }, as: UTF8.self))
    {
      throw FormError(code: .empty, file: name)
    }
  }

  private static func guess(_ file: [UInt8]) -> Encoding {
    if JISCode.isISO2022(file) { return .iso2022JP }
    let found = TextEncoding.detect(file)
    return found == .cp932 && JISCode.isEUC(file) ? .eucJP : .known(found)
  }

  private static func damage(of file: [UInt8], in encoding: Encoding) -> Int {
    decoded(file, encoding).decoder.unmappableCount
  }

  private static func decoded(
    _ file: [UInt8], _ encoding: Encoding
  ) -> (text: [UInt8], decoder: TextDecoder) {
    var decoder: TextDecoder
    var source = file
    switch encoding {
    case .known(let known): decoder = TextDecoder(known)
    case .eucJP:
      decoder = TextDecoder(.cp932)
      source = JISCode.cp932(fromEUC: file)
    case .iso2022JP:
      decoder = TextDecoder(.cp932)
      source = JISCode.cp932(fromISO2022: file)
    }
    let text = decoder.decode(source)
    return (text + decoder.finish(), decoder)
  }

  /// Says what the decoder could not decode, or refuses it.
  private mutating func look(
    at decoder: TextDecoder, of file: [UInt8], name: String, isStrict: Bool
  ) throws(FormError) {
    let damaged = decoder.unmappableCount
    if let first = decoder.issues.first(where: { $0.kind == .unmappable }) {
      guard !isStrict, damaged <= 3 + file.count / 200 else {
        throw Self.noText(name, line: first.line, offset: first.offset, byte: first.bytes.first)
      }
      notices.append(
        FormText.Notice(
          "unreadable-characters", isWarning: true,
          ja: "文字として読めないバイトが\(damaged)か所あり、\u{FFFD} と読みました（最初は\(first.line)行目）",
          en: """
            bytes that are no character in \(damaged) places, the first in line \(first.line), \
            are read as \u{FFFD}
            """))
    }
    if let first = decoder.issues.first(where: { $0.kind == .userDefined }) {
      notices.append(
        FormText.Notice(
          "user-defined-characters", isWarning: false,
          ja: "外字があります（最初は\(first.line)行目）。形はそのパソコンでしか分かりません",
          en: """
            characters that a user defined, the first in line \(first.line); only the user's \
            computer knows their form
            """))
    }
  }

  /// A file with controls other than those of lines and pages is none of text.
  private mutating func checkControls(name: String, isStrict: Bool) throws(FormError) {
    guard let first = bytes.firstIndex(where: Self.isControl) else { return }
    let count = bytes.count(where: Self.isControl)
    guard !isStrict, count <= 3, !bytes.contains(0) else {
      let line = 1 + bytes[..<first].count { $0 == 0x0A }
      throw Self.noText(name, line: line, offset: first, byte: bytes[first])
    }
    bytes = bytes.map { Self.isControl($0) ? 0x20 : $0 }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte)
  }

  private static func noText(
    _ name: String, line: Int, offset: Int, byte: UInt8?
  ) -> FormError {
    FormError(
      code: .notText, file: name, part: "\(line)",
      expected: LocalizedText(
        ja: "UTF-8、Shift_JIS、EUC-JP、UTF-16 のいずれかの文字",
        en: "text in UTF-8, Shift_JIS, EUC-JP or UTF-16"),
      found: "0x\(String(byte ?? 0, radix: 16, uppercase: true)) (\(offset))")
  }
}
