import MunicipalModel

/// A dimension of a table of e-Stat (CLASS_OBJ): 表章項目, a classification, 地域 or 時間軸.
package struct EStatDimension: Hashable, Sendable, Codable {
  /// One code of the dimension.
  package struct Class: Hashable, Sendable, Codable {
    /// The code, such as `A1101` or `01213`.
    package let code: String
    /// The name, such as 総人口.
    package let name: String
    /// How deep it lies in a hierarchy; empty if the table has none.
    package let level: String
    /// The unit, if the dimension has units; empty otherwise.
    package let unit: String
    /// The code that it belongs to; empty if there is none.
    package let parent: String

    /// Makes a class.
    package init(
      code: String, name: String, level: String = "", unit: String = "", parent: String = ""
    ) {
      self.code = code
      self.name = name
      self.level = level
      self.unit = unit
      self.parent = parent
    }
  }

  /// The id: `tab`, `cat01` …, `area`, `time`.
  package let id: String
  /// The name, such as 地域.
  package let name: String
  /// The codes in the order of the table.
  package internal(set) var classes: [Class]

  /// The class of a code.
  package func `class`(_ code: String) -> Class? { classes.first { $0.code == code } }

  /// Whether the names are those of 男 and 女.
  var isSex: Bool { Set(classes.compactMap { Sex(printed: $0.name) }).isSuperset(of: [.male]) }

  /// Whether at least two of the names are groups of ages.
  var isAge: Bool { classes.lazy.compactMap { AgeGroup(printed: $0.name) }.prefix(2).count == 2 }
}
