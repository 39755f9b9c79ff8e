package import MunicipalModel

/// A municipality that is added by data alone: who it is and which documents it has.
///
/// It is read from a file `municipality.json`:
///
/// ```json
/// {
///   "code": "016071",
///   "name": { "ja": "浦河町", "en": "Urakawa" },
///   "documents": [
///     { "id": "urakawa-strategy", "content": "text", "layout": "urakawa-strategy.layout.json",
///       "title": { "ja": "浦河町の総合戦略（2016年、抜粋）", "en": "Urakawa's strategy of 2016 (excerpt)" },
///       "words": [["浦河町"], ["基本目標"]], "excerpt": true,
///       "plan": { "title": "浦河町の総合戦略" } } ]
/// }
/// ```
///
/// A document is the file that `file` names, of any form that is read, or else `<id>.txt`, of a CSV `<id>.csv`.
package struct MunicipalityDescription: Hashable, Sendable {
  /// One document.
  package struct Document: Hashable, Sendable {
    /// How a document is written.
    package enum Content: String, Hashable, Sendable, CaseIterable {
      /// The document's own text, which a layout explains.
      case text
      /// Tidy CSV, one row a figure of an indicator.
      case indicators
      /// Tidy CSV, one row a figure of the population.
      case population
    }

    /// The stable name, which is also the name of the file.
    package let id: DocumentID
    /// How it is written.
    package let content: Content
    /// The name of the layout's file; `nil` where the usual words tell all, and of a CSV.
    package let layout: String?
    /// The words by which the document is recognised, groups of which one word each must be there.
    package let words: [[String]]
    /// Whether it holds a part of what was published only.
    package let isExcerpt: Bool
    /// The title of the plan, if the description says it; what a layout reads serves otherwise.
    package let planTitle: String?
    /// The term of the plan.
    package let term: Period?
    /// Whether the plan is in force.
    package let edition: Plan.Edition
    /// What the population counts, if the description says it; a layout's own word comes first.
    package let populationDefinition: PopulationDefinition?
    /// What the document's own rates divide by, if the description says it; a layout's own word comes first.
    package let rateDenominator: RateDenominator?
    /// How its means are rounded, likewise.
    package let meanRounding: RoundingRule?

    /// The name of the file that holds it.
    package let fileName: String
    /// What it is, who published it, when and where, as far as the description says.
    package let publication: Publication

    /// What it is, for a person to read.
    package var title: LocalizedText { publication.title }
  }

  /// The municipality.
  package let municipality: Municipality
  /// Its documents, in the order of the record.
  package let documents: [Document]

  /// The most documents of a folder.
  package static let maximumDocuments = 1000

  /// The names of the files that the documents and their layouts stand in.
  package var fileNames: [String] {
    documents.flatMap { [$0.fileName] + [$0.layout].compactMap { $0 } }
  }

  /// Reads a file `municipality.json`.
  ///
  /// - Throws: ``TextFormats/DataFileError`` that names the line and the member.
  package init(_ file: BuiltInFile) throws(DataFileError) {
    self = try StrictJSON.decode(MunicipalityDescription.self, from: file)
  }
}

extension MunicipalityDescription: Decodable {
  private enum Key: String, CodingKey, CaseIterable { case code, name, documents }

  /// Decodes a description; a member of an unknown name is an error.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    let name = try? members.localized(.name)
    let code = try members.municipalityCode(.code, named: name?.ja ?? "")
    municipality = Municipality(
      code: code, name: try members.localized(.name))
    documents = try members.decode([Document].self, forKey: .documents)
    if documents.count > Self.maximumDocuments {
      throw StrictDecodingError(
        code: .badValue, path: members.codingPath + [Key.documents],
        expected: LocalizedText(
          ja: "資料\(Self.maximumDocuments)件まで", en: "at most \(Self.maximumDocuments) documents"),
        found: "\(documents.count)")
    }
    if documents.isEmpty {
      throw StrictDecodingError(
        code: .badValue, path: members.codingPath + [Key.documents],
        expected: LocalizedText(
          ja: "資料", en: "a document"),
        found: "[]")
    }
    for (index, document) in documents.enumerated()
    where documents[..<index].contains(where: { $0.id == document.id }) {
      throw StrictDecodingError(
        code: .duplicateID, path: members.codingPath + [Key.documents], found: "\(document.id)")
    }
  }
}

extension MunicipalityDescription.Document: Decodable {
  private enum Key: String, CodingKey, CaseIterable {
    case id, file, title, content, layout, words, excerpt, plan, publisher, published, url
    case populationDefinition = "population_definition"
    case rateDenominator = "rate_denominator"
    case meanRounding = "mean_rounding"
  }

  private enum PlanKey: String, CodingKey, CaseIterable { case title, term, edition }

  private static var fileInFolder: LocalizedText {
    LocalizedText(ja: "同じフォルダーにあるファイルの名前", en: "the name of a file in the same folder")
  }

  /// Decodes the description of a document; a member of an unknown name is an error.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    let id = try members.parsed(
      .id,
      expected: LocalizedText(
        ja: "英数字・-・_ からなるファイル名", en: "a file's name of letters, digits, - and _")
    ) {
      $0.isFileName ? $0 : nil
    }
    self.id = DocumentID(rawValue: id)
    content = try members.choice(.content, of: Content.self, default: .text)
    layout = try members.parsedIfPresent(.layout, expected: Self.fileInFolder) {
      $0.isInSameFolder ? $0 : nil
    }
    if content != .text, layout != nil {
      throw StrictDecodingError(
        code: .badValue, path: members.codingPath + [Key.layout],
        expected: LocalizedText(
          ja: "CSVには layout を書きません", en: "no layout for a CSV"), found: layout ?? "")
    }
    let own = try members.parsedIfPresent(.file, expected: Self.fileInFolder) {
      $0.isInSameFolder ? $0 : nil
    }
    fileName = own ?? "\(id).\(content == .text ? "txt" : "csv")"
    publication = Publication(
      title: try members.contains(.title) ? members.localized(.title) : LocalizedText(own ?? id),
      publisher: try members.decodeIfPresent(String.self, forKey: .publisher),
      published: try members.decodeIfPresent(String.self, forKey: .published),
      url: try members.decodeIfPresent(String.self, forKey: .url))
    words = try members.list(.words)
    let isBlank = words.contains { $0.isEmpty || $0.contains { TextFolding.isBlank($0) } }
    if isBlank {
      throw StrictDecodingError(
        code: .badValue, path: members.codingPath + [Key.words],
        expected: LocalizedText(
          ja: "言葉のリストのリスト（空のものは不可）", en: "lists of words, none of them empty"))
    }
    isExcerpt = try members.decodeIfPresent(Bool.self, forKey: .excerpt) ?? false
    populationDefinition = try members.decodeIfPresent(
      PopulationDefinitionFile.self, forKey: .populationDefinition)?.definition
    rateDenominator = try members.choiceIfPresent(.rateDenominator, of: RateDenominator.self)
    meanRounding = try members.choiceIfPresent(.meanRounding, of: RoundingRule.self)
    guard members.contains(.plan) else {
      planTitle = nil
      term = nil
      edition = .current
      return
    }
    let plan = try members.superDecoder(forKey: .plan).members(PlanKey.self)
    planTitle = plan.contains(.title) ? try plan.word(.title) : nil
    term = try plan.parsedIfPresent(
      .term,
      expected: LocalizedText(
        ja: "令和2年度～令和6年度 のような期間", en: "a span such as 令和2年度～令和6年度")
    ) {
      try Period(parsing: $0)
    }
    edition = try plan.choice(.edition, of: Plan.Edition.self, default: .current)
  }
}

extension String {
  /// Whether it names a file in the same folder, and no path.
  fileprivate var isInSameFolder: Bool {
    !isEmpty && !hasPrefix(".") && !contains { $0 == "/" || $0 == "\\" }
  }

  /// Whether it can be the name of a file in the same folder.
  fileprivate var isFileName: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
  }
}
