public import MunicipalModel

/// Records of municipalities, with those that folders add or put in the place of others.
///
/// A folder takes the place of the record of the same code. Every document's name belongs to one
/// municipality, since a citation names a document and a line.
public struct RecordCollection: Sendable {
  /// A record that a folder has taken the place of.
  public struct Replacement: Hashable, Sendable {
    /// The municipality whose record is left out.
    public let replaced: Municipality
    /// The folder that its record came from; `nil` for a built-in municipality.
    public let replacedFolder: String?
    /// The municipality of the folder.
    public let municipality: Municipality
    /// The folder.
    public let folder: String

    /// Whether the names are those of two municipalities, as after a slip in the code.
    public var hasOtherName: Bool { !municipality.sharesName(with: replaced) }

    /// One sentence for a person to read, with the folder; it asks about the code where the names differ.
    public var message: LocalizedText {
      LocalizedText(
        ja: "\(folder): \(messageWithoutFolder.ja)", en: "\(folder): \(messageWithoutFolder.en)")
    }

    /// The same where the folder is known.
    var messageWithoutFolder: LocalizedText {
      LocalizedText(
        ja: "\(replacedFolder ?? "内蔵")の\(replaced.name.ja)（\(replaced.code)）の代わりに"
          + "\(municipality.name.ja)を使います" + (hasOtherName ? "。名称が違うので、コードを確かめてください" : ""),
        en: "\(municipality.name.en) takes the place of \(replaced.name.en) (\(replaced.code), "
          + "\(replacedFolder ?? "built in"))"
          + (hasOtherName ? "; the names differ, so check the code" : ""))
    }
  }

  private struct Entry {
    let record: MunicipalityRecord
    let folder: MunicipalityFolder?
  }

  /// The records, by code.
  public let records: [MunicipalityRecord]
  /// The records that are left out for a folder's.
  public let replacements: [Replacement]

  /// Puts the municipalities of folders beside records.
  ///
  /// - Parameters:
  ///   - records: such as `MunicipalityRecord.builtIn()`.
  ///   - folders: what is added; of two folders of one code the later counts.
  /// - Throws: `DocumentError` if a document cannot be read, `DataFileError` with `duplicate-id` if two
  ///   municipalities have a document of the same name.
  public init(_ records: [MunicipalityRecord], adding folders: [MunicipalityFolder]) throws {
    var entries = records.map { Entry(record: $0, folder: nil) }
    var replacements: [Replacement] = []
    for folder in folders {
      let record = try folder.record()
      let code = record.municipality.code
      for old in entries where old.record.municipality.code == code {
        guard old.folder?.path != folder.path else { continue }
        replacements.append(
          Replacement(
            replaced: old.record.municipality, replacedFolder: old.folder?.path,
            municipality: record.municipality, folder: folder.path))
      }
      entries.removeAll { $0.record.municipality.code == code }
      entries.append(Entry(record: record, folder: folder))
    }
    try Self.checkDocuments(of: entries)
    self.records = entries.map(\.record).sorted { $0.municipality.code < $1.municipality.code }
    self.replacements = replacements
  }

  /// Refuses a document's name that two municipalities use.
  private static func checkDocuments(of entries: [Entry]) throws(DataFileError) {
    var owners: [DocumentID: Entry] = [:]
    for entry in entries {
      for document in entry.record.documents.map(\.document) {
        guard let owner = owners.updateValue(entry, forKey: document), let folder = entry.folder
        else { continue }
        let name = owner.record.municipality.name
        throw DataFileError(
          code: .duplicateID, file: "\(folder.path)/municipality.json",
          line: folder.municipality.line(of: document.rawValue, in: "municipality.json"),
          path: "documents",
          expected: LocalizedText(
            ja: "\(name.ja)（\(owner.folder?.path ?? "内蔵")）の資料にない id",
            en: "an id that no document of \(name.en) (\(owner.folder?.path ?? "built in")) has"),
          found: document.rawValue)
      }
    }
  }
}

extension Municipality {
  /// Whether two have the same Japanese name, with or without 市, 町 or the like behind it.
  func sharesName(with other: Self) -> Bool {
    let names = (TextFolding.key(name.ja), TextFolding.key(other.name.ja))
    return names.0.hasPrefix(names.1) || names.1.hasPrefix(names.0)
  }
}
