import MunicipalModel
import OpenData

/// Whether a municipality was the same area on earlier days of which there are sheets of ages, as far as codes and the
/// register tell.
struct SameArea {
  private let data: NationwideData
  private let code: MunicipalityCode
  private let newest: CalendarDate
  /// The municipalities of its prefecture on the newest day, or where no sheet is of it, soon after.
  private lazy var now = data.municipalities(on: newest, of: code.prefecture, orNear: true)

  init(_ data: NationwideData, _ code: MunicipalityCode, _ newest: CalendarDate) {
    self.data = data
    self.code = code
    self.newest = newest
  }

  /// Whether it was the same on a day.
  ///
  /// It was if no municipality of its prefecture is gone since, or if each that is gone only changed its kind, as a town
  /// that became a city, or is known to have become a part of others. Where no sheet tells which municipalities there
  /// were, as beside files of the standard data set alone, nothing shows that it was the same.
  mutating func isSame(on day: CalendarDate) -> Bool {
    let changes = data.series.flatMap { series in
      series.sheets.filter { day < $0.stockDate && $0.stockDate <= newest }
        .flatMap { series.pair(endingIn: $0)?.changes ?? [] }
    }.filter { $0.evidence == .populations }
    guard !changes.contains(where: { $0.successor?.code == code && $0.kind != .recoding }) else {
      return false
    }
    let explained = Set(changes.flatMap(\.predecessors).map(\.code))
    let codes = Set(now.map(\.code))
    let old = data.municipalities(on: day, of: code.prefecture, orNear: false)
    guard !old.isEmpty, !now.isEmpty else { return false }
    let known = Set(old.map(\.code))
    let added = Set(now.filter { !known.contains($0.code) }.map(\.stem))
    return old.allSatisfy { one in
      codes.contains(one.code) || explained.contains(one.code) || added.contains(one.stem)
    }
  }
}

extension NationwideData {
  /// The municipalities of a prefecture in the sheets of ages of a day; where there are none, in the register's sheet.
  ///
  /// - Parameter isLater: whether that is the first sheet from the day on, or the last one up to it.
  fileprivate func municipalities(
    on day: CalendarDate, of prefecture: Prefecture, orNear isLater: Bool
  ) -> [Municipality] {
    let counted = ages.filter { $0.stockDate == day }.flatMap(\.areas).map(\.area)
      .filter { $0.prefecture == prefecture }
    let areas =
      counted.isEmpty
      ? registered(near: day, isLater).filter { $0.prefecture == prefecture } : counted
    return areas.compactMap(\.municipality)
  }

  private func registered(near day: CalendarDate, _ isLater: Bool) -> [StatisticalArea] {
    let sheets = series.flatMap(\.sheets)
    let nearest =
      isLater
      ? sheets.filter { day <= $0.stockDate }.min { $0.stockDate < $1.stockDate }
      : sheets.filter { $0.stockDate <= day }.max { $0.stockDate < $1.stockDate }
    return nearest?.municipalities.map(\.area) ?? []
  }
}

extension Municipality {
  /// The name without its kind: 富谷 of 富谷町 and 富谷市.
  fileprivate var stem: String {
    let own = name.ja.split(separator: "郡").last.map(String.init) ?? name.ja
    return "市町村".contains(own.last ?? " ") ? String(own.dropLast()) : own
  }
}

extension MunicipalityData {
  /// Places of the same name but for its kind, under other codes, in sheets of ages that do not have its own.
  package var namesakes: [(day: CalendarDate, municipality: Municipality)] {
    data.ages.filter { sheet in !sheet.areas.contains { $0.area.code == municipality.code } }
      .compactMap { sheet in
        let found = sheet.municipalities.filter {
          $0.code.prefecture == municipality.code.prefecture && $0.stem == municipality.stem
        }
        return found.count == 1 ? (sheet.stockDate, found[0]) : nil
      }
  }
}
