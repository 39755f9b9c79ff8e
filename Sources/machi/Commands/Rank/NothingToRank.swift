import MachiKurabe

extension CommandError {
  /// Says that no municipality has the figure.
  static func nothingToRank(_ ranking: MunicipalRanking, _ table: NationwideTable) -> Self {
    Self(code: .nothingToRank, message: message(ranking, table))
  }

  private static func message(
    _ ranking: MunicipalRanking, _ table: NationwideTable
  ) -> LocalizedText {
    let count = ranking.withoutFigure.count
    if ranking.measure.kind != nil, let reason = table.withheldRates?.message {
      return LocalizedText(
        ja: "\(reason.ja)（--allow-other-definition で計算します）",
        en: "\(reason.en) (--allow-other-definition forms them)")
    }
    return count == 0
      ? LocalizedText(
        ja: "条件に合う市区町村がファイルにありません", en: "the files have no municipality that is asked for")
      : LocalizedText(
        ja: "\(count)市区町村のどれにも「\(ranking.measure.label.ja)」がありません。"
          + "率には住民基本台帳の表が、高齢化率には同じ年の人口と65歳以上人口（SSDSE-A など）が要ります",
        en: "none of \(count) municipalities has the figure \(ranking.measure.label.en); "
          + "rates take a sheet of the resident register, "
          + "the ageing rate takes the population and those of 65 and over of one year, as in SSDSE-A"
      )
  }
}
