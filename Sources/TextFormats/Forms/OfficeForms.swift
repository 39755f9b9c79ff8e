/// A Word file (`.docx`).
enum WordDocument {
  static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    throw FormError(code: .unreadForm, file: name)
  }
}
