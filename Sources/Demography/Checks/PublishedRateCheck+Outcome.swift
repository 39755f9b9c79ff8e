import MunicipalModel

extension PublishedRateCheck.Outcome: Codable {
  private enum CodingKeys: String, CodingKey {
    case agrees, difference
  }

  /// Decodes what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let agrees = try container.decode(Bool.self, forKey: .agrees)
    let difference = try container.decodeIfPresent(ExactDecimal.self, forKey: .difference)
    switch (agrees, difference) {
    case (true, nil): self = .agrees
    case (false, let difference?): self = .differs(by: difference)
    default:
      throw container.corrupted("a figure that does not agree has a difference, and no other has")
    }
  }

  /// Encodes `{"agrees": true}`, or `{"agrees": false, "difference": "0.01"}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .agrees: try container.encode(true, forKey: .agrees)
    case .differs(let difference):
      try container.encode(false, forKey: .agrees)
      try container.encode(difference, forKey: .difference)
    }
  }
}
