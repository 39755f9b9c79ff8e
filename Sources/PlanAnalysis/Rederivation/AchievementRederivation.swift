import Demography
import MunicipalModel

/// Computes the printed 達成状況 again, from the actual figure of the same year and the target.
enum AchievementRederivation {
  static func figures(of contents: DocumentContents) throws(DemographyError) -> [RederivedFigure] {
    var figures: [RederivedFigure] = []
    for placed in contents.plans.flatMap(\.indicators) {
      let indicator = placed.indicator
      guard let published = indicator.first(.achievement),
        let value = published.reading.value,
        let target = indicator.first(.target),
        let actual = indicator.actuals.first(where: { $0.period == published.period }),
        let rate = AchievementRate(indicator: indicator.name, actual: actual, target: target)
      else { continue }
      let others = indicator.actuals.filter { $0.period != published.period }.compactMap {
        AchievementRate(indicator: indicator.name, actual: $0, target: target)
      }
      figures.append(
        RederivedFigure(
          .achievement,
          try PublishedRateCheck(
            value, citation: published.citation, against: rate, candidates: others)))
    }
    return figures
  }
}
