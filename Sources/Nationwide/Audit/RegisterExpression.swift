import Demography
import MunicipalModel
import OpenData

/// A figure of the register, or a sum of several, that a city may print under one name.
struct RegisterExpression {
  /// A row of the register with those whom its sheet counts.
  struct Row {
    let row: ResidentRegistry.Row
    let residents: PopulationDefinition.ForeignResidents
  }

  private let plus: [ResidentRegistry.Item]
  private let minus: [ResidentRegistry.Item]

  private init(_ plus: ResidentRegistry.Item..., less minus: ResidentRegistry.Item...) {
    self.plus = plus
    self.minus = minus
  }

  /// The figures that may be meant by an item, the register's own first.
  static func all(of item: AccountItem) -> [Self] {
    switch item {
    case .closingStock: [Self(.population)]
    case .births: [Self(.births)]
    case .deaths: [Self(.deaths)]
    case .naturalChange: [Self(.naturalChange), Self(.births, less: .deaths)]
    case .inMigrants:
      [
        Self(.inMigrants), Self(.inMigrants, .otherEntries), Self(.domesticInMigrants),
        Self(.domesticInMigrants, .otherEntries),
      ]
    case .outMigrants:
      [
        Self(.outMigrants), Self(.outMigrants, .otherRemovals), Self(.domesticOutMigrants),
        Self(.domesticOutMigrants, .otherRemovals),
      ]
    case .socialChange:
      [
        Self(.socialChange), Self(.inMigrants, less: .outMigrants),
        Self(.inMigrants, .otherEntries, less: .outMigrants, .otherRemovals),
        Self(.domesticInMigrants, less: .domesticOutMigrants),
      ]
    case .totalChange:
      [
        Self(.totalChange), Self(.births, .inMigrants, less: .deaths, .outMigrants),
      ]
    case .openingStock, .elderlyPopulation: []
    }
  }

  /// The figure of a row with how it is formed: `転入者数（計）2,633 + 住民票記載数のその他（計）12`.
  ///
  /// - Parameter residents: whom the row counts, to be said where it is not the row that is compared.
  /// - Returns: `nil` if a figure is not printed.
  func value(_ row: Row, _ residents: PopulationDefinition.ForeignResidents?) -> TracedNumber? {
    var sum = 0
    var sources: [Citation] = []
    var words = LocalizedText("")
    for (items, sign) in [(plus, 1), (minus, -1)] {
      for item in items {
        guard let number = row.row.traced(item) else { return nil }
        let (next, overflow) = sum.addingReportingOverflow(sign * number.value)
        if overflow { return nil }
        sum = next
        sources += number.sources
        let mark = sign < 0 ? " − " : words.ja.isEmpty ? "" : " + "
        words = LocalizedText(
          ja: words.ja + mark + "\(item.label.ja) \(Self.grouped(number.value))",
          en: words.en + mark + "\(item.label.en) \(Self.grouped(number.value))")
      }
    }
    let counted = residents?.counted
    return TracedNumber(
      sum, sources: sources,
      formula: counted.map {
        LocalizedText(ja: "\(words.ja)（\($0.ja)の表）", en: "\(words.en) (sheet of \($0.en))")
      } ?? words)
  }

  private static func grouped(_ number: Int) -> String { ThousandsSeparators.text("\(number)") }
}
