import MunicipalModel
import OpenData

/// Groups of gone municipalities whose populations fit a target, and the choice among them.
///
/// Up to twenty gone ones, every group is tried. Of more, only those are whose codes are one or two runs
/// without a gap among the gone ones, as the towns of a 郡 and a city are; then nothing is certain.
struct ChangeGroups {
  /// A set of gone municipalities, a bit for each in the order of their codes.
  typealias Group = UInt64

  private let gone: [MunicipalityChange.Stock]
  private let targets: [ChangeTarget]
  private let isExact: Bool
  /// The groups that fit each target.
  private(set) var candidates: [[Group]]
  /// Whether every group was tried.
  private(set) var isComplete: Bool

  private static let exhaustiveCount = 20
  private static let exhaustiveCountOfNear = 12
  private static let maximumCandidates = 2_000

  init(_ gone: [MunicipalityChange.Stock], _ targets: [ChangeTarget], isExact: Bool) {
    self.gone = gone
    self.targets = targets
    self.isExact = isExact
    candidates = Array(repeating: [], count: targets.count)
    isComplete = gone.count <= (isExact ? Self.exhaustiveCount : Self.exhaustiveCountOfNear)
    guard gone.count <= Group.bitWidth else { return }
    if isComplete { tryEveryGroup() } else { tryRuns() }
  }

  func members(_ group: Group) -> [MunicipalityChange.Stock] {
    gone.indices.filter { group & (1 << Group($0)) != 0 }.map { gone[$0] }
  }

  private mutating func tryEveryGroup() {
    let ranges = ranges()
    var group: Group = 0
    var sum = 0
    for number in 1..<(Group(1) << Group(gone.count)) {
      // The Gray code changes one member at a time.
      let changed = number.trailingZeroBitCount
      group ^= 1 << Group(changed)
      let isIn = group & (1 << Group(changed)) != 0
      let population = gone[changed].population
      sum = isIn ? sum &+ population : sum &- population
      note(group, sum, ranges)
    }
  }

  private mutating func tryRuns() {
    let ranges = ranges()
    var sums = [0]
    for stock in gone { sums.append((sums.last ?? 0) &+ stock.population) }
    func run(_ start: Int, _ end: Int) -> Group {
      let upTo = end == Group.bitWidth ? Group.max : (1 << Group(end)) - 1
      return upTo & ~((1 << Group(start)) - 1)
    }
    for start in gone.indices {
      for end in start + 1...gone.count {
        let sum = sums[end] &- sums[start]
        note(run(start, end), sum, ranges)
        for second in gone.indices where second > end {
          for last in second + 1...gone.count {
            note(
              run(start, end) | run(second, last), sum &+ sums[last] &- sums[second], ranges)
          }
        }
      }
    }
  }

  private func ranges() -> [ClosedRange<Int>] {
    targets.map { target in
      let need = min(max(1, target.need), Int.max / 2)
      let tolerance = isExact ? 0 : need / 100
      return need - tolerance...need + tolerance
    }
  }

  private mutating func note(_ group: Group, _ sum: Int, _ ranges: [ClosedRange<Int>]) {
    var target = 0
    while target < ranges.count {
      if sum >= ranges[target].lowerBound, sum <= ranges[target].upperBound {
        if candidates[target].count < Self.maximumCandidates {
          candidates[target].append(group)
        } else {
          isComplete = false
        }
      }
      target += 1
    }
  }
}

extension ChangeGroups {
  /// The group chosen for a target.
  struct Choice {
    let group: Group
    /// Whether no other group can be meant.
    let isCertain: Bool
  }

  /// The groups of the targets, as far as they can be told.
  ///
  /// First those that explain all gone and new codes together; if nothing does, those that are the only
  /// one to fit their target.
  func chosen() -> [Choice?] {
    let cover = CodeCover(candidates, targets.map(\.isNew), gone.count, cost: nearness)
    guard cover.count > 0 else { return only() }
    // If one new municipality is all that changed, it holds all the gone ones; nothing else can be meant.
    let isOnly = targets.count == 1 && targets[0].isNew
    let isWhole = isOnly || isComplete && cover.isComplete
    return targets.indices.map { target in
      let groups = cover.groups[target]
      if isWhole, groups.count == 1, let group = groups.first {
        return group == 0 ? nil : Choice(group: group, isCertain: true)
      }
      // Within 1 %, another group that fits is no less likely.
      guard !cover.isTied, isExact || groups.count == 1, cover.best[target] != 0 else {
        return nil
      }
      return Choice(group: cover.best[target], isCertain: false)
    }
  }

  private func only() -> [Choice?] {
    let single = candidates.map { $0.count == 1 ? $0[0] : 0 }
    return targets.indices.map { target in
      let group = single[target]
      let isShared = targets.indices.contains { other in
        other != target && candidates[other].contains { $0 & group != 0 }
      }
      guard group != 0, !isShared else { return nil }
      // A hundred times more people than groups make a fit by chance unlikely.
      let isCertain = isComplete && (1 << gone.count) <= targets[target].need / 100
      return Choice(group: group, isCertain: isCertain)
    }
  }

  /// How far apart the codes of a group are: its runs among the gone codes and its 郡.
  private func nearness(_ group: Group) -> Int {
    let runs = (group & ~(group << 1)).nonzeroBitCount
    let districts = Set(members(group).compactMap { $0.municipality.name.ja.district })
    return runs + districts.count
  }
}

extension String {
  /// The 郡 before the name of a town: 岩美郡 of 岩美郡岩美町.
  fileprivate var district: Substring? {
    guard let end = dropLast(2).lastIndex(of: "郡"), end > startIndex else { return nil }
    return self[...end]
  }
}
