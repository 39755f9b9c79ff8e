import MunicipalModel

/// Reads the key cells of one row: municipality, period, sex and ages.
struct AgeFileRow {
  let file: DocumentID
  let line: Int
  /// The cells in the order of the keys.
  let cells: [String]

  func municipality() throws(AgeFileError) -> MunicipalityCode {
    do throws(MunicipalityCodeError) {
      return try MunicipalityCode(printed: cells[0])
    } catch {
      throw fault(
        .unreadableMunicipality, "municipality_code", "\(cells[0]), \(error.code.rawValue)")
    }
  }

  /// A bare year is a calendar year: populations and movers are counted by them.
  func period() throws(AgeFileError) -> Period {
    if let period = Period(code: TextFolding.trimmed(cells[1])) { return period }
    do throws(PeriodError) {
      return try Period(parsing: cells[1], bareYear: .calendar)
    } catch {
      throw fault(.unreadablePeriod, "period", cells[1])
    }
  }

  func sex() throws(AgeFileError) -> Sex {
    guard let sex = Sex(printed: cells[2]) else { throw fault(.unreadableSex, "sex", cells[2]) }
    return sex
  }

  func age() throws(AgeFileError) -> AgeLabel {
    let from = TextFolding.key(cells[3])
    let to = TextFolding.key(cells[4])
    if let first = Int(from) {
      let group =
        to.isEmpty ? AgeGroup(andOver: first) : Int(to).flatMap { AgeGroup(first, through: $0) }
      if let group { return .group(group) }
    } else if to.isEmpty, let label = try? AgeLabel(printed: from) {
      return label
    }
    throw fault(.unreadableAge, "age_from, age_to", "\(cells[3]), \(cells[4])")
  }

  private func fault(_ code: AgeFileError.Code, _ column: String, _ text: String) -> AgeFileError {
    AgeFileError(code: code, file: file, line: line, column: column, text: text)
  }
}

extension ExactDecimal {
  /// Reads a count: digits in any width, perhaps with thousands set apart by commas; else `nil`.
  init?(countedBy cell: String) {
    let folded = TextFolding.key(cell)
    guard folded.contains(",") else {
      self.init(folded)
      return
    }
    let whole = folded.prefix { $0 != "." }
    let parts = whole.split(separator: ",", omittingEmptySubsequences: false)
    let first = parts.first?.drop { $0 == "-" } ?? ""
    guard (1...3).contains(first.count), parts.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return nil
    }
    self.init(folded.filter { $0 != "," })
  }
}
