import Demography
import MunicipalModel
public import OpenData

extension NationwideTable {
  /// Puts the files of a folder together, for the newest year or for years taken together.
  ///
  /// The sheets are those of the first series of one definition that has all the years: that of all residents first.
  /// In years taken together, municipalities that merged count as the one that they became; see ``RegistrySpan``.
  ///
  /// - Parameters:
  ///   - data: the files.
  ///   - from: the first year of the flows; with `to`, `nil` is the first of the series that has it.
  ///   - to: the last year; `nil` is the newest of all. Without both, the newest year alone is taken.
  ///   - combination: how several years make one rate.
  ///   - areas: which areas take part.
  ///   - allowingOtherDefinition: whether rates are formed of a sheet that the ministry formed none of.
  /// - Throws: ``OpenData/OpenDataError`` with `not-in-file` if no series has all the years; as
  ///   ``init(_:previous:areas:allowingOtherDefinition:)`` does.
  public init(
    _ data: NationwideData, from: Int? = nil, to: Int? = nil,
    combining combination: NationwideTable.YearCombination = .sum,
    areas: RankedAreas = .municipalities,
    allowingOtherDefinition: Bool = false
  ) throws(OpenDataError) {
    let others = data.tables.map(\.table).filter { table in
      if case .registry = table { false } else { true }
    }
    guard !data.series.isEmpty else {
      guard from == nil, to == nil else {
        throw RegistrySpan.noSheets(from: from, to: to, in: [], of: data.source)
      }
      try self.init(others, areas: areas)
      return
    }
    let newest = from == nil && to == nil ? data.series[0].years.last : nil
    // Of one end alone, the years go up to the newest that there are, or begin with the first of that series.
    let last = to ?? data.series[0].years.last
    var found: RegistrySpan?
    var failure: OpenDataError?
    for series in data.series where found == nil {
      do throws(OpenDataError) {
        found = try RegistrySpan(
          series, from: from ?? newest, to: last,
          // One year alone is shown without its rates, and why.
          allowingWithheld: allowingOtherDefinition || newest != nil)
      } catch  where error.code == .differentDefinition {
        failure = failure ?? error
      } catch {}
    }
    guard let span = found, let sheet = span.sheets.last else {
      throw failure
        ?? RegistrySpan.noSheets(
          from: from, to: last, in: data.series, of: data.source)
    }
    try self.init(
      [.registry(sheet)] + others, previous: span.series.pair(endingIn: sheet)?.previous,
      areas: areas, allowingOtherDefinition: allowingOtherDefinition)
    guard span.sheets.count > 1 else { return }
    take(span, combination)
  }

  private mutating func take(_ span: RegistrySpan, _ combination: NationwideTable.YearCombination) {
    self.span = span
    self.combination = combination
    func taken(_ member: Member) -> Member {
      let years = combination == .mean ? span.accounts(of: member.area) ?? [] : []
      return Member(
        area: member.area, population: member.population,
        populationPeriod: member.populationPeriod,
        account: combination == .sum ? span.account(of: member.area) : nil, years: years,
        ageing: member.ageing)
    }
    members = members.map(taken)
    prefectures = prefectures.mapValues(taken)
    nation = nation.map(taken)
    let known = Set(files.map(\.document))
    files += span.sheets.dropLast().reversed().filter { !known.contains($0.document) }
  }
}
