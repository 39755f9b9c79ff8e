import MunicipalModel
import PlanAnalysis
import Rendering

extension ProgressRow {
  /// The columns of the wide table of indicators, which JSON and CSV share.
  static var columns: [TableColumn<ProgressRow>] {
    identity + figures + measures + outlook + judgement
  }
}

extension TableColumn<ProgressRow> {
  /// A column that says why another one has no value.
  static func gap(
    _ key: String, _ ja: String, _ en: String,
    of figure: @escaping (IndicatorProgress) -> FigureGap?
  ) -> Self {
    .text(
      key + "_gap", "\(ja)がない理由", "why no \(en)", "Why \(key) has no value.",
      choices: FigureGap.ofProgress.map(\.code)
    ) { row in
      figure(row.progress).map { ReportCell($0.label, value: $0.code) } ?? .empty
    }
  }
}

extension ReportCell {
  /// Makes a cell of why there is no figure.
  init(_ gap: FigureGap) { self.init(missing: gap.code, text: gap.label) }

  /// Makes a cell without words for why there is no figure, as a neighbouring cell says it.
  init(dash gap: FigureGap) { self.init(missing: gap.code, text: LocalizedText("-")) }

  /// Makes a cell of a measure, or of the reason for none.
  init(_ result: ProgressResult, decimals: Int, unit: String = "") {
    switch result {
    case .success(let figure):
      self.init(
        rounding: figure.value, to: decimals, unit: unit, sources: figure.sources,
        formula: figure.formula.isEmpty ? nil : LocalizedText(figure.formula))
    case .failure(let gap):
      self.init(gap)
    }
  }

  /// Makes a cell of a word with a stable code; an empty cell for `nil`.
  init(code: String?, _ label: LocalizedText?, sources: [Citation] = []) {
    guard let code, let label else {
      self = .empty
      return
    }
    self.init(label, value: code, sources: sources)
  }
}

extension IndicatorProgress {
  /// How many decimals a computed figure in the printed unit is given with.
  var decimals: Int {
    let scales = placed.indicator.figures
      .filter { $0.role.isMeasured }
      .compactMap(\.reading.value?.scale)
    return min(9, scales.max() ?? 0)
  }
}
