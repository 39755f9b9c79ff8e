import MachiKurabe

/// Where a command takes its records from: the built-in documents, or folders that are named, each read once.
struct RecordSource {
  /// The records of all municipalities that the call could ask for.
  let all: [MunicipalityRecord]
  /// The records of the municipalities that the call names; all if it names none.
  let records: [MunicipalityRecord]
  /// The folders that municipalities were added from.
  let folders: [MunicipalityFolder]
  /// What a folder of published data has of the municipalities that the call names; empty if it names no such folder.
  let towns: [MunicipalityData]

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

  /// Reads what a call asks for; what could not be read of the documents goes to standard error.
  ///
  /// - Parameters:
  ///   - call: a call of a command that may have ``documents``, ``folders`` and ``municipalities``.
  ///   - formats: what is read of a folder of published data, if the call names one.
  ///   - scope: what is asked of the built-in documents.
  ///   - choosing: whether `--municipality` names some of these records, and not what a file holds.
  /// - Throws: `DocumentError` if a document cannot be read or a named folder has none, `DataFileError` if a
  ///   file of a folder is damaged, ``UsageError`` if a code is wrong.
  init(
    for call: CommandCall, reading scope: ReadingScope = .everything, choosing: Bool = true,
    formats: [OpenDataFormat] = NationwideSource.register
  ) throws {
    if call.takesTowns, let data = try NationwideSource.data(for: call, formats: formats) {
      let last = try Self.lastYear(for: call)
      var towns = try NationwideSource.towns(call.positionals, in: data)
      // What towns were made of before they merged is in the sheets of the register.
      if !formats.contains(.residentRegistry),
        towns.contains(where: { $0.wantsRegister(upTo: last) })
      {
        let more = try data.adding(NationwideSource.register)
        towns = try NationwideSource.towns(call.positionals, in: more)
      }
      let records = try Self.records(of: towns, for: call)
      self.init(all: records, records: records, folders: [], towns: towns)
      return
    }
    try call.refuseNames()
    let documentRecords = try Self.documentRecords(for: call, scope)
    let folders = try call[Self.folders].map(Self.folder)
    for file in folders.flatMap(\.unusedFiles) {
      call.note(LocalizedText(ja: "\(file): 読みません", en: "\(file): not read"))
    }
    let collection = try RecordCollection(documentRecords, adding: folders)
    for replacement in collection.replacements { call.note(replacement.message) }
    let all = collection.records
    let records = choosing ? try Self.chosen(from: all, for: call) : all
    self.init(all: all, records: records, folders: folders, towns: [])
    let notices = ReadingNotices(records, folders: folders, documents: call[Self.documents])
    for notice in notices.lines { call.note(notice) }
  }

  private init(
    all: [MunicipalityRecord], records: [MunicipalityRecord], folders: [MunicipalityFolder],
    towns: [MunicipalityData]
  ) {
    self.all = all
    self.records = records
    self.folders = folders
    self.towns = towns
  }

  /// The records that a folder of published data makes.
  private static func records(
    of towns: [MunicipalityData], for call: CommandCall
  ) throws -> [MunicipalityRecord] {
    try call.refuseWithData(
      [municipalities, documents, folders])
    let last = try lastYear(for: call)
    for town in towns {
      for error in town.unreadAges { call.note(error.message) }
      for earlier in town.earlierAreas(upTo: last) {
        let name = town.municipality.name
        let message = earlier.message
        call.note(
          LocalizedText(ja: "\(name.ja): \(message.ja)", en: "\(name.en): \(message.en)"))
      }
      let days = town.daysOfOtherArea(upTo: last).map(\.description)
      guard !days.isEmpty else { continue }
      let name = town.municipality.name
      call.note(
        LocalizedText(
          ja: "\(name.ja): \(days.joined(separator: "、"))の年齢別人口は、合併などで区域が違うか、違うおそれがあるため使いません",
          en: "\(name.en): populations by age of \(days.joined(separator: ", ")) are not used: "
            + "the area was, or may have been, another one (mergers)"))
    }
    let years = try years(for: call)
    return towns.map { $0.record(years: years, stocksUpTo: last) }
  }

  /// The years of a folder of published data that a call asks for; `machi project` has a --to of its own.
  private static func years(for call: CommandCall) throws(UsageError) -> ClosedRange<Int>? {
    call.command.takes(NationwideSource.from) ? try NationwideSource.years(for: call) : nil
  }

  private static func lastYear(for call: CommandCall) throws(UsageError) -> Int? {
    try years(for: call).flatMap { $0.upperBound == 2200 ? nil : $0.upperBound }
  }

  /// The records that a call asks for, where nothing else of the folders is needed.
  static func records(
    for call: CommandCall, reading scope: ReadingScope = .everything
  ) throws -> [MunicipalityRecord] {
    try Self(for: call, reading: scope).records
  }

  /// The folder that a municipality was added from, if it was.
  func folder(of code: MunicipalityCode) -> MunicipalityFolder? {
    folders.last { $0.municipality.municipality.code == code }
  }

  /// The records of the municipalities that a call names; all if it names none.
  private static func chosen(
    from records: [MunicipalityRecord], for call: CommandCall
  ) throws -> [MunicipalityRecord] {
    let own = records.map(\.municipality)
    let codes = try codes(call, among: own)
    guard !codes.isEmpty else { return records }
    var chosen: [MunicipalityRecord] = []
    for (code, number) in zip(call[municipalities], codes) {
      guard let record = records.first(where: { $0.municipality.code == number }) else {
        let known = own.map { "\($0.code.sixDigits) (\($0.name.ja))" }
          .joined(separator: " / ")
        let options =
          (call.command.takes(folders) ? ["--folder"] : [])
          + (call.takesTowns ? ["--data"] : [])
        throw UsageError(
          .invalidValue, "--municipality",
          ja: "「\(code)」の資料がありません（あるもの: \(known)）"
            + (options.isEmpty ? "" : "。ほかの市区町村は\(options.joined(separator: "か"))で読みます"),
          en: "there are no documents of \(code) (there are: \(known))"
            + (options.isEmpty ? "" : "; name others by \(options.joined(separator: " or "))"))
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
  func conceptNotes() throws -> [ConceptNotes] {
    var notes = try ConceptNotes.builtIn()
    for added in folders.map(\.municipality) {
      notes.removeAll { $0.municipality == added.municipality.code }
      if let own = try added.conceptNotes() { notes.append(own) }
    }
    return notes
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

  private static func documentRecords(
    for call: CommandCall, _ scope: ReadingScope
  ) throws -> [MunicipalityRecord] {
    guard let path = call[documents] else { return try MunicipalityRecord.builtIn(scope) }
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

extension RecordSource {
  /// Refuses a folder whose municipality is among some records and has fewer than two stocks by age.
  func requireStocks(of records: [MunicipalityRecord]) throws(UsageError) {
    for record in records {
      guard let folder = folder(of: record.municipality.code) else { continue }
      let years = record.stocksByAge.compactMap(\.period?.year).uniqued
      guard years.count < 2 else { continue }
      let list = years.map(String.init).joined(separator: ", ")
      throw UsageError(
        .invalidValue, "--folder",
        ja: "\(folder.path): 2時点の年齢別人口（…-population-by-age.csv）が必要です（あるのは"
          + (years.isEmpty ? "なし" : "\(list)年") + "）",
        en: "\(folder.path): populations by age of two times are needed (…-population-by-age.csv); "
          + "there are " + (years.isEmpty ? "none" : "those of \(list)"))
    }
  }
}
