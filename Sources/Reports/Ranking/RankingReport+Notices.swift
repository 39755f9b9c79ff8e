public import MunicipalModel
public import Nationwide
import Rendering

extension RankingReport {
  /// What a report tells of the files put together and of the ranking, for who takes the figures alone.
  ///
  /// These are files that are not used, municipalities that are new or gone, published figures that cannot be
  /// formed again, municipalities without a figure, and in what the tables count differently. What the readers
  /// noticed is not among them: see `NationwideTable.diagnostics(of:)`.
  public static func notices(
    _ table: NationwideTable, _ ranking: MunicipalRanking
  ) -> [LocalizedText] {
    let unused = table.unused.map { file in
      LocalizedText(
        ja: "\(file.document): 使いません（\(file.formatName.ja)）",
        en: "\(file.document): not used (\(file.formatName.en))")
    }
    return [ranking.statementOfUnknownAges].compactMap(\.self) + unused + changes(table)
      + checks(table)
      + [ranking.statementWithoutFigure].compactMap(\.self) + ranking.caveats.map(\.message)
  }

  /// The first changes of municipalities, and how many more there are.
  private static func changes(_ table: NationwideTable) -> [LocalizedText] {
    let all = (table.span?.changes ?? table.pair?.changes ?? []).map(\.message)
    let shown = 5
    guard all.count > shown else { return all }
    return all.prefix(shown) + [
      LocalizedText(
        ja: "市区町村の変更がほかに\(all.count - shown)件あります",
        en: "\(all.count - shown) more changes of municipalities")
    ]
  }

  /// How many published rates and sums cannot be formed again.
  private static func checks(_ table: NationwideTable) -> [LocalizedText] {
    let rates = (table.pair?.rateChecks() ?? table.registry?.rateChecks())?.differing.count ?? 0
    let sums = table.registry?.sumChecks.count { $0.outcome == .differs } ?? 0
    var notices: [LocalizedText] = []
    if rates > 0 {
      notices.append(
        LocalizedText(
          ja: "前年の人口から計算した率と一致しない公表値: \(rates)",
          en: "Published rates that do not agree with those computed from the year before: \(rates)"
        ))
    }
    if sums > 0 {
      notices.append(
        LocalizedText(
          ja: "内訳の合計と違う値のある地域: \(sums)",
          en: "Areas whose figures are not the sum of their parts: \(sums)"))
    }
    return notices
  }
}
