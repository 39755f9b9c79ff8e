import MunicipalModel

/// Reads the days of open data, with or without a time of day behind them.
enum PrintedDate {
  /// The day that a cell says, such as `2024-01-01`, `20240101`, `令和6年1月1日` or `2024/1/1 0:00:00`.
  ///
  /// A time is left out; one of another zone than Japan's may be of another day and is not read.
  static func date(_ printed: String) -> CalendarDate? {
    let text = TextFolding.trimmed(printed)
    if let date = day(text) { return date }
    guard let end = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return nil }
    let time = TextFolding.key(text[text.index(after: end)...])
    return isTime(time) ? day(String(text[..<end])) : nil
  }

  /// Whether a cell says a month without a day, such as 2024年1月, 2024-01 or R6.1.
  static func isMonth(_ printed: String) -> Bool {
    let key = TextFolding.key(printed)
    if key.hasSuffix("月") { return true }
    let numbers = key.split { !$0.isNumber }.map { Int($0) ?? 0 }
    return numbers.count == 2 && (1...12).contains(numbers[1]) && !key.contains("日")
      && !key.contains("末")
  }

  private static func day(_ text: String) -> CalendarDate? {
    if isMonth(text) { return nil }
    if case .date(let date)? = try? Period(parsing: text) { return date }
    let key = TextFolding.key(text)
    guard key.utf8.count == 8, let number = Int(key), number > 0 else { return nil }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// `0:00`, `00:00:00`, `00:00:00.000` and with `+09:00` or `+0900`.
  private static func isTime(_ text: String) -> Bool {
    let zone = ["+09:00", "+0900"].first { text.hasSuffix($0) } ?? ""
    let parts = text.dropLast(zone.count).split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return false }
    return parts.enumerated().allSatisfy { index, part in
      let whole = index == 2 ? part.prefix { $0 != "." } : part
      return (1...2).contains(whole.utf8.count)
        && part.utf8.allSatisfy { (0x30...0x39).contains($0) || index == 2 && $0 == 0x2E }
    }
  }
}
