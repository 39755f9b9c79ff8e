import MunicipalModel

/// Titles of one series, which differ in their times alone: 令和6年1月1日住民基本台帳… and 令和7年1月1日住民基本台帳….
enum TitleSeries {
  /// Fewer titles are named one by one.
  private static let least = 3

  /// What is left of a title without digits, eras and words of days.
  private static func key(_ title: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in title.unicodeScalars
    where !times.contains(scalar) && scalar.properties.numericType == nil { key.append(scalar) }
    return String(key)
  }

  private static let times = Set("明治大正昭和平成令元年月日同".unicodeScalars)

  /// The last of each series with how many others it stands for; what is in no series stands alone.
  static func folded<Element>(
    _ elements: [Element], title: (Element) -> String?
  ) -> [(element: Element, others: Int)] {
    guard elements.count >= least else { return elements.map { ($0, 0) } }
    var counts: [String: Int] = [:]
    var places: [String: Int] = [:]
    let keys = elements.map { title($0).map(key) ?? "" }
    for key in keys where !key.isEmpty { counts[key, default: 0] += 1 }
    var result: [(element: Element, others: Int)] = []
    for (element, key) in zip(elements, keys) {
      guard let count = counts[key], count >= least else {
        result.append((element, 0))
        continue
      }
      if let place = places[key] {
        result[place].element = element
      } else {
        places[key] = result.count
        result.append((element, count - 1))
      }
    }
    return result
  }

  /// What is said behind the last title of a series.
  static func words(_ others: Int, _ language: Language) -> String {
    guard others > 0 else { return "" }
    return language == .japanese ? "（ほか同じ統計の\(others)表）" : " (and \(others) more of its series)"
  }
}
