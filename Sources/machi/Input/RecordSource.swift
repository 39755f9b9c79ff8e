import MachiKurabe

/// Where a command takes its records from: the built-in documents, or a folder that is named.
enum RecordSource {
  /// The option `--documents FOLDER`.
  static let documents = CommandOption<String?>.text(
    "documents", placeholder: LocalizedText(ja: "フォルダー", en: "FOLDER"), values: .folder,
    help: LocalizedText(
      ja: "内蔵の資料の代わりに読む資料のフォルダー", en: "Read the documents of a folder instead of the built-in ones")
  )

  /// The option `--folder FOLDER`, which may stand several times.
  static let folders = CommandOption<[String]>.texts(
    "folder", placeholder: LocalizedText(ja: "フォルダー", en: "FOLDER"), values: .folder,
    help: LocalizedText(
      ja: "データだけで加える市町村のフォルダー（municipality.json のあるもの）",
      en: "A folder with a file municipality.json, which adds a municipality by data alone"))

  /// The option `--municipality CODE`, which may stand several times.
  static let municipalities = CommandOption<[String]>.texts(
    "municipality", placeholder: LocalizedText(ja: "コードか名前", en: "CODE|NAME"),
    help: LocalizedText(
      ja: "見る市町村（例: 012131、苫小牧市）。なければすべて",
      en: "A municipality, such as 012131 or 苫小牧市; all if none is named"))

  /// The codes that `--municipality` names; none if the command has no such option.
  ///
  /// - Parameters:
  ///   - call: the call.
  ///   - known: the municipalities of the call's own files, which are meant before any other.
  /// - Throws: ``UsageError`` for what names no municipality, or more than one.
  static func codes(
    _ call: CommandCall, among known: [Municipality] = []
  ) throws(UsageError) -> [MunicipalityCode] {
    guard call.command.takes(municipalities) else { return [] }
    var codes: [MunicipalityCode] = []
    for text in call[municipalities] {
      codes.append(try MunicipalityArgument.code(text, of: "--municipality", among: known))
    }
    return codes
  }

  /// The records that a call asks for; what could not be read of their documents goes to standard error.
  ///
  /// - Parameter call: a call of a command that has ``documents``, and perhaps ``municipalities``.
  /// - Throws: `DocumentError` if a document cannot be read or a named folder has none, ``UsageError`` if
  ///   a code is wrong.
  static func records(for call: CommandCall) throws -> [MunicipalityRecord] {
    let collection = try collection(for: call)
    let records = try chosen(from: collection.records, for: call)
    for notice in ReadingNotices(
      records, folders: collection.folders, documents: call[documents]
    ).lines { call.note(notice) }
    return records
  }

  /// The records of the municipalities that a call names; all if it names none.
  private static func chosen(
    from records: [MunicipalityRecord], for call: CommandCall
  ) throws -> [MunicipalityRecord] {
    let codes = call.command.takes(municipalities) ? call[municipalities] : []
    guard !codes.isEmpty else { return records }
    var chosen: [MunicipalityRecord] = []
    let own = records.map(\.municipality)
    for code in codes {
      let number = try MunicipalityArgument.code(code, of: "--municipality", among: own)
      guard let record = records.first(where: { $0.municipality.code == number }) else {
        let known = records.map(\.municipality.code.sixDigits).joined(separator: ", ")
        throw UsageError(
          code: .invalidValue, argument: "--municipality",
          message: LocalizedText(
            ja: "\(code) の資料がありません（あるもの: \(known)）",
            en: "there are no documents of \(code) (there are: \(known))"))
      }
      if !chosen.contains(where: { $0.municipality == record.municipality }) {
        chosen.append(record)
      }
    }
    return chosen
  }

  /// What the folders of the municipalities say about the concepts of their indicators.
  ///
  /// - Throws: `DataFileError` if a file is damaged.
  static func conceptNotes(for call: CommandCall) throws -> [ConceptNotes] {
    var notes = try ConceptNotes.builtIn()
    for path in call[folders] {
      let added = try folder(path).municipality
      notes.removeAll { $0.municipality == added.municipality.code }
      if let own = try added.conceptNotes() { notes.append(own) }
    }
    return notes
  }

  /// The titles of the built-in documents, and of those of the folders.
  ///
  /// - Throws: `DataFileError` if a file is damaged.
  static func documentTitles(for call: CommandCall) throws -> [DocumentID: String] {
    var titles = Dictionary(
      BuiltInMunicipalities.documentTitles.map { ($0.id, $0.title) },
      uniquingKeysWith: { first, _ in first })
    for path in call[folders] {
      for kind in try folder(path).municipality.documentKinds {
        titles[kind.id] = kind.title[call.language]
      }
    }
    return titles
  }

  /// The built-in records or those of a folder of documents, and the municipalities that are added.
  private static func collection(
    for call: CommandCall
  ) throws -> (records: [MunicipalityRecord], folders: [MunicipalityFolder]) {
    let records = try documentRecords(for: call)
    guard call.command.takes(Self.folders) else { return (records, []) }
    let added = try call[folders].map(Self.folder)
    for file in added.flatMap(\.unusedFiles) {
      call.note(LocalizedText(ja: "\(file): 読みません", en: "\(file): not read"))
    }
    let collection = try RecordCollection(records, adding: added)
    for replacement in collection.replacements { call.note(replacement.message) }
    return (collection.records, added)
  }

  /// The folder of a municipality; what is wrong with a file in it is told with the folder.
  private static func folder(_ path: String) throws(DataFileError) -> MunicipalityFolder {
    do throws(DataFileError) {
      return try MunicipalityFolder(path: path)
    } catch {
      throw DataFileError(
        code: error.code, file: error.file == path ? path : "\(path)/\(error.file)",
        line: error.line, path: error.path, expected: error.expected, found: error.found)
    }
  }

  private static func documentRecords(for call: CommandCall) throws -> [MunicipalityRecord] {
    guard let path = call[documents] else { return try MunicipalityRecord.builtIn() }
    let folder = try DocumentFolder(path: path)
    for file in folder.unrecognizedFiles {
      call.note(
        LocalizedText(
          ja: "\(file): どの市の資料か分からないため読みません",
          en: "\(file): no document of a known city, not read"))
    }
    if folder.records.isEmpty { throw noDocuments(in: path) }
    return folder.records
  }

  private static func noDocuments(in path: String) -> DocumentError {
    let names = BuiltInMunicipalities.documentTitles.map { "\($0.id).txt" }.joined(separator: ", ")
    return DocumentError(
      code: .notFound, document: DocumentID(rawValue: path),
      expected: LocalizedText(
        ja: "既知の市の資料（\(names) など）", en: "documents of a known city, such as \(names)"))
  }
}
