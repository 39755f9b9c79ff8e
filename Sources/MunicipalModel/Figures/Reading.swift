/// What a printed cell says: a value, or why there is none.
public enum Reading: Hashable, Sendable {
  /// One number.
  case value(Quantity)
  /// Several numbers in one cell: `3世帯9人`, `100％（6隊）`. The first is the main one.
  case several([Quantity])
  /// A number in brackets that is given for reference only: `(79.12歳)`.
  case reference(Quantity)
  /// A word, such as the grade 順調.
  case label(String)
  /// No value, and the reason.
  case missing(MissingReason)

  /// The main number of the cell, if the cell is a value.
  public var quantity: Quantity? {
    switch self {
    case .value(let quantity): quantity
    case .several(let quantities): quantities.first
    case .reference, .label, .missing: nil
    }
  }

  /// Every number of the cell, also one that is given for reference only.
  public var quantities: [Quantity] {
    switch self {
    case .value(let quantity), .reference(let quantity): [quantity]
    case .several(let quantities): quantities
    case .label, .missing: []
    }
  }

  /// The main number without its unit, if the cell is a value.
  public var value: ExactDecimal? { quantity?.value }

  /// The same reading, of which the document says that no number is final.
  package var asEstimate: Self {
    switch self {
    case .value(let quantity): .value(quantity.asEstimate)
    case .several(let quantities): .several(quantities.map(\.asEstimate))
    case .reference(let quantity): .reference(quantity.asEstimate)
    case .label, .missing: self
    }
  }

  /// A stable word for exported files: `value`, `reference`, `label`, or the reason for no value.
  public var status: String {
    switch self {
    case .value, .several: "value"
    case .reference: "reference"
    case .label: "label"
    case .missing(let reason): reason.code
    }
  }
}

/// Why a printed cell has no value. A blank is not a zero, and every mark keeps its meaning.
public enum MissingReason: Hashable, Sendable {
  /// An empty cell.
  case blank
  /// A dash (—, －, -): no figure applies or exists, and the document does not say why.
  case notApplicable
  /// An arrow (⇒): the figure is due later.
  case notYetDue
  /// 調査なし: there was no survey.
  case notSurveyed
  /// 未公表: the source has not published it.
  case notPublished
  /// 算定中: it is being computed.
  case beingComputed
  /// 調査中: the survey is under way.
  case beingSurveyed
  /// 中止: what was to be counted did not take place.
  case cancelled
  /// 未実施: what is to be counted has not been carried out.
  case notCarriedOut
  /// …: the source has no figure.
  case notAvailable
  /// X, ***: withheld so that no one can be identified.
  case withheld
  /// …との共通指標: the figure stands with another project.
  case shared(with: String)
  /// Words (現状維持, 増加), a change (8人増) or a range (20～30人) stand in place of a figure.
  case inWords
  /// The cell could not be read; a diagnostic says why.
  case unreadable

  /// A stable word for exported files.
  public var code: String {
    switch self {
    case .blank: "blank"
    case .notApplicable: "not_applicable"
    case .notYetDue: "not_yet_due"
    case .notSurveyed: "not_surveyed"
    case .notPublished: "not_published"
    case .beingComputed: "being_computed"
    case .beingSurveyed: "being_surveyed"
    case .cancelled: "cancelled"
    case .notCarriedOut: "not_carried_out"
    case .notAvailable: "not_available"
    case .withheld: "withheld"
    case .shared: "shared"
    case .inWords: "in_words"
    case .unreadable: "unreadable"
    }
  }
}
