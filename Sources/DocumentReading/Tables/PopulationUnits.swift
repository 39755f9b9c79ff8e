import MunicipalModel

/// In what a population table counts: persons, or 千人 and such, which are brought to persons.
///
/// The unit in the name of a row or column, 年末人口（千人）, goes before that of the layout, of the
/// heading's first cell, and of the line above the table, （単位：千人）.
struct PopulationUnits {
  /// The units of the whole table; empty if none is stated.
  private let stated: [String]
  private var told: Set<String> = []

  /// Finds the units of the table whose heading stands at a line.
  ///
  /// - Parameter layoutUnit: what the layout says.
  init(_ layoutUnit: String?, tableAt heading: Int, in session: inout DocumentSession) {
    if let layoutUnit {
      stated = [TextFolding.key(layoutUnit)]
      return
    }
    let corner = Self.units(in: session.cells(heading).first ?? "")
    guard corner.isEmpty else {
      stated = corner
      return
    }
    for line in session.filledLines(above: heading, count: 2) {
      let text = session.text(line)
      guard !session.isTableRow(line) || text.contains(word: "単位") else { break }
      let units = Self.units(in: text)
      guard !units.isEmpty else { continue }
      // A table in persons reads the same without the line.
      if units.contains(where: { !Self.plain.contains($0) }) { session.keep(line) }
      stated = units
      return
    }
    stated = []
  }

  /// The unit that the figures of a row or column print, or `nil` if it is no count of the item's.
  ///
  /// - Parameters:
  ///   - headings: the names of the row or column and its group, the nearest first.
  mutating func unit(
    of item: PopulationItem, headings: [String], at place: TablePlace,
    in session: inout DocumentSession
  ) -> String? {
    let counted = item.countedIn
    guard !counted.isEmpty else {
      guard item.isRate else { return counted }
      return (headings + stated).lazy.compactMap(Self.rateUnit).first ?? counted
    }
    let own = headings.lazy.compactMap(Self.unit(inName:)).first
    let units = own.map { [$0] } ?? stated
    guard let unit = units.first(where: { Self.counts($0, counted) }) else {
      if units.isEmpty || units.contains(where: Self.plain.contains) { return counted }
      // An item that only this document knows may count in anything.
      guard item.isNamed else { return units.first }
      let text = units.joined(separator: "、")
      session.note(
        .error, "not-in-persons", at: session.cite(place),
        ja: "単位「\(text)」の値は\(counted)の数として読めないため、読んでいません",
        en: "figures in \(text) are no counts of \(item.countedInEnglish) and are not read")
      return nil
    }
    if unit != counted, told.insert(unit).inserted {
      session.note(
        .warning, "rounded-unit", at: session.cite(place),
        ja: "単位は\(unit)です。\(counted)に直して読みますが、印刷の桁までしか正しくありません",
        en:
          "printed in \(unit); brought to \(item.countedInEnglish), which are exact to the printed "
          + "digits only")
    }
    return unit
  }

  /// In what a rate is printed, as a name or a unit says: ‰, 人口千対, 人口千人当たり, or %.
  static func rateUnit(in text: String) -> String? {
    let key = TextFolding.key(text).replacing(",", with: "").replacing("1000", with: "千")
    let perMille = ["‰", "パーミル", "千対", "千人対", "対千人", "千人当", "千人あた", "千人につき", "千分率"]
    if perMille.contains(where: key.contains) { return "‰" }
    return ["%", "パーセント", "百分率"].contains(where: key.contains) ? "%" : nil
  }

  /// The units that count one by one.
  private static let plain: Set<String> = ["人", "名", "世帯", "戸"]

  /// Whether a unit is 人 or 世帯, or a power of ten of it.
  private static func counts(_ unit: String, _ counted: String) -> Bool {
    Quantity(ExactDecimal(1), unit: unit).number(of: counted) != nil
  }

  /// Whether a unit counts persons or households, perhaps in thousands.
  static func isCount(_ unit: String) -> Bool {
    plain.contains(unit) || ["人", "世帯"].contains { counts(unit, $0) }
  }

  /// The unit in the last bracket of a name: a count, or another unit than a single character.
  private static func unit(inName name: String) -> String? {
    let unit = TextFolding.key(IndicatorName(name).unit)
    guard !unit.isEmpty else { return nil }
    return isCount(unit) || unit.unicodeScalars.count > 1 || ["%", "‰"].contains(unit) ? unit : nil
  }

  /// Whether a unit counts persons or households one by one.
  static func isPlain(_ unit: String) -> Bool { plain.contains(unit) }

  /// The units that a text states after 単位, else the count in its last bracket.
  static func units(in text: String) -> [String] {
    let key = TextFolding.key(text)
    var scanner = TextScanner(key)
    while !scanner.isAtEnd, !scanner.skip("単位") { scanner.position += 1 }
    guard !scanner.isAtEnd else {
      return unit(inName: text).flatMap { isCount($0) ? [$0] : nil } ?? []
    }
    // 単位 in a sentence states none.
    let isStated = scanner.skip(":")
    let list = scanner.read { !")]】〕".unicodeScalars.contains($0) }
    // 人　各月1日現在 says when, too.
    return list.split(whereSeparator: { "、,・/;".contains($0) })
      .map { String($0.prefix { !"各毎".contains($0) }) }
      .filter { !$0.isEmpty }.filter { isStated || MeasureUnit.isUnit($0) }
  }
}

extension PopulationItem {
  fileprivate var countedInEnglish: String { self == .households ? "households" : "persons" }
}

extension DocumentSession {
  /// A count as a number of persons or households, which must be whole unless it is a mean.
  ///
  /// A figure in another unit (9,900% of the population) or with a fraction (150.5 deaths) is none, and told.
  mutating func counted(
    _ read: CitedReading, unit: String, as item: PopulationItem, basis: PopulationFigure.Basis
  ) -> Reading {
    let counted = item.countedIn
    guard !unit.isEmpty, !counted.isEmpty, item.isNamed, let quantity = read.reading.quantity else {
      return read.reading
    }
    guard let number = item.number(in: quantity) else {
      note(
        .warning, "not-in-persons", at: read.citation,
        ja: "単位「\(quantity.unit)」の値は\(counted)の数として読めないため、読んでいません",
        en: "a figure in \(quantity.unit) is no count of \(item.countedInEnglish) and is not read")
      return .missing(.unreadable)
    }
    let isConverted = quantity.unit == unit && unit != counted
    if !number.isWhole, isConverted ? basis != .average : basis == .observed {
      note(
        isConverted ? .error : .warning, "not-whole", at: read.citation,
        ja: "\(counted)の数が整数でないため、読んでいません", en: "not a whole number, and not read")
      return .missing(.unreadable)
    }
    guard isConverted else { return read.reading }
    let whole = Quantity(
      number, unit: counted, bound: quantity.bound, isEstimate: quantity.isEstimate)
    if case .several(let all) = read.reading { return .several([whole] + all.dropFirst()) }
    return .value(whole)
  }
}

extension PopulationItem {
  /// The number of persons or households that a quantity says, or `nil` if it counts something else.
  ///
  /// Births and deaths are also counted by their notifications (件).
  fileprivate func number(in quantity: Quantity) -> ExactDecimal? {
    switch quantity.unit {
    case "名" where countedIn == "人", "戸" where countedIn == "世帯": quantity.value
    case "件" where self == .births || self == .deaths: quantity.value
    default: quantity.number(of: countedIn)
    }
  }
}

extension ExactDecimal {
  /// Whether nothing but zeros stands after the point.
  fileprivate var isWhole: Bool {
    scale == 0 || ExactDecimal(description.prefix { $0 != "." }) == self
  }
}
