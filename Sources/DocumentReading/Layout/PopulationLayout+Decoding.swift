import MunicipalModel

extension PopulationLayout: Decodable {
  private enum Key: String, CodingKey, CaseIterable {
    case heading, below, years, unit, items
    case bareYears = "bare_years"
    case projectedFrom = "projected_from"
  }

  /// Decodes a table's layout; a member of an unknown name is an error.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    self.init(
      heading: try members.word(.heading),
      below: members.contains(.below) ? try members.word(.below) : nil,
      years: try members.choice(.years, of: Direction.self),
      bareYears: try members.choiceIfPresent(.bareYears, of: Period.YearKind.self),
      unit: try members.parsedIfPresent(
        .unit,
        expected: LocalizedText(ja: "千人 のような人か世帯の単位", en: "a unit of 人 or 世帯 such as 千人")
      ) { PopulationUnits.isCount(TextFolding.key($0)) ? $0 : nil },
      projectedFrom: try members.parsedIfPresent(
        .projectedFrom, expected: LocalizedText(ja: "2025年 のような年", en: "a year such as 2025年")
      ) { text in
        guard case .calendarYear(let year) = try? Period(parsing: text, bareYear: .calendar) else {
          return nil
        }
        return year
      },
      items: try members.list(.items))
  }
}

extension PopulationItemRule: Decodable {
  private enum Key: String, CodingKey, CaseIterable {
    case heading, item, basis, area
    case group = "in"
  }

  private static var bases: String {
    PopulationFigure.Basis.allCases.map(\.rawValue).filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// Decodes a rule; an item may have any name in snake case.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    self.init(
      try members.decodeIfPresent(String.self, forKey: .heading) ?? "",
      in: try members.decodeIfPresent(String.self, forKey: .group) ?? "",
      PopulationItem(rawValue: try members.word(.item)),
      basis: try members.parsedIfPresent(.basis, expected: LocalizedText(Self.bases)) {
        $0.isEmpty ? nil : PopulationFigure.Basis(rawValue: $0)
      } ?? .observed)
    area = try members.parsedIfPresent(
      .area,
      expected: LocalizedText(ja: "全国 か都道府県の名前", en: "全国 or the name of a prefecture")
    ) { name in
      if name == Area.japan.name { return .japan }
      return Prefecture.allCases.contains { $0.name.ja == name } ? .prefecture(name: name) : nil
    }
  }
}

/// A population's definition as a data file writes it.
struct PopulationDefinitionFile: Decodable {
  let definition: PopulationDefinition

  private enum Key: String, CodingKey, CaseIterable {
    case source
    case stockDate = "stock_date"
    case foreignResidents = "foreign_residents"
    case otherChange = "other_change"
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    definition = PopulationDefinition(
      stockDate: try members.parsed(
        .stockDate,
        expected: LocalizedText(ja: "12-31 のような月日", en: "a month and a day such as 12-31")
      ) { Self.isDayOfYear($0) ? $0 : nil },
      foreignResidents: try members.choice(
        .foreignResidents, of: PopulationDefinition.ForeignResidents.self, default: .notStated),
      otherChange: try members.choice(
        .otherChange, of: PopulationDefinition.OtherChange.self, default: .notStated),
      source: try members.word(.source))
  }

  /// Whether a text is MM-DD; 02-29 is one.
  private static func isDayOfYear(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let month = Int(parts[0]), let day = Int(parts[1])
    else { return false }
    return CalendarDate(year: 2000, month: month, day: day) != nil
  }
}
