import OpenData

/// The ways to explain all gone and all new codes, each gone one being in one group.
struct CodeCover {
  typealias Group = ChangeGroups.Group

  /// How many ways there are.
  private(set) var count = 0
  /// The groups that each target has in some way; 0 if none.
  private(set) var groups: [Set<Group>]
  /// The way of least cost.
  private(set) var best: [Group] = []
  /// Whether another way costs as little.
  private(set) var isTied = false
  /// Whether all ways were looked at.
  private(set) var isComplete = true

  private let candidates: [[Group]]
  private let isNew: [Bool]
  private let order: [Int]
  private let all: Group
  private var bestCost = Int.max
  private var steps = 0

  private static let maximumSteps = 200_000

  /// - Parameters:
  ///   - candidates: the groups that fit each target.
  ///   - isNew: whether a target must have a group; one that keeps its code need not.
  ///   - size: how many codes are gone.
  ///   - cost: how unlikely a group is by its codes.
  init(_ candidates: [[Group]], _ isNew: [Bool], _ size: Int, cost: (Group) -> Int) {
    self.candidates = candidates
    self.isNew = isNew
    groups = Array(repeating: [], count: candidates.count)
    order = candidates.indices.sorted { candidates[$0].count < candidates[$1].count }
    all = size < Group.bitWidth ? (1 << Group(size)) - 1 : .max
    let costs = candidates.map { list in list.map { cost($0) } }
    var chosen = Array(repeating: Group(0), count: candidates.count)
    cover(0, used: 0, cost: 0, &chosen, costs)
  }

  private mutating func cover(
    _ depth: Int, used: Group, cost: Int, _ chosen: inout [Group], _ costs: [[Int]]
  ) {
    steps += 1
    guard steps < Self.maximumSteps else {
      isComplete = false
      return
    }
    guard depth < order.count else {
      if used == all { note(chosen, cost) }
      return
    }
    let target = order[depth]
    for (index, group) in candidates[target].enumerated() where group & used == 0 {
      chosen[target] = group
      cover(depth + 1, used: used | group, cost: cost + costs[target][index], &chosen, costs)
      guard isComplete else { break }
    }
    chosen[target] = 0
    if !isNew[target] { cover(depth + 1, used: used, cost: cost, &chosen, costs) }
  }

  private mutating func note(_ chosen: [Group], _ cost: Int) {
    count += 1
    for (target, group) in chosen.enumerated() { groups[target].insert(group) }
    if cost < bestCost {
      bestCost = cost
      best = chosen
      isTied = false
    } else if cost == bestCost {
      isTied = true
    }
  }
}
