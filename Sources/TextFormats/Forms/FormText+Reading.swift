extension FormText {
  /// Reads a file of any form.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: its name, whose ending tells the form where the bytes do not.
  /// - Throws: `FormError` if it is damaged, empty, or of a form that is not read.
  package static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    switch try FileForm(of: bytes, name: name) {
    case .text: try AlignedText.read(bytes, name: name)
    case .delimited: try DelimitedForm.read(bytes, name: name)
    case .workbook: try Workbook.read(bytes, name: name)
    case .word: try WordDocument.read(bytes, name: name)
    case .html: try WebPage.read(bytes, name: name)
    case .markdown: try MarkdownText.read(bytes, name: name)
    }
  }
}
