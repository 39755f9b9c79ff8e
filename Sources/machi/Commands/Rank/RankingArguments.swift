import MachiKurabe

/// Reads the arguments of `machi rank`, and refuses what makes no sense.
enum RankingArguments {
  /// The register of the year before, which is put behind the other tables.
  static func registry(
    _ path: String, for call: CommandCall, listedIn tables: inout [OpenDataTable]
  ) throws -> ResidentRegistry {
    let table = try OpenDataSource.table(path, for: call)
    tables.append(table)
    guard case .registry(let registry) = table else {
      throw OpenDataError(
        code: .wrongFormat, document: table.file.document,
        expected: OpenDataFormat.residentRegistry.name, found: table.file.formatName)
    }
    return registry
  }

  /// Refuses a code that has no rank: a prefecture, a ward, or one that no file has.
  static func check(_ code: MunicipalityCode, isIn table: NationwideTable) throws {
    guard table.member(code) == nil else { return }
    if code.isPrefecture, table.areas == .municipalities {
      throw invalid(
        "--around", ja: "\(code.sixDigits) は都道府県です。--prefecture で指定してください",
        en: "\(code.sixDigits) is a prefecture; name it with --prefecture")
    }
    if let area = table.registry?.row(code)?.area, table.areas != .municipalities {
      throw invalid(
        "--around", ja: "\(area.name)（\(code.sixDigits)）は\(table.areas.label.ja)ではありません",
        en: "\(area.name) (\(code.sixDigits)) is not among the \(table.areas.label.en)")
    }
    if let area = table.registry?.row(code)?.area {
      throw invalid(
        "--around",
        ja: "\(area.name)（\(code.sixDigits)）は政令指定都市の区などで、順位がありません（区どうしは --areas wards）",
        en:
          "\(area.name) (\(code.sixDigits)) is a ward or the like and has no rank; --areas wards ranks wards"
      )
    }
    throw OpenDataError(
      code: .notInFile, document: table.files.first?.document ?? "open-data",
      expected: LocalizedText(code.sixDigits))
  }

  private static func invalid(_ option: String, ja: String, en: String) -> UsageError {
    UsageError(
      code: .invalidValue, argument: option, message: LocalizedText(ja: ja, en: en))
  }
}
