extension Area: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, name
  }

  private enum Kind: String, Codable {
    case municipality, prefecture, japan
  }

  /// Decodes what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(Kind.self, forKey: .kind) {
    case .municipality:
      self = .municipality(name: try container.decode(String.self, forKey: .name))
    case .prefecture: self = .prefecture(name: try container.decode(String.self, forKey: .name))
    case .japan:
      guard !container.contains(.name) else {
        throw DecodingError.dataCorruptedError(
          forKey: .name, in: container, debugDescription: "Japan has no other name")
      }
      self = .japan
    }
  }

  /// Encodes `{"kind": "municipality", "name": "苫小牧市"}`, a prefecture alike, and `{"kind": "japan"}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .municipality(let name):
      try container.encode(Kind.municipality, forKey: .kind)
      try container.encode(name, forKey: .name)
    case .prefecture(let name):
      try container.encode(Kind.prefecture, forKey: .kind)
      try container.encode(name, forKey: .name)
    case .japan: try container.encode(Kind.japan, forKey: .kind)
    }
  }
}
