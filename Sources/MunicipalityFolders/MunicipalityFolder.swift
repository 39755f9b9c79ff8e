package import Demography
public import DocumentReading
public import MunicipalModel

/// A folder that adds a municipality by data alone.
///
/// It holds `municipality.json` (see `MunicipalityDescription`) and what that names:
/// documents, layouts, and perhaps `corrections.tsv`, `concepts.json`, populations by age in files
/// that end in `-population-by-age.csv`, scenarios of a projection in `projection-scenarios.json` and a published
/// projection in a file that ends in `-projection-by-age.csv`. All of it may stand in a
/// folder `Documents` inside, as that of a built-in city does. A file has 16 MiB at most.
public struct MunicipalityFolder: Sendable {
  /// The path of the folder that holds the files.
  public let path: String
  /// What reads its documents.
  package let municipality: DeclaredMunicipality
  /// The files that nothing reads.
  public let unusedFiles: [String]

  /// Reads the files of a folder; ``record()`` reads the documents.
  ///
  /// - Parameter path: the path of the folder.
  /// - Throws: ``TextFormats/DataFileError`` if a file is missing or damaged.
  public init(path: String) throws(DataFileError) {
    let inner = path + "/Documents"
    self.path = SystemFile.isFile(inner + "/municipality.json") ? inner : path
    let names = try Self.names(in: self.path)
    let description = try Self.file("municipality.json", in: self.path)
    var files = [description]
    let optional = names.filter { BuiltInFile(name: $0, text: "").isBesideDocuments }
    let documents = try MunicipalityDescription(description).documents
    let texts = documents.filter { $0.content == .text }.map(\.fileName)
    let needed = documents.flatMap { [$0.fileName, $0.layout].compactMap { $0 } }
    for name in Set(needed + optional).sorted() where name != description.name {
      // Macs write が as two characters; the folder's own spelling opens the file.
      guard let spelled = names.first(where: { $0 == name }) else {
        throw DataFileError(code: .missingFile, file: name)
      }
      files.append(
        texts.contains(name)
          ? try Self.document(spelled, in: self.path) : try Self.file(spelled, in: self.path))
    }
    municipality = try DeclaredMunicipality(files: files)
    let code = municipality.municipality.code
    if code.isPrefecture {
      throw DataFileError(
        code: .badValue, file: description.name,
        line: municipality.line(of: code.sixDigits, in: description.name), path: "code",
        expected: LocalizedText(
          ja: "市町村のコード（都道府県ではないもの）", en: "the code of a municipality, not of a prefecture"),
        found: code.sixDigits)
    }
    unusedFiles = names.filter { name in !files.contains { $0.name == name } }
  }

  /// Everything that the documents of the folder say.
  ///
  /// - Throws: ``DocumentReading/DocumentError`` if a document cannot be read.
  public func record() throws(DocumentError) -> MunicipalityRecord { try municipality.record() }

  private static func names(in path: String) throws(DataFileError) -> [String] {
    do throws(FileError) {
      return try SystemFile.names(in: path)
    } catch {
      let code: DataFileError.Code =
        switch error.code {
        case .notFound: .missingFolder
        case .notFolder: .notAFolder
        case .notPermitted: .notPermitted
        default: .notReadable
        }
      throw DataFileError(
        code: code, file: path,
        expected: LocalizedText(
          ja: "municipality.json のあるフォルダー", en: "a folder with a file municipality.json"),
        found: code == .notReadable ? error.words : "")
    }
  }

  /// A document of any form.
  private static func document(
    _ name: String, in path: String
  ) throws(DataFileError) -> BuiltInFile {
    BuiltInFile(name: name, bytes: try BoundedFile.bytes(of: "\(path)/\(name)", name: name))
  }

  private static func file(_ name: String, in path: String) throws(DataFileError) -> BuiltInFile {
    var bytes = try BoundedFile.bytes(of: "\(path)/\(name)", name: name)
    // Counts by age are read as they come from a spreadsheet.
    if name.hasSuffix("-by-age.csv") { bytes = TextEncoding.utf8(bytes) }
    if let offset = UTF8Validation.firstMalformedByte(in: bytes) {
      throw UnreadableBytes(bytes, firstMalformed: offset).error(in: name)
    }
    return BuiltInFile(name: name, text: String(decoding: bytes, as: UTF8.self))
  }
}

extension MunicipalityFolder {
  /// What the population of the folder's municipality can be projected with.
  ///
  /// Its own scenarios, `projection-scenarios.json`, and those of 社人研 where it has that projection
  /// (`…-projection-by-age.csv`) with its base; without either, what two stocks allow: `hamilton-perry` and `closed`.
  ///
  /// - Parameter record: what the folder's documents say.
  /// - Returns: `nil` if there is nothing to project: no scenario, and fewer than two stocks.
  /// - Throws: `DocumentError` or ``Demography/ProjectionError`` if a file is damaged or the stocks do not fit.
  package func projectionLibrary(of record: MunicipalityRecord) throws -> ProjectionLibrary? {
    var library: ProjectionLibrary
    do {
      library = try municipality.projectionLibrary(of: record)
    } catch let error as ProjectionError {
      throw error.file.map { error.inFile("\(path)/\($0)") } ?? error
    }
    guard library.scenarios.isEmpty else { return library }
    guard record.stocksByAge.count > 1 else { return nil }
    try library.addScenarios(ofStocks: record.stocksByAge)
    return library
  }
}
