import MunicipalModel

/// A plain reading of a long table, with strings and dictionaries, to compare the fast one with.
///
/// It knows good CSV quotes, and reads codes, years and ages with the model's own readers. It holds
/// everything in memory and is slow, and short enough to be seen to be right.
struct PlainTable {
  struct Key: Hashable {
    var code: MunicipalityCode
    var year: Int
    var age: AgeLabel
    var sex: Sex
  }

  var rows: [Key: [Int?]] = [:]
  var rowCount = 0
  var names: [MunicipalityCode: String] = [:]
  /// Lines and kinds of what was noticed, sorted.
  var issues: [String] = []

  init(_ text: String) {
    var lines = Self.rows(of: text)
    guard !lines.isEmpty else { return }
    let header = lines.removeFirst().cells
    var otherNames: [MunicipalityCode: Set<String>] = [:]
    for (line, cells) in lines where !cells.allSatisfy(\.isEmpty) {
      guard cells.count == header.count else {
        issues.append("\(line) wrong-cell-count")
        continue
      }
      func cell(_ name: String) -> String { header.firstIndex(of: name).map { cells[$0] } ?? "" }
      let code = try? MunicipalityCode(cell("code"))
      let period = try? Period(parsing: cell("year"), bareYear: .calendar)
      let sex = Sex(printed: cell("sex"))
      let age = try? AgeLabel(printed: cell("age"))
      var year: Int?
      if case .calendarYear(let number)? = period, (1...9999).contains(number) { year = number }
      if code == nil { issues.append("\(line) unreadable-code") }
      if year == nil { issues.append("\(line) unreadable-year") }
      if sex == nil { issues.append("\(line) unreadable-sex") }
      if age == nil { issues.append("\(line) unreadable-age") }
      let counts = ["population", "in_migrants", "out_migrants"].map { name -> Int? in
        let text = cell(name)
        if text.isEmpty {
          issues.append("\(line) missing-count")
          return nil
        }
        guard text.allSatisfy({ "0123456789".contains($0) }), let value = Int(text),
          value <= Int(Int32.max)
        else {
          issues.append("\(line) unreadable-cell")
          return nil
        }
        return value
      }
      guard let code, let year, let sex, let age else { continue }
      let name = cell("name")
      if !name.isEmpty {
        if let first = names[code] {
          if first != name, otherNames[code, default: []].insert(name).inserted {
            issues.append("\(line) different-name")
          }
        } else {
          names[code] = name
        }
      }
      rowCount += 1
      let key = Key(code: code, year: year, age: age, sex: sex)
      if let before = rows[key] {
        issues.append("\(line) \(before == counts ? "doubled-row" : "conflicting-row")")
      } else {
        rows[key] = counts
      }
    }
    issues.sort()
  }

  /// The lines of `rates.csv`.
  var rateLines: [String] {
    var lines: [String] = []
    let codes = Set(rows.keys.map(\.code)).sorted()
    let years = Set(rows.keys.map(\.year)).sorted()
    let ages = Set(rows.keys.map(\.age)).sorted {
      Self.order($0).lexicographicallyPrecedes(Self.order($1))
    }
    for code in codes {
      for year in years {
        for age in ages
        where Sex.allCases.contains(where: {
          rows[Key(code: code, year: year, age: age, sex: $0)] != nil
        }) {
          let arrivals = both(code, year, age, 1)
          let leaving = both(code, year, age, 2)
          let before = years.contains(year - 1) ? both(code, year - 1, age, 0) : nil
          var change: Int?
          if let arrivals, let leaving { change = (arrivals as Int) - (leaving as Int) }
          var rate = ""
          var note = ""
          if !years.contains(year - 1) {
            note = "no-previous-year"
          } else if before == nil {
            note = "no-previous-population"
          } else if change == nil {
            note = "no-movers"
          } else if before == 0 {
            note = "zero-population"
          } else if let change, let before {
            rate = Self.percent(change, before)
          }
          lines.append(
            [
              code.sixDigits, Self.quoted(names[code] ?? ""), "\(year)", Self.text(age),
              change.map { "\($0)" } ?? "", before.map { "\($0)" } ?? "", rate, note,
            ].joined(separator: ","))
        }
      }
    }
    return lines
  }

  /// The sum of male and female, else the count of both sexes.
  func both(_ code: MunicipalityCode, _ year: Int, _ age: AgeLabel, _ count: Int) -> Int? {
    func value(_ sex: Sex) -> Int? {
      rows[Key(code: code, year: year, age: age, sex: sex)].flatMap { $0[count] }
    }
    if let male = value(.male), let female = value(.female) { return male + female }
    return value(.both)
  }

  /// A percentage with four digits, half away from zero, in whole numbers.
  static func percent(_ change: Int, _ population: Int) -> String {
    let units = (abs(change) * 2_000_000 + population) / (2 * population)
    let digits = String(units % 10_000)
    return (change < 0 && units > 0 ? "-" : "") + "\(units / 10_000)."
      + String(repeating: "0", count: 4 - digits.count) + digits
  }

  static func text(_ age: AgeLabel) -> String {
    switch age {
    case .group(let group): group.description
    case .notReported: "unknown"
    case .allAges: "total"
    }
  }

  private static func order(_ age: AgeLabel) -> [Int] {
    switch age {
    case .group(let group): [group.lowerAge, group.upperAge ?? 255]
    case .notReported: [999, 0]
    case .allAges: [999, 1]
    }
  }

  private static func quoted(_ text: String) -> String {
    text.contains(where: { ",\"\n\r".contains($0) || $0 == "\r\n" })
      ? "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\"" : text
  }

  /// The rows of a CSV text with their lines.
  private static func rows(of text: String) -> [(line: Int, cells: [String])] {
    var result: [(line: Int, cells: [String])] = []
    var cells = [""]
    var (line, first) = (1, 1)
    var isQuoted = false
    var before: Character?
    for character in text {
      if character == "\"" {
        // A doubled quote is a quote.
        if !isQuoted, before == "\"" { cells[cells.count - 1].append(character) }
        isQuoted.toggle()
      } else if isQuoted || !character.isNewline && character != "," {
        cells[cells.count - 1].append(character)
      } else if character == "," {
        cells.append("")
      } else {
        result.append((first, cells))
        cells = [""]
        first = line + 1
      }
      if character.isNewline { line += 1 }
      before = character
    }
    if cells != [""] { result.append((first, cells)) }
    return result
  }
}
