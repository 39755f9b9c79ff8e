import MachiKurabe

/// Where a command takes its scale of judgement from: the built-in ones, or a file that is named.
enum ScaleSource {
  /// The option `--scale ID`.
  static let scale = CommandOption<String?>.text(
    "scale", placeholder: LocalizedText(ja: "名前", en: "ID"), values: .words(builtInScales),
    help: LocalizedText(
      ja: "判定の尺度: \(builtInScales.joined(separator: ", "))",
      en: "The scale to judge on: \(builtInScales.joined(separator: ", "))"))

  /// The option `--scale-file FILE`.
  static let file = CommandOption<String?>.text(
    "scale-file", placeholder: LocalizedText(ja: "ファイル", en: "FILE"), values: .file,
    help: LocalizedText(
      ja: "尺度を加えるJSONファイル。--scale がなければその最初の尺度を使います",
      en: "A JSON file with further scales, the first of which is used without --scale"))

  /// The option `--direction-file FILE`.
  static let directions = CommandOption<String?>.text(
    "direction-file", placeholder: LocalizedText(ja: "ファイル", en: "FILE"), values: .file,
    help: LocalizedText(
      ja: "望ましい向きを定める語の表（TSV）。内蔵の表より優先します",
      en: "A table (TSV) of words that tell which way is better; it wins over the built-in one"))

  /// The scale that a call asks for.
  ///
  /// - Throws: `FileError` if the file cannot be read, `CommandError` if it is no list of scales,
  ///   `UsageError` if there is no scale of that name.
  static func scale(for call: CommandCall) throws -> JudgementScale {
    let scales = try ownScales(for: call) + JudgementScale.builtIn()
    do throws(ScaleError) {
      return try JudgementScale.find(call[scale] ?? scales.first?.id ?? "", in: scales)
    } catch {
      throw UsageError.invalidValue(
        error.scale, of: "--scale",
        expected: Spelling.expectation(for: error.scale, among: scales.map(\.id)))
    }
  }

  private static func ownScales(for call: CommandCall) throws -> [JudgementScale] {
    guard let path = call[file] else { return [] }
    let bytes = try call.read(path, upTo: BoundedFile.limit)
    do throws(ScaleError) {
      return try JudgementScale.scales(json: bytes)
    } catch {
      throw CommandError.unusableFile(path, error.message)
    }
  }

  /// The words that tell which way is better, those of the user first.
  ///
  /// - Throws: `FileError` if the file cannot be read, `CommandError` if it is no such table.
  static func directions(for call: CommandCall) throws -> DirectionList {
    guard let path = call[directions] else { return .builtIn }
    let bytes = try call.read(path, upTo: BoundedFile.limit)
    if let offset = UTF8Validation.firstMalformedByte(in: bytes) {
      throw CommandError.unusableFile(
        path, DataFileError(notUTF8: bytes, at: offset).messageWithLine)
    }
    do throws(DirectionListError) {
      return try DirectionList(table: String(decoding: bytes, as: UTF8.self)).before(.builtIn)
    } catch {
      throw CommandError.unusableFile(path, error.message)
    }
  }

  private static var builtInScales: [String] {
    ((try? JudgementScale.builtIn()) ?? []).map(\.id)
  }
}
