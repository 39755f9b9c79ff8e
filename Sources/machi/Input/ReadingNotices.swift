import MachiKurabe

/// What the readers could not read of documents, or read with a doubt, for standard error.
///
/// Of documents that the caller names, errors and warnings are told. The built-in ones are known: of them
/// only errors would be told, and there are none. The tables of the report and `machi export` have all.
struct ReadingNotices {
  /// So many are told of each folder; of more, the number.
  private static let limit = 5

  /// A line for each of the first few, and one that says how many there are and where all of them stand.
  let lines: [LocalizedText]

  /// Collects what is told.
  ///
  /// - Parameters:
  ///   - records: what was asked for.
  ///   - folders: the folders that municipalities were added from.
  ///   - documents: the folder that is read in place of the built-in documents.
  init(_ records: [MunicipalityRecord], folders: [MunicipalityFolder], documents: String?) {
    lines = records.flatMap { record -> [LocalizedText] in
      let folder = folders.last { $0.municipality.municipality.code == record.municipality.code }
      let isNamed = folder != nil || documents != nil
      let told = record.documents.flatMap(\.diagnostics).filter {
        $0.severity >= (isNamed ? .warning : .error)
      }
      guard !told.isEmpty else { return [] }
      let sorted = told.filter { $0.severity == .error } + told.filter { $0.severity != .error }
      let place = folder?.path ?? documents ?? record.municipality.code.sixDigits
      let summary = Self.summary(of: told, place: place, isFolder: folder != nil)
      return [summary] + sorted.prefix(Self.limit).map { Self.line($0, folder) }
    }
  }

  private static func summary(
    of told: [Diagnostic], place: String, isFolder: Bool
  ) -> LocalizedText {
    let errors = told.count { $0.severity == .error }
    let warnings = told.count - errors
    let all =
      isFolder
      ? LocalizedText(ja: "machi check \(place)", en: "machi check \(place)")
      : LocalizedText(
        ja: "machi export の diagnostics.csv", en: "diagnostics.csv of machi export")
    let more = told.count > limit
    return LocalizedText(
      ja: "\(place): 資料の読み取りで誤り\(errors)件、注意\(warnings)件"
        + (more ? "。初めの\(limit)件を示します。全部は \(all.ja)" : "（詳しくは \(all.ja)）"),
      en: "\(place): reading the documents gave \(errors) \(errors == 1 ? "error" : "errors") and "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings")"
        + (more ? "; the first \(limit) follow, all are in \(all.en)" : " (see \(all.en))"))
  }

  /// A diagnostic with the file that it is in, as `machi check` names it.
  private static func line(
    _ diagnostic: Diagnostic, _ folder: MunicipalityFolder?
  ) -> LocalizedText {
    let id = diagnostic.citation.document
    guard let folder,
      let file = folder.municipality.description.documents.first(where: { $0.id == id })?.fileName
    else { return diagnostic.line }
    let line = diagnostic.line
    let path = "\(folder.path)/\(file)"
    let count = id.rawValue.count
    return LocalizedText(
      ja: path + line.ja.dropFirst(count), en: path + line.en.dropFirst(count))
  }
}
