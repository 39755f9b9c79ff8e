public import MunicipalModel

/// Why no rate is formed of a sheet of the register unless it is asked for.
public enum RateWithholding: String, Hashable, Sendable, Codable, CaseIterable {
  /// Foreign residents were registered for the first time in the year, and counted as その他.
  ///
  /// They entered the register on 9 July 2012, about two million people; 総務省 left the rates of the sheet of
  /// 31 March 2013 blank.
  case firstRegistration = "first_registration"
  /// Every published rate of the sheet is blank.
  case publishedRatesBlank = "published_rates_blank"

  /// The share of the population from which other change is out of all proportion: 1 %.
  ///
  /// In the usual year it is below 0.1 % of a sheet's population, in the year to March 2013 it was 1.6 %.
  static let largeShare = 0.01

  /// Finds the reason in what a sheet says.
  init?(_ rows: [ResidentRegistry.Row], _ title: RegistryTitle) {
    let rates: [ResidentRegistry.Item] = [.totalChangeRate, .naturalChangeRate, .socialChangeRate]
    let hasColumn = rows.contains { row in rates.contains { row[$0] != nil } }
    let isBlank = rows.allSatisfy { row in
      rates.allSatisfy { row.rate($0) == nil && row[$0] != .missing(.unreadable) }
    }
    let hasFlows = rows.contains { $0.count(.totalChange) != nil || $0.count(.births) != nil }
    let isBeforeBlank = hasColumn && isBlank && hasFlows
    let isLarge = Self.otherShare(rows.filter(\.area.isMunicipality)).map { $0 > Self.largeShare }
    if title.stockDate == CalendarDate(year: 2013, month: 3, day: 31) {
      switch title.definition.foreignResidents {
      case .included, .only:
        self = .firstRegistration
        return
      case .notStated where isBeforeBlank || isLarge == true:
        self = .firstRegistration
        return
      case .excluded, .notStated: break
      }
    }
    guard isBeforeBlank else { return nil }
    self = .publishedRatesBlank
  }

  /// Other change in the population of some rows; `nil` if they do not tell.
  static func otherShare(_ rows: [ResidentRegistry.Row]) -> Double? {
    var other = 0
    var population = 0
    for row in rows {
      guard let own = row.otherChange, let people = row.count(.population) else { continue }
      other += own
      population += people
    }
    return population > 0 ? Double(abs(other)) / Double(population) : nil
  }

  /// One sentence for a person to read.
  public var message: LocalizedText {
    switch self {
    case .firstRegistration:
      LocalizedText(
        ja: "2012年7月に外国人住民が初めて住民票に記載され、「その他」と社会増減に入っています。"
          + "総務省はこの年度の率を公表していないため、率を計算しません",
        en:
          "foreign residents were registered for the first time in July 2012 and are in other and social "
          + "change; the ministry left the rates of the year blank, and none is formed")
    case .publishedRatesBlank:
      LocalizedText(
        ja: "公表された率がすべて空欄です。比べられない理由があるとみて、率を計算しません",
        en:
          "every published rate of the sheet is blank; there is likely a reason why they cannot be "
          + "compared, and none is formed")
    }
  }
}
