extension AgeTable: Codable {
  private enum CodingKeys: String, CodingKey {
    case measure, period, ages, sexes, counts, notReported
  }

  /// Decodes a table, which must be one that the initializer accepts.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let ages = try container.decode(AgeClassification.self, forKey: .ages)
    let sexes = try container.decode([Sex].self, forKey: .sexes)
    let counts = try container.decode([Double].self, forKey: .counts)
    let notReported = try container.decode([Double].self, forKey: .notReported)
    guard counts.count == sexes.count * ages.count, notReported.count == sexes.count else {
      throw AgeTableError(
        code: .differentCount, text: "\(counts.count) counts, \(notReported.count) not reported")
    }
    let columns = sexes.indices.map {
      AgeTable.Column(
        sexes[$0], Array(counts[$0 * ages.count..<($0 + 1) * ages.count]),
        notReported: notReported[$0])
    }
    try self.init(
      container.decode(AgeMeasure.self, forKey: .measure),
      period: container.decodeIfPresent(Period.self, forKey: .period), ages: ages,
      columns: columns)
  }

  /// Encodes the table.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(measure, forKey: .measure)
    try container.encodeIfPresent(period, forKey: .period)
    try container.encode(ages, forKey: .ages)
    try container.encode(sexes, forKey: .sexes)
    try container.encode(counts, forKey: .counts)
    try container.encode(notReported, forKey: .notReported)
  }
}
