internal import Demography
public import MunicipalModel

extension Crosswalk {
  /// What a municipality measures a concept by: an indicator of its plan, or its population table.
  public struct Member: Hashable, Sendable {
    /// By what it was found.
    public enum Recognition: String, Hashable, Sendable {
      /// The city's own file names it.
      case notes
      /// Its name has the words of the concept.
      case pattern
      /// The population table has the figures of the concept's rate.
      case populationTable = "population_table"
    }

    /// The municipality.
    public let municipality: Municipality
    /// The concept.
    public let concept: IndicatorConcept
    /// By what it was found.
    public let recognition: Recognition
    /// Whether it stands for the municipality where two are compared; the others are listed only.
    public let isLead: Bool
    /// The name as printed.
    public let name: LocalizedText
    /// The document.
    public let document: DocumentID
    /// The indicator as it is used, and where it stands; `nil` for the population table.
    public let placed: PlacedIndicator?
    /// What the definition says on the concept's aspects.
    package let aspects: [String: AspectStatement]
    /// Limits that the city's file states.
    public let notes: [LocalizedText]
    /// What was noticed about the figures.
    package let remarks: [MemberRemark]
    /// How far the indicator has come; `nil` for the population table.
    package let progress: ConceptProgress?

    let series: ConceptSeries
    let accounts: [PopulationAccount]

    /// The figure that the plan started from, in the common unit.
    public var baseline: Crosswalk.Figure? { series.baseline }
    /// The newest actual figure, in the common unit.
    public var newest: Crosswalk.Figure? { series.newest }
    /// The figure that the plan aims at, in the common unit.
    public var target: Crosswalk.Figure? { series.target }

    /// The change of the newest actual figure since the baseline.
    package var changeSinceBaseline: Result<ConceptChange, FigureGap> {
      series.change(isSigned: concept.mayChangeSign)
    }

    /// How far the target lies from the baseline.
    package var ambition: Result<ConceptChange, FigureGap> {
      series.ambition(isSigned: concept.mayChangeSign)
    }

    /// A figure per 1,000 residents at the end of its year.
    ///
    /// Formula: figure ÷ 年末人口 × 1,000. The population is that of the city's own table on 31 December of the
    /// year; for a fiscal year, the 31 December that lies in it.
    ///
    /// - Parameters:
    ///   - figure: one of the member's figures.
    ///   - decimals: digits after the point; if `nil`, one from 100 on, two from 1 on and three below 1.
    public func perThousandResidents(
      _ figure: Crosswalk.Figure, decimals: Int? = nil
    ) -> Result<Crosswalk.Figure, FigureGap> {
      exactPerThousandResidents(figure, decimals: decimals).map(\.figure)
    }

    /// The same before it is rounded.
    func exactPerThousandResidents(
      _ figure: Crosswalk.Figure, decimals: Int? = nil
    ) -> Result<ExactFigure, FigureGap> {
      Result { () throws(FigureGap) in
        guard concept.isPerResident, figure.unit != "%" else { throw .notPerResident }
        guard let period = figure.period, case let year = series.planYears.year(of: period),
          let stock = population(atEndOf: year),
          let residents = ExactFigure(stock)
        else { throw .missingPopulation }
        guard !residents.isZero else { throw .divisionByZero }
        guard
          let level = ExactFigure(figure)?.divided(
            by: residents, timesTenToThe: 3, unit: figure.unit + "/千人", decimals: decimals)
        else { throw .tooLarge }
        return level
      }
    }

    /// The year of the plan that a figure belongs to, if it has a period.
    package func year(of figure: Crosswalk.Figure) -> Int? {
      figure.period.map(series.planYears.year)
    }

    /// The population at the end of a year as the city's own table prints it, if it does.
    public func population(atEndOf year: Int) -> Crosswalk.Figure? {
      guard let account = accounts.first(where: { $0.period == .calendarYear(year) }),
        let stock = account.closingStock, let value = ExactDecimal(exactly: stock.value)
      else { return nil }
      return Crosswalk.Figure(value, unit: "人", period: account.period, sources: stock.sources)
    }
  }
}

/// Something to know about a member's figures.
package struct MemberRemark: Hashable, Sendable {
  /// What was noticed.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// The baseline is missing here and printed in another document of the city, which is told and not used.
    case baselineInOtherDocument = "baseline_in_other_document"
    /// Another document of the city prints the target as cumulative, or this one does and that not.
    case accumulationDiffersElsewhere = "accumulation_differs_elsewhere"
    /// No baseline is printed; progress counts from zero.
    case countsFromZero = "counts_from_zero"
    /// The year of the baseline is not printed.
    case baselineWithoutYear = "baseline_without_year"
    /// The target lies on the worse side of the baseline.
    case loweredExpectation = "lowered_expectation"
    /// The target lies so near the baseline that progress swings widely.
    case targetNearBaseline = "target_near_baseline"
    /// It is not known which way is better, so progress is not judged.
    case unknownDirection = "unknown_direction"
    /// The figures are those of the population table.
    case repeatsPopulationTable = "repeats_population_table"
    /// The unit is taken for another one, for a stated reason.
    case countedAs = "counted_as"
    /// No actual figure is printed.
    case noActualFigure = "no_actual_figure"
  }

  /// What was noticed.
  package let code: Code
  /// One sentence for a person to read.
  package let text: LocalizedText
  /// The printed cells that it is about.
  package let sources: [Citation]
}
