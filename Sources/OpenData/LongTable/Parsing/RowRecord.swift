internal import MunicipalModel

/// A row as read: its keys as small numbers, and its three counts.
struct RowRecord {
  /// The first five digits of the code, at most 47999.
  var code: UInt16 = 0
  var year: UInt16 = 0
  var age = AgeKey.allAges
  var sex: UInt8 = 0
  var population = Count.missing
  var inMigrants = Count.missing
  var outMigrants = Count.missing
}

/// A count of persons in four bytes; below zero stands why there is none.
enum Count {
  /// There is no row for it.
  static let noRow: Int32 = -1
  /// The cell is empty.
  static let missing: Int32 = -2
  /// The cell holds something else than a count.
  static let unreadable: Int32 = -3
}

/// What an age column names, in two bytes that sort as ages do.
struct AgeKey: Hashable, Comparable {
  let rawValue: UInt16

  static let notReported = Self(rawValue: 0xFF00)
  static let allAges = Self(rawValue: 0xFF01)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ label: AgeLabel) {
    switch label {
    case .group(let group):
      self.init(rawValue: UInt16(group.lowerAge) << 8 | UInt16(group.upperAge ?? 0xFF))
    case .notReported: self = .notReported
    case .allAges: self = .allAges
    }
  }

  var label: AgeLabel {
    let lower = Int(rawValue >> 8)
    let upper = Int(rawValue & 0xFF)
    switch self {
    case .notReported: return .notReported
    case .allAges: return .allAges
    default:
      let group = upper == 0xFF ? AgeGroup(andOver: lower) : AgeGroup(lower, through: upper)
      return group.map { .group($0) } ?? .notReported
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Sex {
  /// The position of a sex in the table.
  var key: UInt8 {
    switch self {
    case .male: 0
    case .female: 1
    case .both: 2
    }
  }
}
