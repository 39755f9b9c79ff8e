/// The stable name of a document, such as `tomakomai-progress`.
public struct DocumentID: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  /// The name.
  public let rawValue: String

  /// Makes an identifier from its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Orders by name.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension DocumentID: CustomStringConvertible, ExpressibleByStringLiteral {
  /// Makes an identifier from a literal.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The name.
  public var description: String { rawValue }
}

/// Where a figure or a name was printed.
public struct Citation: Hashable, Sendable, Codable {
  /// The document.
  public let document: DocumentID
  /// The line in the document's text, from 1; of a workbook or the like, the line as it is read.
  public let line: Int
  /// The cell in a table's line, from 1; `nil` where the line is no table.
  public let cell: Int?
  /// The headings above, the outermost first.
  public let headings: [String]
  /// The exact text of the cell.
  public let printed: String
  /// The place as a person sees it in a workbook, a Word file or a page; `nil` of a text by lines.
  public let place: FilePlace?

  /// Makes a citation.
  public init(
    document: DocumentID, line: Int, cell: Int? = nil, headings: [String] = [], printed: String,
    place: FilePlace? = nil
  ) {
    self.document = document
    self.line = line
    self.cell = cell
    self.headings = headings
    self.printed = printed
    self.place = place
  }
}

extension Citation {
  /// The same place with another text: a part of the cell, or the whole of one that was wrapped.
  package func printing(_ text: String) -> Citation {
    Citation(
      document: document, line: line, cell: cell, headings: headings, printed: text, place: place)
  }

  /// Hashes the place alone: texts that are printed at one place are nearly always the same, and few documents have
  /// figures at the same one.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(cell)
  }
}

extension Citation: CustomStringConvertible {
  /// Document, place and printed text, such as `tomakomai-progress:103 "△ 562"`.
  public var description: String { "\(shortPlace) \"\(printed)\"" }

  /// Document and line, or the place in a workbook or the like: `plan:103`, `kpi:KPI!C12`.
  package var shortPlace: String { "\(document):\(place?.description ?? "\(line)")" }

  /// The same with the cell of a line: `plan:103:4`, `kpi:KPI!C12`.
  package var cellPlace: String {
    place == nil ? shortPlace + (cell.map { ":\($0)" } ?? "") : shortPlace
  }
}
