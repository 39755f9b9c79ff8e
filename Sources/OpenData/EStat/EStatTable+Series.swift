public import MunicipalModel

/// An item of 社会・人口統計体系 by its code, as e-Stat and SSDSE share them.
public struct SocialIndicator: RawRepresentable, Hashable, Sendable, Codable {
  /// The code, such as `A1101`.
  public let rawValue: String
  /// Makes an item from its code.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// 総人口 (国勢調査)
  public static let population = Self(rawValue: "A1101")
  /// 15歳未満人口
  public static let young = Self(rawValue: "A1301")
  /// 15～64歳人口
  public static let workingAge = Self(rawValue: "A1302")
  /// 65歳以上人口
  public static let elderly = Self(rawValue: "A1303")
  /// 世帯数
  public static let households = Self(rawValue: "A7101")
  /// 一般世帯数
  public static let privateHouseholds = Self(rawValue: "A710101")
  /// 65歳以上人口割合, a published share in %.
  public static let elderlyShare = Self(rawValue: "A03503")
  /// 出生数
  public static let births = Self(rawValue: "A4101")
  /// 死亡数
  public static let deaths = Self(rawValue: "A4200")
  /// 転入者数（日本人移動者）
  public static let japaneseInMigrants = Self(rawValue: "A5101")
  /// 転出者数（日本人移動者）
  public static let japaneseOutMigrants = Self(rawValue: "A5102")
  /// 転入者数（移動者、外国人を含む）
  public static let inMigrants = Self(rawValue: "A5103")
  /// 転出者数（移動者、外国人を含む）
  public static let outMigrants = Self(rawValue: "A5104")

  /// Whether the counts leave foreign residents out, or not; as far as the code tells.
  public var foreignResidents: PopulationDefinition.ForeignResidents {
    switch self {
    case .japaneseInMigrants, .japaneseOutMigrants: .excluded
    case .population, .young, .workingAge, .elderly, .inMigrants, .outMigrants, .households,
      .privateHouseholds, .elderlyShare:
      .included
    // 人口動態調査 counts the vital events of Japanese in Japan.
    case .births, .deaths: .excluded
    default: .notStated
    }
  }
}

/// One figure of an item: where and when.
public struct AreaFigure: Hashable, Sendable {
  /// The area.
  public let area: StatisticalArea
  /// The time; `nil` if it cannot be read.
  public let period: Period?
  /// What is printed.
  public let reading: Reading
  /// Where.
  public let citation: Citation
}

extension EStatTable {
  /// The figures of an item for every area and time of the page.
  ///
  /// The item is looked for in all dimensions but area and time, as code (`A1101`) or at the beginning of
  /// a name (`A1101_総人口`).
  public func figures(_ item: SocialIndicator) -> [AreaFigure] {
    indexedFigures(item).map(\.figure)
  }

  /// The figures of an item with the positions of their values.
  func indexedFigures(_ item: SocialIndicator) -> [(index: Int, figure: AreaFigure)] {
    guard
      let (dimension, position) = dimensions.indices.lazy.compactMap({ index in
        self.position(of: item, in: index).map { (index, $0) }
      }).first
    else { return [] }
    let areas = areasByPosition
    let periods = periodsByPosition
    return columns.values.indices.compactMap { index in
      guard columns.codes[dimension][index] == position, let value = value(at: index),
        let area = areas.dimension.flatMap({ areas.areas[Int(columns.codes[$0][index])] })
      else { return nil }
      let period = periods.dimension.flatMap { periods.periods[Int(columns.codes[$0][index])] }
      return (
        index,
        AreaFigure(
          area: area, period: period, reading: value.reading, citation: value.citation)
      )
    }
  }

  private func position(of item: SocialIndicator, in index: Int) -> UInt32? {
    let dimension = dimensions[index]
    guard dimension.id != "area", dimension.id != "time" else { return nil }
    return dimension.classes.firstIndex {
      $0.code == item.rawValue || $0.code == "#" + item.rawValue
        || $0.name.hasPrefix(item.rawValue + "_") || $0.name.hasPrefix("#\(item.rawValue)_")
    }.map { UInt32($0) }
  }

  private var areasByPosition: (dimension: Int?, areas: [StatisticalArea?]) {
    guard let dimension = dimensions.firstIndex(where: { $0.id == "area" }) else {
      return (nil, [])
    }
    return (
      dimension,
      dimensions[dimension].classes.map {
        statisticalArea($0)
      }
    )
  }

  /// The area of a class; JSON keeps the zeros of codes, and so does a CSV that has any.
  func statisticalArea(_ item: EStatDimension.Class) -> StatisticalArea? {
    let keepsZeros =
      form == .estatJSON
      || dimension("area")?.classes.contains {
        $0.code.hasPrefix("0") && $0.code.utf8.count >= 5
      } == true
    return try? StatisticalArea.classify(code: item.code, name: item.name, keepsZeros: keepsZeros)
  }

  private var periodsByPosition: (dimension: Int?, periods: [Period?]) {
    guard let dimension = dimensions.firstIndex(where: { $0.id == "time" }) else {
      return (nil, [])
    }
    return (
      dimension,
      dimensions[dimension].classes.map { EStatTime.period(code: $0.code, name: $0.name) }
    )
  }
}

extension AgeGroup {
  /// The groups that follow each other without overlap, the finest ones.
  static func finest(_ groups: [AgeGroup]) -> [AgeGroup] {
    var chosen: [AgeGroup] = []
    let byStart = Dictionary(grouping: Set(groups), by: \.lowerAge)
    var age = groups.map(\.lowerAge).min() ?? 0
    while let group = byStart[age]?.min(by: { ($0.width ?? .max) < ($1.width ?? .max) }) {
      chosen.append(group)
      guard let upper = group.upperAge else { break }
      age = upper + 1
    }
    return chosen
  }
}
