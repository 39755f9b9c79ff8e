/// The child–woman ratio (子ども女性比): children of 0–4 for each woman of childbearing age.
///
/// Formula: children of both sexes ÷ women. 社人研's regional projections of 2013 and 2018 count women
/// of 20–44; the ratio of the textbooks, and the default, counts women of 15–49.
public struct ChildWomanRatio: Hashable, Sendable, Codable {
  /// The children, of both sexes, in persons.
  public let children: Double
  /// The women, in persons; above zero.
  public let women: Double
  /// The share of boys among the children, 0 to 1; `nil` without children.
  public let boysShare: Double?
  /// The ages of the women.
  public let womenAges: AgeGroup

  /// Children for each woman; times 1,000 as it is often printed.
  public var value: Double { children / women }

  /// The children that so many women would have, by sex.
  ///
  /// - Parameter women: women of ``womenAges``, in persons.
  /// - Returns: boys and girls, in persons; `nil` if there were no children to tell the sexes' shares.
  public func children(of women: Double) -> (boys: Double, girls: Double)? {
    guard let boysShare else { return nil }
    let children = women * value
    return (children * boysShare, children * (1 - boysShare))
  }
}

extension AgeTable {
  /// The child–woman ratio (子ども女性比) of a population.
  ///
  /// - Parameters:
  ///   - childAges: ages of the children; 0–4 if `nil`.
  ///   - womenAges: ages of the women; 15–49 if `nil`.
  /// - Throws: ``AgeTableError`` with `missing-sex`, `needs-splitting`, `not-covered`, or
  ///   `no-population` if there are no women.
  public func childWomanRatio(
    childAges: AgeGroup? = nil, womenAges: AgeGroup? = nil
  ) throws(AgeTableError) -> ChildWomanRatio {
    guard let childAges = childAges ?? AgeGroup(0, through: 4),
      let womenAges = womenAges ?? AgeGroup(15, through: 49)
    else { throw AgeTableError(code: .unsupportedAges) }
    let women = try count(of: .female, at: womenAges)
    guard women > 0 else {
      throw AgeTableError(code: .noPopulation, sex: .female, age: womenAges)
    }
    let boys = try count(of: .male, at: childAges)
    let children = boys + (try count(of: .female, at: childAges))
    return ChildWomanRatio(
      children: children, women: women, boysShare: children > 0 ? boys / children : nil,
      womenAges: womenAges)
  }
}
