public import Demography
public import MunicipalModel

/// Published figures that follow from others: those computed again, and those that cannot be.
public struct Rederivation: Hashable, Sendable {
  /// The figures that were computed again.
  public private(set) var figures: [Rederivation.Figure] = []
  /// The figures that cannot be computed again from what is printed.
  public private(set) var unchecked: [UncheckedFigure] = []
  /// By which definition the printed 達成率 of each plan were checked.
  package private(set) var achievementDefinitions: [PlanAchievementDefinition] = []

  /// A published figure that cannot be computed again, and why.
  public struct UncheckedFigure: Hashable, Sendable {
    /// What kind of figure it is.
    public let kind: Rederivation.Figure.Kind
    /// The figure as published.
    public let published: ExactDecimal
    /// Where it was printed.
    public let citation: Citation
    /// What stands in the way.
    public let error: DemographyError
  }

  /// Computes every figure of a record again that follows from others.
  init(_ record: MunicipalityRecord) {
    for contents in record.documents {
      PopulationRederivation(contents).add(to: &self)
      AchievementRederivation.add(contents, to: &self)
      ProgressRederivation.add(contents, to: &self)
      IndicatorRederivation.add(contents, accounts: record.accounts, to: &self)
    }
  }

  mutating func note(_ definition: PlanAchievementDefinition) {
    achievementDefinitions.append(definition)
  }

  /// Takes the check of one figure, or why there is none; `nil` is a figure that follows from no other.
  mutating func add(
    _ kind: Rederivation.Figure.Kind, _ published: ExactDecimal, at citation: Citation,
    check: () throws(DemographyError) -> PublishedRateCheck?
  ) {
    do throws(DemographyError) {
      if let check = try check() { figures.append(Rederivation.Figure(kind, check)) }
    } catch {
      unchecked.append(
        UncheckedFigure(kind: kind, published: published, citation: citation, error: error))
    }
  }
}

extension MunicipalityRecord {
  /// Every published figure of the record that follows from others, computed again where it can be.
  public var rederivation: Rederivation { Rederivation(self) }
}
