import Demography
import MunicipalModel
import OpenData

extension CensusYear {
  /// Population and 高齢化率 of all areas of 住民基本台帳年齢階級別人口 on its day.
  init(_ sheet: RegistryAges) {
    self.init(
      period: .date(sheet.stockDate),
      entries: sheet.areas.map { area in
        Entry(
          area: area.area, population: sheet.population(of: area),
          ageing: area.area.code.flatMap { sheet.elderlyShare(of: $0, sheet.population(of: area)) })
      })
  }
}

extension Sequence<RegistryAges> {
  /// The newest sheet of all residents; without one, of those who are counted.
  var preferred: RegistryAges? {
    MunicipalityData.residents.lazy.compactMap { residents in
      self.filter { $0.definition.foreignResidents == residents }.max {
        $0.stockDate < $1.stockDate
      }
    }.first
  }
}

extension RegistryAges {
  /// 65 and over in the residents of known age; `nil` if an age is missing, or ages do not part at 65.
  ///
  /// - Parameter printed: the printed total, which is cited where the ages add up to it.
  fileprivate func elderlyShare(
    of code: MunicipalityCode, _ printed: TracedNumber?
  ) -> PopulationShare? {
    guard let span = AgeGroup(andOver: 65), let ages = try? self.ages(of: code),
      let elderly = (try? ages.table.count(at: span)).flatMap({ Int(exactly: $0) }),
      let known = Int(exactly: ages.table.totalOfKnownAge)
    else { return nil }
    let isPrinted = printed?.value == known
    return try? PopulationShare(
      name: MunicipalRanking.Measure.ageingRate.label,
      part: TracedNumber(
        elderly, sources: ages.citations(of: .both, at: span),
        formula: LocalizedText(ja: "65歳以上の年齢階級の合計", en: "sum of the ages from 65 on")),
      whole: TracedNumber(
        known, sources: isPrinted ? printed?.sources ?? [] : ages.citations,
        formula: isPrinted
          ? LocalizedText(ja: "年齢階級の合計に等しい総数", en: "the total, to which the ages add up")
          : LocalizedText(ja: "年齢階級の合計", en: "sum of the ages")),
      period: .date(stockDate))
  }
}
