import Demography
import MunicipalModel
import Rendering

extension Sequence<MunicipalityRecord> {
  /// Those that print populations whose definition their folder does not say, so that they have no account of a year.
  var withoutDefinition: [Municipality] {
    filter { record in
      record.accounts.isEmpty
        && record.documents.contains {
          !$0.populationFigures.isEmpty && $0.populationDefinition == nil
        }
    }.map(\.municipality)
  }
}

extension ReportCell {
  /// Makes a cell of a figure that was computed from printed ones, with its cells and its formula.
  ///
  /// - Parameter rounded: the figure in the digits that are shown; `nil` where it has too many.
  init(
    _ figure: some DerivedFigure, rounded: ExactDecimal?, style: FigureStyle = .grouped,
    unit: String = ""
  ) {
    guard let rounded else {
      self = .notComputable
      return
    }
    self.init(
      rounded, style: style, unit: unit, sources: figure.sources, formula: figure.formula)
  }

  /// Makes a cell of a crude rate, or of why there is none.
  init(rate: () throws -> CrudeRate) {
    self =
      (try? rate()).map {
        Self(
          $0, rounded: $0.rounded, style: $0.kind.isBalance ? .signed : .grouped,
          unit: $0.definition.scale.symbol)
      } ?? .notComputable
  }
}
