internal import DocumentReading
import MunicipalModel

// What is read once of each spelling.
extension LongTableRows {
  /// What a cell means: what it did when it stood there before, or what `read` makes of its text.
  @inline(__always)
  mutating func key(
    _ position: Int, _ row: CSVRow, _ bytes: UnsafeRawBufferPointer,
    _ read: (inout Self, String) -> Int?
  ) -> Int? {
    let cell = row.range(position)
    if let known = memos[position].value(bytes, cell) { return known }
    guard let index = read(&self, row.text(position)) else {
      return unreadable(row, position)
    }
    memos[position].learn(bytes, cell, value: index)
    return index
  }

  mutating func code(_ text: String) -> Int? {
    // Five digits that may have lost a zero are taken as they are.
    guard let code = (try? MunicipalityCode(printed: text)) ?? (try? MunicipalityCode(text)) else {
      return nil
    }
    let index = codes.index(of: code)
    if index == nameOfCode.count { nameOfCode.append(-1) }
    return index
  }

  mutating func year(_ text: String) -> Int? {
    let text = TextFolding.trimmed(text)
    let period = Period(code: text) ?? (try? Period(parsing: text, bareYear: .calendar))
    guard case .calendarYear(let year)? = period, (1...9999).contains(year) else { return nil }
    return years.index(of: year)
  }

  mutating func sex(_ text: String) -> Int? {
    Sex(printed: text).flatMap { Sex.allCases.firstIndex(of: $0) }
  }

  /// The ages of a cell, or of `age_from` and `age_to`, which mean something together only.
  mutating func age(_ row: CSVRow, _ bytes: UnsafeRawBufferPointer) -> Int? {
    guard let lastAge = place.lastAge else {
      return key(place.age, row, bytes) { rows, text in
        (try? AgeLabel(printed: text)).map { rows.ages.index(of: $0) }
      }
    }
    guard
      let from = key(place.age, row, bytes, { rows, text in rows.parts.index(of: text) }),
      let to = key(lastAge, row, bytes, { rows, text in rows.parts.index(of: text) })
    else { return nil }
    if let known = ageOfParts[from << 32 | to] { return known }
    guard let age = AgeLabel(from: parts[from], to: parts[to]) else {
      return unreadable(row, place.age)
    }
    let index = ages.index(of: age)
    ageOfParts[from << 32 | to] = index
    return index
  }

  private mutating func unreadable(_ row: CSVRow, _ position: Int) -> Int? {
    let (code, ja, en): (Diagnostic.Code, String, String) =
      switch columns[position] {
      case .code: ("unreadable-code", "団体コード", "municipality code")
      case .period: ("unreadable-year", "年", "calendar year")
      case .sex: ("unreadable-sex", "性別", "sex")
      default: ("unreadable-age", "年齢", "age")
      }
    diagnostics.add(
      .error, code, line: row.line, cell: position + 1, printed: row.text(position),
      ja: "\(ja)として読めないため、行を読みません", en: "not a \(en); the row is left out")
    return nil
  }

  /// A name that is not the one that the code had before: the first, or another, which is told once.
  @inline(never)
  mutating func readName(_ name: Int, of code: Int, _ row: CSVRow) {
    guard !names[name].isEmpty else { return }
    if nameOfCode[code] < 0 {
      nameOfCode[code] = name
    } else if otherNames.insert([code, name]).inserted {
      diagnostics.add(
        .warning, "different-name", line: row.line, cell: (place.name ?? 0) + 1,
        printed: names[name],
        ja: "同じ団体コードの「\(names[nameOfCode[code]])」と違う名前です",
        en: "another name than \(names[nameOfCode[code]]) for the same code")
    }
  }

  /// The count of a cell, or what stands for none.
  mutating func count(
    _ row: CSVRow, _ bytes: UnsafeRawBufferPointer, _ position: Int
  ) -> Int32 {
    let cell = row.range(position)
    guard !cell.isEmpty, cell.count < 10 else { return oddCount(row, position) }
    var value: Int32 = 0
    for offset in cell {
      let digit = bytes[offset] &- 0x30
      guard digit < 10 else { return oddCount(row, position) }
      value = value &* 10 &+ Int32(digit)
    }
    return value
  }

  /// A count that is not printed in a few plain digits.
  @inline(never)
  private mutating func oddCount(_ row: CSVRow, _ position: Int) -> Int32 {
    let reading = PrintedCount.reading(row[position])
    if let count = reading.persons().flatMap({ Int32(exactly: $0) }) { return count }
    if case .missing(let reason) = reading, reason != .unreadable {
      diagnostics.add(
        .info, "missing-count", line: row.line, cell: position + 1, printed: row.text(position),
        ja: "人数がありません", en: "a count is not given")
    } else {
      diagnostics.add(
        .error, "unreadable-cell", line: row.line, cell: position + 1, printed: row.text(position),
        ja: "人数として読めません", en: "not a count of persons")
    }
    return LongTable.notGiven
  }
}
