internal import Demography
public import MunicipalModel
import OpenData

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension NationwideTable {
  /// A municipality of similar size and ageing.
  public struct Peer: Hashable, Sendable {
    /// The municipality.
    public let member: NationwideTable.Member
    /// How far it is; 0 is the same. See ``NationwideTable/peers(of:count:)``.
    public let distance: Double
  }
}

extension NationwideTable {
  /// The municipalities that are most alike in population and ageing, the nearest first.
  ///
  /// Formula: distance² = ((ln P − ln P₀) ÷ s)² + ((a − a₀) ÷ t)², where P is the population, a the ageing
  /// rate, and s and t their standard deviations over all municipalities of the table: the Euclidean
  /// distance of standardised values. Without ageing rates only the populations count; a municipality
  /// without one, or without residents, is no peer where the others have it.
  ///
  /// - Parameters:
  ///   - code: the municipality.
  ///   - count: how many.
  /// - Returns: empty if the municipality is not in the table.
  public func peers(of code: MunicipalityCode, count: Int = 10) -> [NationwideTable.Peer] {
    guard let own = member(code), let size = Self.logarithm(own), count > 0 else { return [] }
    let ageing = own.ageing?.value
    let others = members.compactMap { member -> (member: Member, size: Double, ageing: Double)? in
      guard let size = Self.logarithm(member), ageing == nil || member.ageing != nil else {
        return nil
      }
      return (member, size, member.ageing?.value ?? 0)
    }
    let sizes = Self.deviation(others.map(\.size))
    let ages = Self.deviation(others.map(\.ageing))
    return others.filter { $0.member.area.code != code }.map { other in
      let first = sizes > 0 ? (other.size - size) / sizes : 0
      let second = ageing.map { ages > 0 ? (other.ageing - $0) / ages : 0 } ?? 0
      return NationwideTable.Peer(
        member: other.member, distance: (first * first + second * second).squareRoot())
    }
    .sorted { left, right in
      guard left.distance == right.distance, let first = left.member.area.code,
        let second = right.member.area.code
      else { return left.distance < right.distance }
      return first < second
    }
    .prefix(count).map(\.self)
  }

  private static func logarithm(_ member: Member) -> Double? {
    member.population.flatMap { $0.value > 0 ? log(Double($0.value)) : nil }
  }

  /// The standard deviation of a whole population.
  private static func deviation(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let sum = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (sum / Double(values.count)).squareRoot()
  }
}
