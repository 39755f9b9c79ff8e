package import MunicipalModel

/// A row of 地域・年齢別人口: one district, or a whole municipality, on one day.
package struct StandardDatasetRow: Hashable, Sendable {
  /// What the row is about.
  package enum Scope: String, Hashable, Sendable, Codable {
    /// The whole municipality.
    case municipality
    /// One district (町丁・字) of it.
    case district
    /// A sum over some districts, such as 本庁地区計.
    case subtotal
  }

  /// What the row is about.
  package internal(set) var scope: Scope
  /// The code of the municipality or the prefecture; `nil` if it cannot be read.
  package let code: MunicipalityCode?
  /// The name of the municipality, or else of the prefecture.
  package let name: String
  /// The code of the district, as printed.
  package let districtCode: String
  /// The name of the district; empty for the whole municipality.
  package let district: String
  /// The day of the count.
  package let date: CalendarDate?
  /// 総人口
  package let total: TracedNumber?
  /// 男性
  package let male: TracedNumber?
  /// 女性
  package let female: TracedNumber?
  /// 世帯数
  package let households: TracedNumber?
  /// The population by age and sex with its cells; `nil` if a cell of it cannot be read.
  let printedAges: PrintedAges?
  /// 備考
  package let remark: String
  /// The line, from 1.
  package let line: Int

  /// The population by age and sex; `nil` if a cell of it cannot be read.
  package var ages: AgeTable? { printedAges?.table }

  /// Whether nothing tells which district the row is of.
  var isUnnamed: Bool { district.isEmpty && districtCode.isEmpty }
}
