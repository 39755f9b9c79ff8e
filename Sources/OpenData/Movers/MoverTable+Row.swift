public import MunicipalModel

extension MoverTable {
  /// A row of 住民基本台帳人口移動報告: the movers of one area in one year by sex and age.
  public struct Row: Hashable, Sendable {
    /// Which movers are counted.
    public enum Nationality: Hashable, Sendable {
      /// 日本人移動者
      case japanese
      /// 移動者, those of foreign nationality too (外国人含む), since 2014.
      case all
      /// 外国人移動者
      case foreign
      /// Another word of the file; empty if it has no column 国籍.
      case other(String)

      init(printed: String) {
        let key = TextFolding.key(printed)
        switch key {
        case "日本人移動者", "日本人": self = .japanese
        case "移動者", "総数", "移動者(外国人含む)", "移動者(外国人を含む)", "日本人及び外国人": self = .all
        case "外国人移動者", "外国人": self = .foreign
        default: self = .other(printed)
        }
      }

      /// Whether foreign residents are counted.
      public var foreignResidents: PopulationDefinition.ForeignResidents {
        switch self {
        case .japanese: .excluded
        case .all: .included
        case .foreign: .only
        case .other: .notStated
        }
      }
    }

    /// The area.
    public let area: StatisticalArea
    /// What is counted: in-migrants, out-migrants or their balance.
    public let measure: AgeMeasure
    /// What the table calls its figures, such as 他市区町村からの転入者数.
    public let item: String
    /// Which movers are counted.
    public let nationality: Nationality
    /// The year.
    public let period: Period?
    /// The movers by age and sex with their cells; `nil` if the cells make no table by age.
    let printedAges: PrintedAges?
    /// 総数 by sex as printed; 移動前の住所地不詳 is outside.
    public let totals: [Sex: TracedNumber]
    /// 移動前の住所地不詳 by sex: movers whose last address is not known. No total counts them.
    public let originNotReported: [Sex: TracedNumber]
    /// The line, from 1.
    public let line: Int

    /// The movers by age and sex; `nil` if the cells make no table by age.
    public var ages: AgeTable? { printedAges?.table }
  }
}
