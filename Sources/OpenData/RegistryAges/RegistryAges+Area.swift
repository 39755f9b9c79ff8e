import MunicipalModel

extension RegistryAges {
  /// An area of 住民基本台帳年齢階級別人口 with its rows.
  public struct Area: Hashable, Sendable {
    /// The area.
    public let area: StatisticalArea
    private var rows: [Sex: Row] = [:]

    init(_ area: StatisticalArea) { self.area = area }

    /// One row: what is printed, and the figures that are read.
    struct Row: Hashable, Sendable {
      let line: Int
      /// The column of the first cell.
      let start: Int
      let texts: RowText
      /// The numbers of persons from that column on, -1 where there is none.
      let counts: [Int]

      func printed(_ column: Int) -> String { texts[column - start] }

      func count(_ column: Int) -> Int? {
        guard counts.indices.contains(column - start), counts[column - start] >= 0 else {
          return nil
        }
        return counts[column - start]
      }
    }

    subscript(sex: Sex) -> Row? {
      get { rows[sex] }
      set { rows[sex] = newValue }
    }

    /// The lines that it has.
    var lines: [Int] { rows.values.map(\.line).sorted() }

    /// The people by sex whose ages are not published and whom the total alone holds; `nil` if a difference between
    /// the total and the ages has another reason.
    ///
    /// The ministry does not publish the ages of foreign residents where one sex has one to nine of them, or both
    /// have 49 at most; sums over municipalities lack these people too.
    func unpublished(_ file: RegistryAges) -> [Sex: Int]? {
      unpublished(groups: file.groups, total: file.total, file.definition.foreignResidents)
    }

    func unpublished(
      groups: [RegistryAgeColumns.Group], total: Int?,
      _ residents: PopulationDefinition.ForeignResidents
    ) -> [Sex: Int]? {
      var people: [Sex: Int] = [:]
      for (sex, row) in rows {
        guard let total, let whole = row.count(total) else { return nil }
        var sum = 0
        for group in groups {
          guard let count = row.count(group.column) else { return nil }
          sum += count
        }
        people[sex] = whole - sum
      }
      if people.values.allSatisfy({ $0 == 0 }) { return [:] }
      guard residents == .included || residents == .notStated, let male = people[.male],
        let female = people[.female], male >= 0, female >= 0,
        people[.both].map({ $0 == male + female }) ?? true
      else { return nil }
      let isPart =
        switch area.kind {
        case .municipality, .ward, .specialWard, .designatedCity: true
        default: false
        }
      guard isPart else { return people }
      let isRule = (1...9).contains(male) || (1...9).contains(female) || male + female <= 49
      return isRule ? people : nil
    }
  }
}
