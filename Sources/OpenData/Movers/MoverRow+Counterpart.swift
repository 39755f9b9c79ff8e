public import MunicipalModel

extension MoverTable.Row {
  /// From and to where the movers of its item moved: 他市区町村 of 他市区町村からの転入者数 and of 他市区町村への転出者数.
  ///
  /// Empty if the item does not say.
  public var counterpart: String {
    ["からの", "への", "転入者数", "転出者数", "転入者", "転出者", "転入", "転出"]
      .reduce(TextFolding.key(item)) { $0.replacing($1, with: "") }
  }
}

extension MoverTable {
  /// Refuses in- and out-migrants of different items, whose difference would be no social change.
  ///
  /// - Parameters:
  ///   - arrivals: rows of this file.
  ///   - departures: rows of the other file, or of this one.
  ///   - document: the other file.
  /// - Throws: ``OpenDataError`` with `different-items`, naming the line in the other file and both items.
  public func check(
    _ arrivals: [MoverTable.Row], against departures: [MoverTable.Row], of document: DocumentID
  ) throws(OpenDataError) {
    guard let first = arrivals.first else { return }
    let others =
      arrivals.dropFirst().map { (self.document, $0) } + departures.map { (document, $0) }
    guard let (file, row) = others.first(where: { $1.counterpart != first.counterpart }) else {
      return
    }
    let place = "\(self.document):\(first.line)"
    throw OpenDataError(
      code: .differentItems, document: file, line: row.line,
      expected: LocalizedText(
        ja: "「\(first.item)」（\(place)）と同じ相手の移動者", en: "movers as of \(first.item) (\(place))"),
      found: LocalizedText(row.item))
  }
}
