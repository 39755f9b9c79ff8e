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
      drafts.append(
        Document(
          id: id, file: file, title: Self.title(of: text) ?? file, term: Self.term(of: text),
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

  /// The span of years behind 計画期間, or else in the plan's title.
  private static func term(of text: DocumentText) -> String? {
    for key in text.keys where key.contains(word: "計画期間") || key.contains(word: "対象期間") {
      if let span = span(in: key) { return span }
    }
    for key in text.keys.prefix(40) where planWords.contains(where: key.contains(word:)) {
      if let span = span(in: key) { return span }
    }
    return nil
  }

  private static func span(in key: String) -> String? {
    var scanner = TextScanner(key)
    while !scanner.isAtEnd {
      let start = scanner.position
      if let found = try? Period.scan(&scanner), case .span(let first, let last) = found,
        (2...15).contains(last.year - first.year)
      {
        return scanner.original(start..<scanner.position)
      }
      scanner.position = start + 1
    }
    return nil
  }
}
