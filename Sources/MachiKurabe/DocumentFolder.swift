public import DocumentReading
public import MunicipalModel

/// A folder of documents that is read in place of the built-in ones.
///
/// A file is recognised by its name, such as `tomakomai-progress.txt`, or else by its headings. A
/// file `corrections.tsv` replaces the built-in corrections. Populations by age stay the built-in ones.
/// A file has 16 MiB at most.
public struct DocumentFolder: Sendable {
  /// What the municipalities say whose documents are in the folder.
  public let records: [MunicipalityRecord]
  /// The text files that are no document of any built-in municipality.
  public let unrecognizedFiles: [String]

  /// Reads a folder.
  ///
  /// - Parameter path: the path of the folder.
  /// - Throws: ``DocumentReading/DocumentError`` if a file cannot be read, or two are the same document.
  public init(path: String) throws(DocumentError) {
    var unrecognized: [String] = []
    var libraries: [MunicipalityCode: [DocumentID: DocumentText]] = [:]
    for name in try Self.textFiles(in: path) {
      let bytes = try Self.bytes(of: "\(path)/\(name)", name: name)
      let document = try DocumentText(id: DocumentID(rawValue: name), bytes: bytes)
      guard let (adapter, kind) = Self.owner(of: document, fileName: name) else {
        unrecognized.append(name)
        continue
      }
      let named = try DocumentText(id: kind.id, bytes: bytes)
      let code = adapter.municipality.code
      if libraries[code]?[kind.id] != nil {
        throw DocumentError(
          code: .duplicateDocument, document: kind.id, found: LocalizedText(name))
      }
      libraries[code, default: [:]][kind.id] = named
    }
    let ownCorrections = try Self.corrections(in: path)
    var records: [MunicipalityRecord] = []
    for adapter in BuiltInMunicipalities.adapters {
      guard let documents = libraries[adapter.municipality.code] else { continue }
      let builtIn = try adapter.builtInLibrary()
      records.append(
        try adapter.record(
          of: DocumentLibrary(
            documents: documents, corrections: ownCorrections ?? builtIn.corrections,
            populationsByAge: builtIn.populationsByAge)))
    }
    self.records = records
    unrecognizedFiles = unrecognized
  }

  /// The adapter and the kind of a file: by name first, then by headings.
  private static func owner(
    of document: DocumentText, fileName: String
  ) -> (any MunicipalityAdapter, DocumentKind)? {
    let kinds = BuiltInMunicipalities.adapters.flatMap { adapter in
      adapter.documentKinds.map { (adapter, $0) }
    }
    return kinds.first { "\($0.1.id).txt" == fileName } ?? kinds.first { $0.1.matches(document) }
  }

  private static func textFiles(in path: String) throws(DocumentError) -> [String] {
    do throws(FileError) {
      return try SystemFile.names(in: path).filter { $0.hasSuffix(".txt") }
    } catch {
      throw DocumentError(
        code: error.code == .notFound ? .notFound : .notReadable,
        document: DocumentID(rawValue: path),
        expected: LocalizedText(ja: "資料のフォルダー", en: "a folder of documents"),
        found: error.code == .notFound ? LocalizedText("") : error.reason)
    }
  }

  private static func bytes(of path: String, name: String) throws(DocumentError) -> [UInt8] {
    do throws(DataFileError) {
      return try BoundedFile.bytes(of: path, name: name)
    } catch {
      throw DocumentError(
        code: error.code == .missingFile ? .notFound : .notReadable,
        document: DocumentID(rawValue: name), expected: error.expected,
        found: error.code == .notPermitted ? error.code.label : LocalizedText(error.found))
    }
  }

  private static func corrections(in path: String) throws(DocumentError) -> [Correction]? {
    let file = path + "/corrections.tsv"
    guard SystemFile.isFile(file) else { return nil }
    let bytes = try bytes(of: file, name: "corrections.tsv")
    _ = try DocumentText(id: "corrections.tsv", bytes: bytes)  // Refuses what is no text in UTF-8.
    return try CorrectionList.read(String(decoding: bytes, as: UTF8.self))
  }
}
