extension ProjectionPlan {
  /// The net migration of a step, by sex and by age at the end (純移動).
  ///
  /// Rates, numbers and cohort changes add up. ``none`` is a closed population (封鎖人口).
  public struct Migration: Hashable, Sendable {
    /// When in the step migrants come and go.
    public enum Timing: String, Hashable, Sendable, Codable, CaseIterable {
      /// At the end: they neither die nor bear children in the step. Ages are those at the end.
      ///
      /// Those who leave at the end have borne children in it like the others. Children who come along are
      /// migrants of the youngest age.
      case end
      /// At the start: they live through the step like the others. Ages are those at the start.
      case start
      /// Half at the start and half at the end, each at the age named, as if spread over the step.
      ///
      /// Mothers are the mean of the women at both ends, so those of the second half count half. Source:
      /// Preston, Heuveline and Guillot, Demography (2001), box 6.2.
      case even
    }

    /// Net migrants for each member of the cohort at the start; of the born, for each birth. By end age.
    var rates: AgeSchedule?
    /// Net migrants in persons, by age at the end.
    var numbersAtEnd: AgeSchedule?
    /// Net migrants in persons, by age at the start.
    var numbersAtStart: AgeSchedule?
    /// Net migrants in persons at each end of the step: half of those who are spread over it.
    var numbersAtBothEnds: AgeSchedule?
    /// What a cohort becomes, deaths and migration together, in place of survival and rates.
    var change: CohortChange?

    /// Nobody moves, or arrivals and departures balance at every age.
    public static let none = Self()

    /// 純移動率: net migrants counted at the end ÷ the cohort at the start, by age at the end.
    ///
    /// The rate of the open-ended group is for the two groups that reach it; that of the youngest, for
    /// each birth. A rate of a period counts at its end those who came at any time in it: they are among
    /// the mothers as the women of that end are. Source: 社人研, 日本の地域別将来推計人口（平成30（2018）年推計）.
    public static func rates(_ schedule: AgeSchedule) -> Self { Self(rates: schedule) }

    /// Numbers by age, in persons a step.
    public static func numbers(_ schedule: AgeSchedule, _ timing: Timing = .end) -> Self {
      switch timing {
      case .end: Self(numbersAtEnd: schedule)
      case .start: Self(numbersAtStart: schedule)
      case .even: Self(numbersAtBothEnds: schedule.scaled(by: 0.5))
      }
    }

    /// A schedule scaled to a total, in persons a step.
    ///
    /// - Throws: ``ProjectionError`` with `empty-schedule` if the schedule adds up to zero.
    public static func scaled(
      _ schedule: AgeSchedule, toTotal total: Double, _ timing: Timing = .end
    ) throws(ProjectionError) -> Self {
      let sum = schedule.values.reduce(0, +)
      guard sum != 0, total.isFinite, (total / sum).isFinite else {
        throw ProjectionError(code: sum == 0 ? .emptySchedule : .outOfRange, text: "\(total)")
      }
      return .numbers(schedule.scaled(by: total / sum), timing)
    }

    /// The whole change of each cohort is that of a published projection (コーホート変化率).
    ///
    /// Net migration is what survival leaves unexplained.
    package static func following(_ change: CohortChange) -> Self { Self(change: change) }

    /// The sum of two assumptions.
    ///
    /// - Throws: ``ProjectionError`` with `different-ages`, or `not-comparable` if both are cohort changes.
    public func adding(_ other: Self) throws(ProjectionError) -> Self {
      guard change == nil || other.change == nil else {
        throw ProjectionError(code: .notComparable, text: "two cohort changes")
      }
      return Self(
        rates: try .sum(rates, other.rates),
        numbersAtEnd: try .sum(numbersAtEnd, other.numbersAtEnd),
        numbersAtStart: try .sum(numbersAtStart, other.numbersAtStart),
        numbersAtBothEnds: try .sum(numbersAtBothEnds, other.numbersAtBothEnds),
        change: change ?? other.change)
    }
  }
}

extension AgeSchedule {
  static func sum(_ first: Self?, _ second: Self?) throws(ProjectionError) -> Self? {
    guard let first, let second = second?.ordered(as: first.sexes) else {
      return first ?? second
    }
    guard first.ages == second.ages, first.sexes == second.sexes else {
      throw ProjectionError(code: .differentAges)
    }
    return Self(
      ages: first.ages, sexes: first.sexes, sound: zip(first.values, second.values).map(+))
  }
}
