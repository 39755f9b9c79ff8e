package import MunicipalModel

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
    guard let label = AgeLabel(from: cells[3], to: cells[4]) else {
      throw fault(.unreadableAge, "age_from, age_to", "\(cells[3]), \(cells[4])")
    }
    return label
  }

  private func fault(_ code: AgeFileError.Code, _ column: String, _ text: String) -> AgeFileError {
    AgeFileError(code: code, file: file, line: line, column: column, text: text)
  }
}

extension AgeLabel {
  /// Reads the cells `age_from` and `age_to`, or `nil` if they name no ages.
  package init?(from: String, to: String) {
    let from = TextFolding.key(from)
    let to = TextFolding.key(to)
    if let first = Int(from) {
      let group =
        to.isEmpty ? AgeGroup(andOver: first) : Int(to).flatMap { AgeGroup(first, through: $0) }
      guard let group else { return nil }
      self = .group(group)
    } else if to.isEmpty, let label = try? AgeLabel(printed: from) {
      self = label
    } else {
      return nil
    }
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
