package import MunicipalModel

/// A `municipality.json` that is proposed for documents nobody has described yet.
package struct DescriptionDraft: Sendable {
  /// One document of the proposal.
  package struct Document: Sendable {
    /// The name that citations use.
    package let id: String
    /// The name of the file.
    package let file: String
    /// The title, as the document prints it; the name of the file where none was found.
    package let title: String
    /// The term of the plan as it is printed, if it is.
    package let term: String?
    /// The line that the term was taken from.
    package let termCitation: Citation?
    /// The proposed layout; `nil` where the common rules read it all.
    package let layout: LayoutDraft?
    /// What it leaves open.
    package let openChoices: [OpenChoice]

    /// The name of the layout's file.
    package var layoutFile: String { "\(id).layout.json" }
  }

  /// The municipality.
  package let municipality: Municipality
  /// The documents.
  package let documents: [Document]

  /// Describes documents of a municipality.
  ///
  /// - Parameters:
  ///   - documents: the files' names and what stands in them.
  ///   - taken: names of documents that are given already.
  ///   - ask: asks a person which of a choice's options it is; `nil` leaves it open.
  package init(
    _ documents: [(file: String, form: FormText)], of listed: ListedMunicipality,
    taken: Set<String> = [], asking ask: (OpenChoice) -> Int? = { _ in nil }
  ) throws(DocumentError) {
    let latin = HepburnRomanization.name(listed.name, kana: listed.kana)
    municipality = Municipality(
      code: listed.code, name: LocalizedText(ja: listed.name, en: latin))
    var taken = taken
    var drafts: [Document] = []
    for (file, form) in documents {
      let id = Self.id(of: file, in: latin.lowercased(), taken: &taken)
      let text = try DocumentText(id: DocumentID(rawValue: id), form: form)
      let layout = LayoutDraft(of: text, asking: ask)
      let term = Self.term(of: text)
      drafts.append(
        Document(
          id: id, file: file, title: Self.title(of: text) ?? file,
          term: term?.span.printed,
          termCitation: term.map {
            text.citation(line: $0.line, printed: DocumentSession(text).text($0.line))
          },
          layout: layout.isEmpty ? nil : layout, openChoices: layout.openChoices))
    }
    self.documents = drafts
  }

  /// The file as a person can go on with it.
  package var json: String {
    JSONValue.object([
      ("code", .string(municipality.code.sixDigits)),
      (
        "name",
        .object([("ja", .string(municipality.name.ja)), ("en", .string(municipality.name.en))])
      ),
      ("documents", .array(documents.map(Self.json))),
    ]).text
  }

  /// The entry of one document, as it stands in the list of documents.
  package static func json(_ document: Document) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(document.id)), ("file", .string(document.file)),
      ("title", .string(document.title)),
    ]
    if document.layout != nil { members.append(("layout", .string(document.layoutFile))) }
    if let term = document.term {
      members.append(("plan", .object([("term", .string(term))])))
    }
    return .object(members)
  }

  /// The stem of the file's name with the municipality's, in letters, digits, - and _.
  private static func id(of file: String, in city: String, taken: inout Set<String>) -> String {
    let stem = file.split(separator: ".").dropLast().joined(separator: ".")
    let isPlain = stem.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    let base =
      !isPlain || stem.isEmpty
      ? city : stem.lowercased().hasPrefix(city) ? stem : "\(city)-\(stem)"
    var id = isPlain && !stem.isEmpty ? base : "\(base)-1"
    var number = 1
    while !taken.insert(id).inserted {
      number += 1
      id = "\(base)-\(number)"
    }
    return id
  }

  private static let planWords = ["総合戦略", "総合計画", "人口ビジョン", "計画", "戦略", "ビジョン", "プラン", "指標"]

  /// The first line that names a plan.
  private static func title(of text: DocumentText) -> String? {
    let session = DocumentSession(text)
    let lines = (1...min(text.lineCount, 60)).filter { session.isLone($0) && !session.isBlank($0) }
    let headings = lines.filter { text.headingLevel($0) != nil }
    for word in planWords {
      let found = (headings + lines).first { line in
        let key = session.key(line)
        return key.contains(word: word) && !key.contains("。") && !key.contains(">")
          && key.count <= 50
      }
      if let found { return session.text(found) }
    }
    return nil
  }

  /// The span of years that stands beside 計画期間, or else in the plan's title; none where lines differ.
  private static func term(of text: DocumentText) -> Term? {
    let told = terms(in: text.keys) { key in
      !otherWords.contains(where: key.contains(word:))
        && periodWords.contains(where: key.contains(word:))
    }.filter { found in
      periodWords.contains { Self.stands($0, beside: found.span, in: text.keys[found.line - 1]) }
    }
    if let first = told.first {
      return told.allSatisfy { $0.span.period == first.span.period } ? first : nil
    }
    return terms(in: text.keys.prefix(40)) { key in
      planWords.contains(where: key.contains(word:))
        && !(otherWords + periodWords).contains(where: key.contains(word:))
    }.first
  }

  /// What is taken for the term, and the line that it stands on.
  private typealias Term = (span: Span, line: Int)
  private typealias Span = (period: Period, printed: String, range: Range<Int>)

  private static let periodWords = ["計画期間", "対象期間"]
  /// What figures are of whose years stand in a line.
  private static let otherWords = ["基準値", "目標値", "実績値", "平均"]

  /// The spans of the lines that name one span alone.
  private static func terms(
    in keys: some Sequence<String>, where isTold: (String) -> Bool
  ) -> [Term] {
    keys.enumerated().filter { isTold($0.element) }.compactMap { index, key in
      let spans = spans(in: key)
      return spans.count == 1 ? (spans[0], index + 1) : nil
    }
  }

  /// Whether nothing but particles, brackets and a number of years stands between a word and a span.
  private static func stands(_ word: String, beside span: Span, in key: String) -> Bool {
    let scanner = TextScanner(key)
    let letters = Array(word.unicodeScalars)
    func joins(_ range: Range<Int>) -> Bool {
      range.count <= 12 && scanner.scalars[range].allSatisfy(joints.contains)
    }
    return scanner.scalars.indices.contains { start in
      let end = start + letters.count
      guard end <= scanner.scalars.count, scanner.scalars[start..<end].elementsEqual(letters)
      else { return false }
      return end <= span.range.lowerBound && joins(end..<span.range.lowerBound)
        || span.range.upperBound <= start && joins(span.range.upperBound..<start)
    }
  }

  private static let joints = Set(" \t:、。|-・()[]【】「」『』のをがはでまとし0123456789か年間".unicodeScalars)

  private static func spans(in key: String) -> [Span] {
    var spans: [Span] = []
    var scanner = TextScanner(key)
    while !scanner.isAtEnd {
      let start = scanner.position
      if let found = try? Period.scan(&scanner), case .span(let first, let last) = found,
        (2...15).contains(last.year - first.year)
      {
        spans.append((found, scanner.original(start..<scanner.position), start..<scanner.position))
      } else {
        scanner.position = start + 1
      }
    }
    return spans
  }
}
