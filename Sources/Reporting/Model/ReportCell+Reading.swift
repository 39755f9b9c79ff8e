public import MunicipalModel

extension ReportCell {
  /// Makes a cell of what a printed cell says.
  ///
  /// Of several numbers in one cell, all are shown and the first is the value. A number for reference
  /// only is shown in brackets.
  ///
  /// - Parameter showsUnit: whether the text names the unit; the cell keeps it in any case.
  public init(
    _ reading: Reading, style: FigureStyle = .grouped, showsUnit: Bool = true,
    sources: [Citation] = []
  ) {
    func text(_ quantity: Quantity) -> LocalizedText { style.text(quantity, showsUnit: showsUnit) }
    func cell(_ quantity: Quantity, _ text: LocalizedText) -> Self {
      Self(
        text: text, value: .decimal(quantity.value), unit: quantity.unit, status: reading.status,
        sources: sources)
    }
    switch reading {
    case .value(let quantity):
      self = cell(quantity, text(quantity))
    case .several(let quantities):
      guard let first = quantities.first else {
        self.init(missing: .blank, sources: sources)
        return
      }
      let texts = quantities.map(text)
      self = cell(
        first,
        LocalizedText(
          ja: texts.map(\.ja).joined(separator: "、"), en: texts.map(\.en).joined(separator: ", ")))
    case .reference(let quantity):
      let inner = text(quantity)
      self = cell(quantity, LocalizedText(ja: "(\(inner.ja))", en: "(\(inner.en))"))
    case .label(let word):
      self.init(word, sources: sources)
    case .missing(let reason):
      self.init(missing: reason, sources: sources)
    }
  }

  /// Makes a cell without a value.
  public init(missing reason: MissingReason, sources: [Citation] = []) {
    self.init(missing: reason.code, text: reason.label, sources: sources)
  }
}

extension MissingReason {
  /// What a person reads in place of the figure.
  public var label: LocalizedText {
    switch self {
    case .blank: LocalizedText(ja: "（空欄）", en: "(blank)")
    case .notApplicable: LocalizedText("-")
    case .notYetDue: LocalizedText(ja: "未到来", en: "not yet due")
    case .notSurveyed: LocalizedText(ja: "調査なし", en: "not surveyed")
    case .notPublished: LocalizedText(ja: "未公表", en: "not published")
    case .beingComputed: LocalizedText(ja: "算定中", en: "being computed")
    case .beingSurveyed: LocalizedText(ja: "調査中", en: "being surveyed")
    case .cancelled: LocalizedText(ja: "中止", en: "cancelled")
    case .notCarriedOut: LocalizedText(ja: "未実施", en: "not carried out")
    case .notAvailable: LocalizedText(ja: "データなし", en: "not available")
    case .withheld: LocalizedText(ja: "秘匿", en: "withheld")
    case .shared(let other): LocalizedText(ja: "「\(other)」と共通", en: "shared with \(other)")
    case .inWords: LocalizedText(ja: "数値なし（言葉・範囲）", en: "in words or a range")
    case .unreadable: LocalizedText(ja: "判読不可", en: "unreadable")
    }
  }
}
