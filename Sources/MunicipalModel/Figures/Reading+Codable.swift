extension Reading: Codable {
  private enum CodingKeys: String, CodingKey {
    case value, values, reference, words, missing
  }

  /// Decodes what ``encode(to:)`` writes; an object of several readings, or of none, is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let key = container.allKeys.first, container.allKeys.count == 1 else {
      throw container.corrupted(
        "a reading has one of value, values, reference, words and missing, not "
          + (container.allKeys.isEmpty
            ? "none" : container.allKeys.map(\.rawValue).sorted().joined(separator: " and ")))
    }
    switch key {
    case .value: self = .value(try Quantity(from: decoder))
    case .values: self = .several(try container.decode([Quantity].self, forKey: .values))
    case .reference: self = .reference(try container.decode(Quantity.self, forKey: .reference))
    case .words: self = .label(try container.decode(String.self, forKey: .words))
    case .missing: self = .missing(try MissingReason(from: decoder))
    }
  }

  /// Encodes one object, whose keys say what the cell holds.
  ///
  /// - `{"value": "79", "unit": "人"}`: a number, with `"bound": "at-least"`, `"plus": true` and
  ///   `"estimate": true` where they were printed
  /// - `{"values": [{"value": "3", "unit": "世帯"}, {"value": "9", "unit": "人"}]}`: several numbers
  /// - `{"reference": {"value": "79.12", "unit": "歳"}}`: a number for reference only
  /// - `{"words": "順調"}`: words
  /// - `{"missing": "not_applicable"}`: why there is no value, as ``MissingReason`` is encoded
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .value(let quantity): try quantity.encode(to: encoder)
    case .several(let quantities): try container.encode(quantities, forKey: .values)
    case .reference(let quantity): try container.encode(quantity, forKey: .reference)
    case .label(let words): try container.encode(words, forKey: .words)
    case .missing(let reason): try reason.encode(to: encoder)
    }
  }
}

extension MissingReason: Codable {
  private enum CodingKeys: String, CodingKey {
    case missing, with
  }

  /// The reasons that say nothing more than their word.
  private static let plain: [Self] = [
    .blank, .notApplicable, .notYetDue, .notSurveyed, .notPublished, .beingComputed,
    .beingSurveyed, .cancelled, .notCarriedOut, .notAvailable, .withheld, .inWords, .unreadable,
  ]

  /// Decodes what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let code = try container.decode(String.self, forKey: .missing)
    if let reason = Self.plain.first(where: { $0.code == code }) {
      guard !container.contains(.with) else {
        throw DecodingError.dataCorruptedError(
          forKey: .with, in: container, debugDescription: "only \"shared\" says with whom")
      }
      self = reason
      return
    }
    let shared = Self.shared(with: try container.decodeIfPresent(String.self, forKey: .with) ?? "")
    guard code == shared.code, container.contains(.with) else {
      throw DecodingError.dataCorruptedError(
        forKey: .missing, in: container, debugDescription: "no reason for a missing value: \(code)")
    }
    self = shared
  }

  /// Encodes `{"missing": "not_applicable"}` with the reason's ``code``; a figure that stands with
  /// another project is `{"missing": "shared", "with": "…"}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .missing)
    if case .shared(let name) = self { try container.encode(name, forKey: .with) }
  }
}
