import MunicipalModel

extension Sequence<Citation> {
  /// The cells in one line, each document named once before its lines.
  var brief: String {
    var result = ""
    var document: DocumentID?
    for source in self {
      if !result.isEmpty { result += source.document == document ? ", " : "; " }
      result += source.document == document ? ":" : "\(source.document):"
      let place = source.place?.description ?? "\(source.line)"
      result += "\(place) \"\(PlainText.line(source.printed))\""
      document = source.document
    }
    return result
  }
}
