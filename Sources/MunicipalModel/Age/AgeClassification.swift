/// Groups of ages that follow each other without gap or overlap (年齢区分).
public struct AgeClassification: Hashable, Sendable {
  /// The groups, the youngest first; only the last can be open-ended.
  public let groups: [AgeGroup]

  /// Makes a classification of groups in ascending order.
  ///
  /// - Throws: ``AgeTableError`` with `no-rows`, `overlapping-ages`, `gap-between-ages` or
  ///   `open-group-in-middle`, naming the group, and its position from 1 as the row.
  public init(_ groups: [AgeGroup]) throws(AgeTableError) {
    guard !groups.isEmpty else { throw AgeTableError(code: .noRows) }
    for index in groups.indices.dropFirst() {
      let before = groups[index - 1]
      if let code = Self.fault(between: before, and: groups[index]) {
        let isOpen = code == .openGroupInMiddle
        throw AgeTableError(
          code: code, row: isOpen ? index : index + 1, age: isOpen ? before : groups[index])
      }
    }
    self.groups = groups
  }

  private init(trusted groups: [AgeGroup]) { self.groups = groups }

  /// What keeps `next` from following `group`.
  static func fault(between group: AgeGroup, and next: AgeGroup) -> AgeTableError.Code? {
    guard let upper = group.upperAge else {
      return next.lowerAge > group.lowerAge ? .openGroupInMiddle : .overlappingAges
    }
    if next.lowerAge <= upper { return .overlappingAges }
    return next.lowerAge > upper + 1 ? .gapBetweenAges : nil
  }

  /// The youngest age.
  public var lowerAge: Int { groups.first?.lowerAge ?? 0 }

  /// The last group, if it is open-ended (85歳以上).
  public var openGroup: AgeGroup? { groups.last.flatMap { $0.isOpen ? $0 : nil } }

  /// How many groups there are.
  public var count: Int { groups.count }

  /// Groups of `width` years from 0, and an open-ended group.
  ///
  /// - Parameters:
  ///   - width: years of age in a group: 1 (各歳), 5 (5歳階級) or 10 (10歳階級), or any other.
  ///   - openFrom: the first age of the open-ended group, a multiple of the width.
  /// - Throws: ``AgeTableError`` with `unsupported-ages`.
  public static func groups(
    ofWidth width: Int, openFrom: Int
  ) throws(AgeTableError) -> Self {
    guard width > 0, (0...AgeGroup.highestAge).contains(openFrom), openFrom % width == 0 else {
      throw AgeTableError(
        code: .unsupportedAges, age: AgeGroup(andOver: openFrom), text: "width \(width)")
    }
    let closed = stride(from: 0, to: openFrom, by: width)
      .compactMap { AgeGroup($0, through: $0 + width - 1) }
    return Self(trusted: closed + [AgeGroup(andOver: openFrom)].compactMap(\.self))
  }

  /// Single years of age (各歳) and an open-ended group.
  public static func singleYears(openFrom: Int) throws(AgeTableError) -> Self {
    try groups(ofWidth: 1, openFrom: openFrom)
  }

  /// Five-year groups (5歳階級) and an open-ended group.
  public static func fiveYearGroups(openFrom: Int) throws(AgeTableError) -> Self {
    try groups(ofWidth: 5, openFrom: openFrom)
  }

  /// Ten-year groups (10歳階級, 年代) and an open-ended group.
  public static func tenYearGroups(openFrom: Int) throws(AgeTableError) -> Self {
    try groups(ofWidth: 10, openFrom: openFrom)
  }

  /// The three broad groups (年齢3区分): 0–14, 15–64, 65 and over.
  public static let broadGroups = Self(
    trusted: [AgeGroup(0, through: 14), AgeGroup(15, through: 64), AgeGroup(andOver: 65)]
      .compactMap(\.self))
}

extension AgeClassification: Codable {
  /// Decodes the groups, which must follow each other.
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode([AgeGroup].self))
  }

  /// Encodes the groups.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(groups)
  }
}

extension AgeClassification {
  /// The positions of the groups that make up a span of ages.
  ///
  /// - Throws: ``AgeTableError`` with `needs-splitting` if a group reaches over the span's ends, or
  ///   `not-covered` if some of its ages are in no group.
  public func indices(of span: AgeGroup) throws(AgeTableError) -> Range<Int> {
    let first = groups.firstIndex { $0.overlaps(span) } ?? groups.count
    let end = groups[first...].firstIndex { !$0.overlaps(span) } ?? groups.count
    if let index = (first..<end).first(where: { !span.contains(groups[$0]) }) {
      throw AgeTableError(
        code: .needsSplitting, row: index + 1, age: groups[index], text: span.description)
    }
    guard first < end, groups[first].lowerAge == span.lowerAge,
      groups[end - 1].upperAge == span.upperAge
    else { throw AgeTableError(code: .notCovered, age: span) }
    return first..<end
  }
}
