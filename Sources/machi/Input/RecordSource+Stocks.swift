import MachiKurabe

extension RecordSource {
  /// Refuses a folder whose municipality is among some records and has fewer than two stocks by age.
  func requireStocks(of records: [MunicipalityRecord]) throws(UsageError) {
    for record in records {
      guard let folder = folder(of: record.municipality.code) else { continue }
      let years = record.stocksByAge.compactMap(\.period?.year).uniqued
      guard years.count < 2 else { continue }
      let list = years.map(String.init).joined(separator: ", ")
      throw UsageError(
        code: .invalidValue, argument: "--folder",
        message: LocalizedText(
          ja: "\(folder.path): 2時点の年齢別人口（…-population-by-age.csv）が必要です（あるのは"
            + (years.isEmpty ? "なし" : "\(list)年") + "）",
          en:
            "\(folder.path): populations by age of two times are needed (…-population-by-age.csv); "
            + "there are " + (years.isEmpty ? "none" : "those of \(list)")))
    }
  }
}
