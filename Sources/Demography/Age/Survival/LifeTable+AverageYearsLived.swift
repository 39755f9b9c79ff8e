public import MunicipalModel

extension LifeTable {
  /// How long those live in a group of ages who die in it (nax, 死亡者の平均生存年数).
  ///
  /// A rule with an infant's a₀ needs a table that begins with age 0, and one with Coale and Demeny's 1–4 years the
  /// groups 0 and 1–4; other tables are refused and take ``midpoint`` or ``given(_:)``. A rule's figures can be
  /// read from ``LifeTable/rows``, changed, and given again. Women's figures stand for both sexes together.
  public enum AverageYearsLived: Hashable, Sendable {
    /// Half of the group: deaths are spread evenly.
    case midpoint
    /// A constant a₀ for age 0, in years, such as 0.1 or 0.3, and half of the group above.
    case infant(Double)
    /// Coale and Demeny's formulas at ages 0 and 1–4, half of the group above.
    ///
    /// Sources: Coale and Demeny, Regional Model Life Tables and Stable Populations (1983); for West from death
    /// rates Preston, Heuveline and Guillot, Demography (2001), table 3.3. In the other regions, whose formulas are of
    /// q(0), it is found from the death rate.
    case coaleDemeny(LifeTable.CoaleDemenyRegion, Sex)
    /// Andreev and Kingkade's a₀, Coale and Demeny's West at 1–4 if there is the group, half above.
    ///
    /// Source: Andreev and Kingkade, Demographic Research 33 (2015), as the Human Mortality Database uses it.
    case andreevKingkade(Sex)
    /// The United Nations': Coale and Demeny's West at 0 and 1–4, half at 5–14, Greville's formula above.
    ///
    /// Formula: n ÷ 2 − n² ÷ 12 × [m − k], with k = ln(m above ÷ m below) ÷ the years between the middles of these
    /// groups; of the last closed group, by itself and the group below. Source: United Nations, Model Life Tables for
    /// Developing Countries (1982). Where it leaves the group, deaths have a constant force. From probabilities
    /// it is found by repeating.
    case unitedNations(Sex)
    /// A constant force of mortality within each group: q = 1 − e^(−nm), which no rate is too high for.
    ///
    /// Formula: n + 1 ÷ m − n ÷ (1 − e^(−nm)).
    case constantForce
    /// Figures for each group, in years; one of the open-ended group is not used.
    case given([Double])

    /// Coale and Demeny's West formulas at ages 0 and 1–4, half of the group above.
    public static func coaleDemenyWest(_ sex: Sex) -> Self { .coaleDemeny(.west, sex) }
  }
}

extension LifeTable {
  /// A region of Coale and Demeny's model life tables, a pattern of mortality by age.
  public enum CoaleDemenyRegion: String, Hashable, Sendable, Codable, CaseIterable {
    /// North: low infant and old-age mortality.
    case north
    /// South: high mortality under five.
    case south
    /// East: high infant mortality.
    case east
    /// West: the pattern for places that are like no other.
    case west
  }
}

extension LifeTable {
  /// How the open-ended group of a life table is closed (開放区間の扱い).
  ///
  /// A table of death rates needs no rule: its last rate m gives L = l ÷ m.
  public enum OpenIntervalClosing: Hashable, Sendable {
    /// L = l ÷ m, with the death rate m of the open-ended group, per person-year.
    case deathRate(Double)
    /// L = l × e, with the years e that are left at its first age.
    case remainingLifeExpectancy(Double)
    /// L = l ÷ m with the force of mortality of the last closed group, m = −ln(1 − q) ÷ n, held for ever.
    case constantForceOfLastGroup
  }
}

extension LifeTable {
  /// What is done with a death rate so high that nobody would be left before the end of its group.
  ///
  /// With nax, q = nm ÷ (1 + (n − a)m) is above 1 where a is above 1 ÷ m: five-year rates above 0.4 with half of
  /// the group.
  public enum HighDeathRateRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// The table is refused.
    case refused
    /// q = 1: all die in the group, after 1 ÷ m years on average, and nobody is left after it.
    case everybodyDies = "everybody_dies"
  }
}
