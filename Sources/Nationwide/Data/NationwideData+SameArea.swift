import MunicipalModel
import OpenData

extension NationwideData {
  /// Whether a municipality was the same area on two days of which there are sheets of ages, as far as codes and the
  /// register tell.
  ///
  /// It was if no municipality of its prefecture is gone since, or if each that is gone only changed its kind, as a town
  /// that became a city, or is known to have become a part of others.
  func isSameArea(
    _ code: MunicipalityCode, _ before: CalendarDate, _ after: CalendarDate
  ) -> Bool {
    let changes = series.flatMap(\.sheets).filter { before < $0.stockDate && $0.stockDate <= after }
      .flatMap { sheet in series.compactMap { $0.pair(endingIn: sheet) } }.flatMap(\.changes)
      .filter { $0.evidence == .populations }
    guard !changes.contains(where: { $0.successor?.code == code && $0.kind != .recoding }) else {
      return false
    }
    let explained = Set(changes.flatMap(\.predecessors).map(\.code))
    let now = municipalities(on: after, of: code.prefecture)
    let codes = Set(now.map(\.code))
    let old = municipalities(on: before, of: code.prefecture)
    let known = Set(old.map(\.code))
    let added = Set(now.filter { !known.contains($0.code) }.map(\.stem))
    return old.allSatisfy { one in
      codes.contains(one.code) || explained.contains(one.code) || added.contains(one.stem)
    }
  }

  private func municipalities(
    on day: CalendarDate, of prefecture: Prefecture
  ) -> [Municipality] {
    ages.filter { $0.stockDate == day }.flatMap(\.municipalities)
      .filter { $0.code.prefecture == prefecture }
  }
}

extension Municipality {
  /// The name without its kind: 富谷 of 富谷町 and 富谷市.
  fileprivate var stem: String {
    let own = name.ja.split(separator: "郡").last.map(String.init) ?? name.ja
    return "市町村".contains(own.last ?? " ") ? String(own.dropLast()) : own
  }
}
