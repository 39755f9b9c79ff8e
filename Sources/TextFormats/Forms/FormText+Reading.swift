// STUB until merged with web
extension FormText {
  package static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    FormText(
      lines: String(decoding: bytes, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline
      ).map { Line(String($0)) })
  }
}
