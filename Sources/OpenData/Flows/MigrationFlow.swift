public import MunicipalModel

/// People who moved from one area to another in a year: 移動前の住所地別転入者数 of 住民基本台帳人口移動報告.
public struct MigrationFlow: Hashable, Sendable {
  /// 移動前の住所地: where they came from; a remainder such as その他の県 has no code.
  public let origin: StatisticalArea
  /// 移動後の住所地: where they went.
  public let destination: StatisticalArea
  /// Which movers are counted.
  public let nationality: MoverTable.Row.Nationality
  /// The year; `nil` if it cannot be read.
  public let period: Period?
  /// How many, with the cell.
  public let people: TracedNumber
}

extension EStatTable {
  /// Whether the table tells movers by where they came from and where they went.
  public var isOfFlows: Bool { flowDimensions != nil }

  /// The areas of the table, if it is of flows: those where people went.
  package var areas: [StatisticalArea] {
    guard let (_, destination) = flowDimensions else { return [] }
    return dimensions[destination].classes.compactMap { statisticalArea($0) }
  }

  /// Which movers of which years the table tells the flows of, as far as its classes say.
  package var flowTimes: [(who: MoverTable.Row.Nationality, period: Period?)] {
    guard isOfFlows else { return [] }
    let times = dimensions.first { $0.id == "time" }?.classes.map {
      EStatTime.period(code: $0.code, name: $0.name)
    }
    let nationalities = dimensions.first { $0.name.contains("国籍") }?.classes.map {
      MoverTable.Row.Nationality(printed: $0.name)
    }
    return (nationalities ?? [.other("")]).flatMap { who in
      (times ?? [nil]).map { (who: who, period: $0) }
    }
  }

  private var flowDimensions: (origin: Int, destination: Int)? {
    func dimension(_ words: [String]) -> Int? {
      dimensions.firstIndex { dimension in words.contains { dimension.name.contains($0) } }
    }
    guard let origin = dimension(["移動前の住所地", "前住地"]),
      let destination = dimension(["移動後の住所地", "現住地"]), origin != destination
    else { return nil }
    return (origin, destination)
  }

  /// The movers from and to an area, of all ages and both sexes together, in the order of the table.
  ///
  /// Pairs of areas that the table does not list are not known to be nobody: it puts small ones together as その他.
  /// A dash is nobody, as in all tables of 統計局.
  public func flows(of code: MunicipalityCode) -> [MigrationFlow] {
    guard let (origin, destination) = flowDimensions else { return [] }
    let areas = [origin, destination].map { index in
      dimensions[index].classes.map { statisticalArea($0) ?? Self.remainder($0) }
    }
    let isWanted = areas.map { $0.map { $0.code == code } }
    let time = dimensions.firstIndex { $0.id == "time" }
    let periods = time.map {
      dimensions[$0].classes.map { EStatTime.period(code: $0.code, name: $0.name) }
    }
    let nationality = dimensions.firstIndex { $0.name.contains("国籍") }
    // Of ages and sexes only the totals count.
    let others = dimensions.indices.filter { index in
      ![origin, destination, time, nationality].contains(index)
        && dimensions[index].classes.count > 1
        && dimensions[index].id != "tab"
    }.map { index in (index, dimensions[index].classes.map { Self.isTotal($0.name) }) }
    return columns.values.indices.compactMap { index -> MigrationFlow? in
      let from = Int(columns.codes[origin][index])
      let to = Int(columns.codes[destination][index])
      guard isWanted[0][from] || isWanted[1][to],
        others.allSatisfy({ $0.1[Int(columns.codes[$0.0][index])] }),
        let value = value(at: index)
      else { return nil }
      let isDash = value.reading == .missing(.notApplicable)
      guard let people = value.reading.persons() ?? (isDash ? 0 : nil) else { return nil }
      return MigrationFlow(
        origin: areas[0][from], destination: areas[1][to],
        nationality: nationality.map {
          MoverTable.Row.Nationality(printed: className(at: index, of: $0))
        }
          ?? .other(""),
        period: periods.flatMap { list in time.flatMap { list[Int(columns.codes[$0][index])] } },
        people: TracedNumber(people, sources: [value.citation]))
    }
  }

  private func className(at index: Int, of dimension: Int) -> String {
    let position = Int(columns.codes[dimension][index])
    let classes = dimensions[dimension].classes
    return position < classes.count ? classes[position].name : ""
  }

  private static func isTotal(_ name: String) -> Bool {
    if Sex(printed: name) == .both { return true }
    if case .allAges? = try? AgeLabel(printed: name) { return true }
    return false
  }

  /// その他の県 and その他の市町村, whose codes are none of a local government.
  private static func remainder(_ item: EStatDimension.Class) -> StatisticalArea {
    StatisticalArea(kind: .unknown, code: nil, prefecture: nil, name: item.name)
  }
}
