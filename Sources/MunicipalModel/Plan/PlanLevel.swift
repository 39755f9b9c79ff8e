/// The rank of a node in a plan. Cities name their ranks differently; these are the common names.
public struct PlanLevel: RawRepresentable, Hashable, Sendable, Codable {
  /// A stable name in snake case.
  public let rawValue: String
  /// Makes a level from its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The plan as a whole.
  public static let plan = Self(rawValue: "plan")
  /// 基本目標
  public static let goal = Self(rawValue: "goal")
  /// 施策の基本的方向
  public static let direction = Self(rawValue: "direction")
  /// 施策
  public static let measure = Self(rawValue: "measure")
  /// 事業
  public static let project = Self(rawValue: "project")
  /// 事業例: a project named as an example.
  public static let exampleProject = Self(rawValue: "example_project")
  /// 関連する既存事業: a project that existed before the plan.
  public static let existingProject = Self(rawValue: "existing_project")
  /// ビジョン
  public static let vision = Self(rawValue: "vision")
  /// 公約
  public static let pledge = Self(rawValue: "pledge")
}
