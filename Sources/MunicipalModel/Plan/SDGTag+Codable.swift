extension SDGTag: Codable {
  private enum CodingKeys: String, CodingKey {
    case goal, basis
  }

  /// Decodes a tag; a goal that there is not is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let goal = try container.decode(Int.self, forKey: .goal)
    guard let tag = Self(goal: goal, basis: try container.decode(Basis.self, forKey: .basis)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .goal, in: container, debugDescription: "no goal from 1 to 17: \(goal)")
    }
    self = tag
  }

  /// Encodes the goal and who says so.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(goal, forKey: .goal)
    try container.encode(basis, forKey: .basis)
  }
}

extension SDGTag.Basis: Codable {
  private enum CodingKeys: String, CodingKey {
    case published, assigned
  }

  /// Decodes what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let key = container.allKeys.first, container.allKeys.count == 1 else {
      throw container.corrupted("a tag is either published or assigned")
    }
    switch key {
    case .published: self = .published(try container.decode(Citation.self, forKey: key))
    case .assigned:
      self = .assigned(rationale: try container.decode(LocalizedText.self, forKey: key))
    }
  }

  /// Encodes `{"published": …}` with the citation, or `{"assigned": {"ja": …, "en": …}}` with the reason.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .published(let citation): try container.encode(citation, forKey: .published)
    case .assigned(let rationale): try container.encode(rationale, forKey: .assigned)
    }
  }
}
