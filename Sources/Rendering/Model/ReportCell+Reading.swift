public import MunicipalModel

extension ReportCell {
  /// Makes a cell of what a printed cell says, with how it counts, its bound, and whether it is final.
  ///
  /// Of several numbers in one cell, all are shown and the first is the value. A number for reference
  /// only is shown in brackets.
  ///
  /// - Parameters:
  ///   - accumulation: over which time the figure counts; `single` of what is no figure of a plan.
  ///   - showsUnit: whether the text names the unit; the cell keeps it in any case.
  package init(
    _ reading: Reading, counted accumulation: Accumulation, style: FigureStyle = .grouped,
    showsUnit: Bool = true, sources: [Citation] = []
  ) {
    func text(_ quantity: Quantity) -> LocalizedText {
      style.text(quantity, accumulation, showsUnit: showsUnit)
    }
    func cell(_ quantity: Quantity, _ text: LocalizedText) -> Self {
      var cell = Self(
        text: text, value: .decimal(quantity.value), unit: quantity.unit, status: reading.status,
        sources: sources)
      cell.qualifiers = FigureQualifier.all(of: quantity, accumulation)
      return cell
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
        texts.joined())
    case .reference(let quantity):
      let inner = text(quantity)
      self = cell(quantity, LocalizedText(ja: "(\(inner.ja))", en: "(\(inner.en))"))
    case .label(let word):
      self.init(word, sources: sources)
    case .missing(let reason):
      self.init(missing: reason, sources: sources)
    }
  }

  /// Makes a cell of a printed figure of an indicator, with how it counts.
  ///
  /// - Parameter isCited: whether the cell names where it was printed.
  package init(
    _ observation: IndicatorFigure, style: FigureStyle = .grouped, showsUnit: Bool = true,
    isCited: Bool = true
  ) {
    self.init(
      observation.reading,
      counted: observation.role.isMeasured ? observation.accumulation : .single,
      style: style, showsUnit: showsUnit, sources: isCited ? [observation.citation] : [])
  }

  /// Makes a cell of an indicator's figures in the order of time, with the times of the first and the last.
  ///
  /// How they count stands once before them where all count alike, and their unit behind the last: 累計 34 → 79 →
  /// 148件（2020年度～2022年度）.
  package init(series: [IndicatorFigure]) {
    let counted = Set(series.filter { $0.reading.quantity != nil }.map(\.accumulation))
    let common = counted.count == 1 ? counted.first.flatMap { FigureQualifier($0) } : nil
    let units = Set(series.compactMap(\.reading.quantity?.unit))
    let last = series.lastIndex { $0.reading.quantity != nil }
    let cells = series.enumerated().map { index, observation in
      let showsUnit = units.count > 1 || index == last
      return common == nil
        ? Self(observation, showsUnit: showsUnit)
        : Self(observation.reading, counted: .single, showsUnit: showsUnit)
    }
    let newest = series.last.map { Self($0) } ?? .empty
    let label = common?.label ?? LocalizedText("")
    let times = [series.first?.period, series.last?.period].compactMap { $0?.label }.uniqued
    let all = LocalizedText(
      ja: (label.ja.isEmpty ? "" : label.ja + " ") + cells.map(\.text.ja).joined(separator: " → ")
        + (times.isEmpty ? "" : "（" + times.map(\.ja).joined(separator: "～") + "）"),
      en: label.en + cells.map(\.text.en).joined(separator: " → ")
        + (times.isEmpty ? "" : " (" + times.map(\.en).joined(separator: "–") + ")"))
    self.init(
      text: all, value: newest.value, unit: newest.unit, status: newest.status,
      sources: series.map(\.citation))
    qualifiers = (cells.flatMap(\.qualifiers) + [common].compactMap(\.self)).uniqued
  }

  /// Makes a cell of a printed figure about a population.
  package init(_ figure: PopulationFigure, style: FigureStyle = .grouped) {
    self.init(
      figure.reading, counted: .single, style: style, showsUnit: false, sources: [figure.citation])
  }

  /// Makes a cell of a percentage that is printed of a node.
  package init(percentage reading: CitedReading, sources: [Citation]? = nil) {
    self.init(
      reading.reading, counted: .single, showsUnit: false, sources: sources ?? [reading.citation])
  }

  /// Makes a cell without a value.
  package init(missing reason: MissingReason, sources: [Citation] = []) {
    self.init(missing: reason.code, text: reason.label, sources: sources)
  }
}

extension ReportCell {
  /// A figure that the text does not hold; 未公表 is what a document prints itself.
  package static let notPrinted = Self(
    missing: "not_printed", text: LocalizedText(ja: "記載なし", en: "not printed"))
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
