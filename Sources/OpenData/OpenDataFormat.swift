public import MunicipalModel

/// A format of nationwide open data that this module reads.
public enum OpenDataFormat: String, Hashable, Sendable, Codable, CaseIterable {
  /// 住民基本台帳に基づく人口、人口動態及び世帯数, municipal sheet (総務省).
  case residentRegistry = "resident-registry"
  /// 住民基本台帳年齢階級別人口, municipal sheet by sex and five-year age (総務省).
  case registryAges = "resident-registry-ages"
  /// 住民基本台帳人口移動報告, movers by sex and five-year age, as exported from e-Stat (総務省統計局).
  case movers
  /// 地域・年齢別人口 of 自治体標準オープンデータセット (デジタル庁).
  case standardDataset = "standard-dataset"
  /// The answer of e-Stat's getStatsData in JSON.
  case estatJSON = "estat-json"
  /// The answer of e-Stat's getSimpleStatsData in CSV, with or without its header section.
  case estatCSV = "estat-csv"
  /// A CSV of e-Stat's pages, with items, years or other classes side by side.
  case estatWide = "estat-wide"
  /// SSDSE, 教育用標準データセット (統計センター).
  case ssdse
  /// 日本の地域別将来推計人口, a result table (国立社会保障・人口問題研究所).
  case regionalProjection = "regional-projection"

  /// The name of the statistic and its publisher.
  public var name: LocalizedText {
    switch self {
    case .residentRegistry:
      LocalizedText(
        ja: "住民基本台帳に基づく人口、人口動態及び世帯数（総務省、市区町村別）",
        en: "Population by the Basic Resident Register, municipal sheet (MIC)")
    case .registryAges:
      LocalizedText(
        ja: "住民基本台帳年齢階級別人口（総務省、市区町村別）",
        en: "Population by age of the Basic Resident Register, municipal sheet (MIC)")
    case .movers:
      LocalizedText(
        ja: "住民基本台帳人口移動報告（年齢別移動者、e-Stat）",
        en: "Report on Internal Migration, movers by age (e-Stat)")
    case .standardDataset:
      LocalizedText(
        ja: "自治体標準オープンデータセット 地域・年齢別人口",
        en: "Standard Open Data Set, population by district and age")
    case .estatJSON: LocalizedText(ja: "e-Stat API の JSON", en: "JSON of the e-Stat API")
    case .estatWide:
      LocalizedText(
        ja: "e-Stat の画面で項目や年を列に並べた表", en: "a table of e-Stat's pages with items or years as columns"
      )
    case .estatCSV: LocalizedText(ja: "e-Stat API の CSV", en: "CSV of the e-Stat API")
    case .ssdse: LocalizedText(ja: "SSDSE（統計センター）", en: "SSDSE (NSTAC)")
    case .regionalProjection:
      LocalizedText(
        ja: "日本の地域別将来推計人口（社人研、結果表）", en: "Regional Population Projections (IPSS), result table")
    }
  }

  /// So many bytes at the beginning tell the format.
  public static let sampleSize = 1 << 16

  /// The format of a file, or `nil` if it is none of these.
  ///
  /// - Parameter bytes: the file, or its first ``sampleSize`` bytes.
  public static func detect(_ bytes: some Collection<UInt8>) -> Self? {
    guard case .openData(let format) = FileKind.detect(bytes) else { return nil }
    return format
  }
}

/// What a file is, to say it to who gave the wrong one.
package enum FileKind: Hashable {
  case openData(OpenDataFormat)
  /// A text whose Japanese characters a conversion made `?`.
  case questionMarks
  case workbook, pdf, html, xml

  var name: LocalizedText {
    switch self {
    case .openData(let format): format.name
    case .questionMarks:
      LocalizedText(
        ja: "日本語の文字がすべて「?」になった文字データ（LibreOffice では soffice --headless --convert-to "
          + "'csv:Text - txt - csv (StarCalc):44,34,76,1' で UTF-8 の CSV に変換し直してください）",
        en:
          "a text whose Japanese characters have all become \"?\"; convert the workbook again to UTF-8, with "
          + "LibreOffice: soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1'"
      )
    case .workbook:
      LocalizedText(ja: "Excel のブックなどの圧縮ファイル", en: "a workbook or another archive")
    case .pdf: LocalizedText("PDF")
    case .html: LocalizedText(ja: "HTML のページ", en: "an HTML page")
    case .xml: LocalizedText("XML")
    }
  }

  /// What the first bytes tell; `nil` if they tell nothing.
  package static func detect(_ bytes: some Collection<UInt8>) -> Self? { inspect(bytes).kind }

  /// What the first bytes tell, with the cells of the first rows of a table as keys.
  static func inspect(_ bytes: some Collection<UInt8>) -> (kind: Self?, rows: [[String]]) {
    let head = Array(bytes.prefix(OpenDataFormat.sampleSize))
    if isWorkbook(head) { return (.workbook, []) }
    if head.starts(with: Array("%PDF".utf8)) { return (.pdf, []) }
    var decoder = TextDecoder(nil)
    let text = decoder.decode(head) + decoder.finish()
    let beginning = String(decoding: text.prefix(2000), as: UTF8.self)
    let start = TextFolding.trimmed(beginning)
    if start.first == "{" {
      let isEStat =
        beginning.contains("GET_STATS_DATA") || beginning.contains("STATISTICAL_DATA")
      return (isEStat ? .openData(.estatJSON) : nil, [])
    }
    if start.first == "<" {
      return (start.prefix(200).lowercased().contains("html") ? .html : .xml, [])
    }
    if isQuestionMarks(text) { return (.questionMarks, []) }
    var rows: [[String]] = []
    let separator = CellSeparator(of: text)
    var parser = CSVParser(separator: separator)
    parser.parse(Array(text.dropFirst(separator.lineLength))) { row in
      if rows.count < sampleRows { rows.append(row.texts.map { TextFolding.key($0) }) }
    }
    parser.finish { row in
      if rows.count < sampleRows { rows.append(row.texts.map { TextFolding.key($0) }) }
    }
    return (detect(rows: rows), rows)
  }

  /// So many rows tell the format of a table.
  static let sampleRows = 60

  /// Whether a file begins as a workbook does: as an archive, or as the older files of office programs.
  static func isWorkbook(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// What the first rows of a table tell; `nil` if they tell nothing.
  ///
  /// - Parameter rows: the cells as keys.
  static func detect(rows: [[String]]) -> Self? {
    if isAgeSheet(rows) { return .openData(.registryAges) }
    if RegionalProjectionRows.isHeader(Array(rows.prefix(12))) {
      return .openData(.regionalProjection)
    }
    return detect(rows).map { .openData($0) }
  }

  /// Whether a text without any character beyond ASCII has `?` in runs, as names and headings become.
  private static func isQuestionMarks(_ text: [UInt8]) -> Bool {
    guard text.allSatisfy({ $0 < 0x80 }) else { return false }
    let marks = text.count { $0 == 0x3F }
    let runs = text.split(whereSeparator: { $0 != 0x3F }).count { $0.count >= 2 }
    return runs >= 3 && marks * 50 > text.count
  }

  /// Whether the lines are those of the sheet by age.
  private static func isAgeSheet(_ rows: [[String]]) -> Bool {
    let cells = rows.prefix(12).joined()
    return RegistryAgeColumns.sexColumn(Array(rows.prefix(12))) != nil
      && cells.contains { $0.hasSuffix("団体コード") || $0 == "市区町村コード" }
      && cells.lazy.compactMap { AgeGroup(printed: $0) }.prefix(2).count == 2
  }

  /// Whether a line heads a wide table: `/項目` or `/調査年` stands before its columns.
  private static func isWide(_ row: [String]) -> Bool {
    row.contains { $0.hasPrefix("/") && $0.utf8.count > 1 }
  }

  private static func detect(_ rows: [[String]]) -> OpenDataFormat? {
    let cells = Set(rows.prefix(12).joined())
    if let first = rows.first, SSDSEEdition.isHeader(first) { return .ssdse }
    if rows.contains(where: { $0.contains("value") && $0.contains { $0.hasSuffix("_code") } })
      || rows.first == ["RESULT"]
    {
      return .estatCSV
    }
    let all = cells.joined(separator: "\n")
    if cells.contains(where: { $0.hasSuffix("団体コード") || $0 == "市区町村コード" }),
      all.contains("増減") || all.contains("住民票記載数") || all.contains("住民基本台帳人口")
    {
      return .residentRegistry
    }
    // The reader says that the column of codes is missing.
    if all.contains("住民票記載数"), all.contains("住民票消除数") { return .residentRegistry }
    if rows.prefix(StandardColumn.mostLinesAbove + 1).contains(where: StandardColumn.isHeader) {
      return .standardDataset
    }
    // The reader says that an export of names alone has no column of codes.
    let isWide = rows.contains(where: isWide)
    if !isWide || all.contains("転入") || all.contains("転出") || cells.contains("表章項目"),
      cells.contains(where: { $0.contains("市区町村") || $0.hasPrefix("地域") }),
      cells.contains(where: { $0.hasPrefix("時間軸") }),
      cells.contains(where: { AgeGroup(printed: $0) != nil })
    {
      return .movers
    }
    return isWide ? .estatWide : nil
  }
}

extension OpenDataFormat {
  /// Whether a table is of some years, as far as its first rows tell: of the register those of the stock, of others all.
  ///
  /// - Parameter rows: the cells as keys.
  func isOf(_ years: ClosedRange<Int>?, _ rows: [[String]]) -> Bool {
    guard self == .residentRegistry, let years, let title = RegistryTitle(Array(rows.prefix(12)))
    else { return true }
    return years.contains(title.stockDate.year)
  }
}
