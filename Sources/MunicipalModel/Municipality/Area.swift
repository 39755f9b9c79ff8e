/// What a population figure is about: a municipality, its prefecture or the nation.
public enum Area: Hashable, Sendable {
  /// The municipality that published the document.
  case municipality(name: String)
  /// A prefecture, by its Japanese name.
  case prefecture(name: String)
  /// Japan as a whole (全国).
  case japan

  /// The Japanese name, as it stands in exported files.
  public var name: String {
    switch self {
    case .municipality(let name), .prefecture(let name): name
    case .japan: "全国"
    }
  }
}
