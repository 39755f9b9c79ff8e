import MunicipalModel

/// Finds which lines of a document are the headings of its plan, from where its indicators stand.
struct HeadingDraft {
  /// The families that are headings of the plan, the outermost first.
  private(set) var families: [HeadingFamily]

  /// The most levels of a plan that are looked for.
  private static let maximumLevels = 4

  /// Looks at the lines above indicators.
  ///
  /// - Parameter indicatorLines: the lines on which indicators stand, rising.
  init(in session: DocumentSession, indicatorLines: [Int]) {
    let all = HeadingFamily.all(in: session)
    let used = all.map { family in family.headingsAbove(indicatorLines) }
    var kept = all.indices.filter { index in
      let count = used[index].count
      return count > 1 || count == 1 && all[index].namedLevel != nil
    }
    // A sheet 目標1 that begins with 基本目標1 しごと says that heading's number alone.
    kept = kept.filter { index in
      !kept.contains { $0 != index && all[index].announces(all[$0]) }
    }
    // Where the document names its levels, chapters around them are not the plan's.
    let named = kept.filter { all[$0].namedLevel != nil }
    if let outermost = named.min(by: { all[$0].rank < all[$1].rank }) {
      kept.removeAll { index in
        all[index].namedLevel == nil && Self.isOuter(all[index], than: all[outermost])
      }
    }
    // A number tells more than what the file marks; of two families of the same lines one is enough.
    kept.sort { left, right in
      if Self.isOuter(all[left], than: all[right]) { return true }
      if Self.isOuter(all[right], than: all[left]) { return false }
      return (all[left].rank, all[left].firstLine) < (all[right].rank, all[right].firstLine)
    }
    families = kept.prefix(Self.maximumLevels).map { all[$0] }
  }

  /// The rules of the headings, the outermost first.
  var rules: [HeadingRule] {
    let usual: [PlanLevel] =
      switch families.count {
      case 1, 2: [.goal, .measure]
      case 3: [.goal, .measure, .project]
      default: [.goal, .direction, .measure, .project]
      }
    var taken: [PlanLevel] = []
    return families.enumerated().compactMap { index, family in
      var level = usual[index]
      if let named = family.namedLevel, !taken.contains(named),
        taken.allSatisfy({ Self.order($0) < Self.order(named) })
      {
        level = named
      } else if taken.contains(level)
        || taken.contains(where: { Self.order($0) > Self.order(level) })
      {
        let next = Self.levels.first { level in
          taken.allSatisfy { Self.order($0) < Self.order(level) }
        }
        guard let next else { return nil }
        level = next
      }
      taken.append(level)
      return family.rule(level)
    }
  }

  /// The draft without one of its families.
  func without(_ index: Int) -> Self {
    var draft = self
    draft.families.remove(at: index)
    return draft
  }

  private static let levels: [PlanLevel] = [.goal, .direction, .measure, .project]
  private static func order(_ level: PlanLevel) -> Int { levels.firstIndex(of: level) ?? 0 }

  /// Whether the lines of one family part those of another into groups.
  private static func isOuter(_ outer: HeadingFamily, than inner: HeadingFamily) -> Bool {
    let held = outer.intervalsHolding(several: inner)
    let holding = inner.intervalsHolding(several: outer)
    return held > holding
  }
}

extension HeadingFamily {
  /// The place of the named level among levels; unnamed ones come last.
  fileprivate var rank: Int {
    Self.levelWords.firstIndex { $0.level == namedLevel } ?? Self.levelWords.count
  }

  /// Whether its lines are nothing but the numbers of another family's, a few lines above them.
  fileprivate func announces(_ other: HeadingFamily) -> Bool {
    lines.count == other.lines.count && !shape.numbers.isEmpty
      && zip(lines, other.lines).allSatisfy { own, titled in
        own.title.isEmpty && !titled.title.isEmpty && own.numbers == titled.numbers
          && (1...4).contains(titled.line - own.line)
      }
  }

  fileprivate var firstLine: Int { lines.first?.line ?? 0 }

  /// The lines of the family below which an indicator stands before the next of them.
  fileprivate func headingsAbove(_ indicatorLines: [Int]) -> Set<Int> {
    var result: Set<Int> = []
    var next = 0
    var last: Int?
    for indicator in indicatorLines {
      while next < lines.count, lines[next].line < indicator {
        last = lines[next].line
        next += 1
      }
      if let last { result.insert(last) }
    }
    return result
  }

  /// Between how many of the own lines two or more of another family stand.
  fileprivate func intervalsHolding(several other: HeadingFamily) -> Int {
    let ends = lines.dropFirst().map(\.line) + [Int.max]
    return zip(lines.map(\.line), ends).count { start, end in
      other.lines.lazy.filter { $0.line > start && $0.line < end }.prefix(2).count == 2
    }
  }
}
