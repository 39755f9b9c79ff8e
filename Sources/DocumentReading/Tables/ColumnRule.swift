package import MunicipalModel

/// What a table's column holds.
package enum ColumnRole: Hashable, Sendable {
  /// A node of the plan, such as its goal (基本目標); an empty cell belongs to the one above.
  case level(PlanLevel)
  /// The project (事業名); an empty cell belongs to the project above.
  case project
  /// The heading of several indicators; an empty cell belongs to the one above.
  case theme
  /// The indicator (指標名, 項目).
  case indicator
  /// A part of the indicator's name, which stands in several cells below one heading (区分).
  case namePart
  /// A figure of one role.
  case figure(IndicatorFigure.Role)
  /// The time of the row's figure of one role (基準年度); of the figure beside it where `nil` (測定年度).
  case figurePeriod(IndicatorFigure.Role?)
  /// The unit of the row's figures (単位).
  case unit
  /// Which way of the row's figures is better (方向性: ↑, ↓); text where no cell of the column says so.
  case betterDirection
  /// Whether the row holds targets or actual figures (区分: 目標, 実績).
  case rowRole
  /// The year of the row's figures (年度).
  case rowPeriod
  /// The number of the row (No.).
  case rowNumber
  /// What is computed from other columns (目標値との差), which is told and not read.
  case derived
  /// Text that is no part of the model.
  case prose
  /// Nothing the reader knows.
  case unknown
}

/// Says by its heading what a column holds.
package struct ColumnRule: Hashable, Sendable {
  /// How a heading is recognised; compared in half width and without spaces.
  package enum Match: Hashable, Sendable {
    /// The heading has the word in it.
    case contains(String)
    /// The heading begins with the word.
    case prefix(String)
    /// The heading is the word, with or without a bracket behind it or a mark before it.
    case whole(String)
    /// The heading is nothing but a period, such as 2020年度.
    case period
    /// There is no heading.
    case blank
  }

  let match: Match
  let role: ColumnRole
  /// What a heading says besides, such as that its figures are estimates.
  let trait: ColumnTrait?

  /// Makes a rule; its word may be written in any width.
  package init(_ match: Match, _ role: ColumnRole) {
    self.init(match, role, trait: role == .indicator ? .told : nil)
  }

  init(_ match: Match, _ role: ColumnRole, trait: ColumnTrait?) {
    self.match =
      switch match {
      case .contains(let word): .contains(TextFolding.key(word))
      case .prefix(let word): .prefix(TextFolding.key(word))
      case .whole(let word): .whole(TextFolding.key(word))
      case .period: .period
      case .blank: .blank
      }
    self.role = role
    self.trait = trait
  }

  /// The word that the rule looks for, if it is one.
  var word: String? {
    switch match {
    case .contains(let word), .prefix(let word), .whole(let word): word
    case .period, .blank: nil
    }
  }

  func fits(_ key: String, name: String, isPeriod: Bool) -> Bool {
    switch match {
    case .contains(let word): key.contains(word: word)
    case .prefix(let word): key.begins(with: word)
    case .whole(let word): name.utf8.count == word.utf8.count && name == word
    case .period: isPeriod
    case .blank: key.isEmpty
    }
  }
}

/// What a heading says of its figures besides their role.
enum ColumnTrait: Hashable, Sendable {
  /// The state of things when the table was made (現状値): the baseline, unless another column is.
  case current
  /// 中間値: an interim target, unless the column is beside measured figures of other years.
  case interim
  /// What is expected (見込値) rather than measured.
  case estimate
  /// 指標値: the target, unless another column is.
  case valueAlone
  /// The layout itself names the column of the indicators: its tables need no column of targets.
  case told
  /// Text beside the figures (備考, 担当課, 目標値設定の根拠), which is known to be no part of the model.
  case text
}
