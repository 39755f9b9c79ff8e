import MunicipalModel

/// Which of the SSDSE a file is, by its first cell.
///
/// Source: 統計センター, SSDSE（教育用標準データセット）の解説.
struct SSDSEEdition {
  /// The edition, such as `SSDSE-E-2023`.
  let text: String

  /// - Parameter cell: the first cell; `Code` alone in SSDSE-A of 2018 to 2020.
  init(_ cell: String) { text = cell.lowercased() == "code" ? "SSDSE-A" : cell }

  /// Whether the cells are those of a first line: the edition, or `Code` and codes of items.
  static func isHeader(_ cells: [String]) -> Bool {
    guard let first = cells.first else { return false }
    return first.hasPrefix("SSDSE-")
      || first.lowercased() == "code" && cells.contains { isItemCode($0) }
  }

  /// A letter and digits, such as A1101 or I510120; two letters in SSDSE-C and -D.
  static func isItemCode(_ text: String) -> Bool {
    let letters = text.utf8.prefix { (0x41...0x5A).contains($0) }.count
    let digits = text.utf8.dropFirst(letters)
    return (1...2).contains(letters) && digits.count >= 2 && letters + digits.count >= 4
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The name with what it holds.
  var name: LocalizedText {
    let holds: LocalizedText? =
      switch text.dropFirst("SSDSE-".count).first {
      case "A": LocalizedText(ja: "市区町村", en: "municipalities")
      case "B": LocalizedText(ja: "都道府県の年次推移", en: "prefectures, year by year")
      case "C":
        LocalizedText(
          ja: "都道府県庁所在市の家計の消費", en: "spending of households in the prefectures' capitals")
      case "D": LocalizedText(ja: "都道府県の社会生活", en: "use of time, by prefecture")
      case "E": LocalizedText(ja: "都道府県", en: "prefectures")
      case "F": LocalizedText(ja: "都道府県庁所在市の気候", en: "climate of the prefectures' capitals")
      default: nil
      }
    guard let holds else { return OpenDataFormat.ssdse.name }
    return LocalizedText(
      ja: "\(text)（\(holds.ja)のデータ、統計センター）", en: "\(text) (\(holds.en), NSTAC)")
  }
}
