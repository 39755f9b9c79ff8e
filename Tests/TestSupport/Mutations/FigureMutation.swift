internal import DocumentReading
internal import MunicipalModel

/// A figure printed in another way, and what that text says to a reader.
struct FigureMutation {
  /// What a text says.
  enum Meaning {
    /// One figure, with one of the bounds.
    case figure(ExactDecimal, units: [String], bounds: [Quantity.Bound?], isEstimate: Bool)
    /// No one figure: a range, two figures, a change.
    case none
  }

  /// The kind of change, such as `sign ▼`.
  let kind: String
  /// The text.
  let text: String
  /// What it says.
  let meaning: Meaning

  /// Whether a reading that nothing was told of says what the text says.
  func isRight(_ reading: Reading) -> Bool {
    // Words or a reason in place of a figure are no other figure.
    guard let quantity = reading.quantities.first else { return true }
    guard case .figure(let value, let units, let bounds, let isEstimate) = meaning else {
      return false
    }
    return reading.quantities.count == 1 && quantity.value == value
      && units.contains(quantity.unit) && bounds.contains(quantity.bound)
      && quantity.isEstimate == isEstimate
  }
}

extension FigureMutation.Meaning {
  /// The figure itself, in its unit, whatever else is changed.
  static func same(
    _ figure: PlainFigure, _ unit: String, bounds: [Quantity.Bound?] = [nil],
    isEstimate: Bool = false
  ) -> Self {
    .figure(
      figure.value, units: [figure.unit.isEmpty ? unit : figure.unit], bounds: bounds,
      isEstimate: isEstimate)
  }
}

/// Makes mutations of one figure.
struct FigureMutations {
  let figure: PlainFigure
  /// The unit of the figure where it prints none.
  let unit: String
  private(set) var all: [FigureMutation] = []

  /// - Parameter unit: the unit of the column or the indicator's name.
  init(of figure: PlainFigure, unit: String) {
    self.figure = figure
    self.unit = unit
    addSeparators()
    addSigns()
    addBrackets()
    addNotes()
    addUnits()
    addBounds()
    addEstimates()
    addWords()
    addDigits()
    addSpaces()
    addSecondFigures()
    addTimes()
  }

  var same: FigureMutation.Meaning { .same(figure, unit) }

  mutating func add(_ kind: String, _ text: String, _ meaning: FigureMutation.Meaning) {
    guard text != figure.text else { return }
    all.append(FigureMutation(kind: kind, text: text, meaning: meaning))
  }
}
