public import MunicipalModel

extension MoverTable {
  /// Which movers the rows count, all of them first, then Japanese, then others.
  public var nationalities: [MoverTable.Row.Nationality] {
    let found = Set(rows.map(\.nationality))
    let known: [MoverTable.Row.Nationality] = [.all, .japanese, .foreign]
    return known.filter(found.contains)
      + found.subtracting(known).sorted { $0.label.ja < $1.label.ja }
  }

  /// The rows of some municipalities, one a year, in the order of the codes and years.
  ///
  /// Where the file has several items of the measure, that of other municipalities (他市区町村) is meant.
  ///
  /// - Parameters:
  ///   - codes: the areas.
  ///   - measure: in- or out-migrants.
  ///   - nationality: which movers.
  ///   - years: the years; `nil` for all.
  /// - Throws: ``OpenDataError`` with `not-in-file` if an area has no row, or it is not clear which item
  ///   is meant.
  public func rows(
    of codes: [MunicipalityCode], _ measure: AgeMeasure, nationality: MoverTable.Row.Nationality,
    in years: ClosedRange<Int>? = nil
  ) throws(OpenDataError) -> [MoverTable.Row] {
    let wanted = Set(codes)
    var byArea: [MunicipalityCode: [MoverTable.Row]] = [:]
    for row in rows
    where row.measure == measure && row.nationality == nationality
      && years?.contains(row.period?.year ?? 0) != false
    {
      guard let code = row.area.code, wanted.contains(code) else { continue }
      byArea[code, default: []].append(row)
    }
    var chosen: [MoverTable.Row] = []
    for code in codes {
      let own = Dictionary(grouping: byArea[code] ?? [], by: \.period)
      guard !own.isEmpty else {
        let span = years.map { "\($0.lowerBound)–\($0.upperBound)" }
        throw notInFile(code, measure, nationality, span.map { LocalizedText($0) }, [])
      }
      for (period, found) in own.sorted(by: { ($0.key?.code ?? "") < ($1.key?.code ?? "") }) {
        guard let row = Self.meant(of: found) else {
          throw notInFile(code, measure, nationality, period?.label, found)
        }
        chosen.append(row)
      }
    }
    return chosen
  }

  /// The movers by age of a row, every count with its cell.
  ///
  /// - Throws: ``OpenDataError`` with `not-in-file` if the row is of no municipality or no year, or with
  ///   `no-age-table`, naming its line.
  public func ages(of row: MoverTable.Row) throws(OpenDataError) -> CitedAgeTable {
    guard let code = row.area.code, row.period != nil else {
      throw OpenDataError(
        code: .notInFile, document: document, line: row.line, found: LocalizedText(row.area.name))
    }
    let cells = row.printedAges?.citations(
      document: document, sheet: sheet, headings: [row.item, row.area.name])
    guard let ages = row.ages, let cells,
      let table = CitedAgeTable(
        municipality: code, statistic: row.nationality.statistic, item: row.item,
        table: ages,
        citations: cells.counts, notReportedCitations: cells.notReported)
    else {
      throw OpenDataError(
        code: .noAgeTable, document: document, line: row.line,
        found: LocalizedText(
          ja: "読めない値か、列のない年齢があります", en: "a figure cannot be read, or ages have no column"),
        diagnostics: diagnostics.reasons(atLine: row.line))
    }
    return table
  }
}

extension MoverTable.Row.Nationality {
  /// Which movers are counted, in words.
  public var label: LocalizedText {
    switch self {
    case .all: LocalizedText(ja: "移動者（外国人を含む）", en: "all movers")
    case .japanese: LocalizedText(ja: "日本人移動者", en: "Japanese movers")
    case .foreign: LocalizedText(ja: "外国人移動者", en: "foreign movers")
    case .other(""):
      LocalizedText(ja: "国籍の列がないため不明の移動者", en: "movers not told to be of any nationality")
    case .other(let name): LocalizedText(name)
    }
  }

  /// Refuses a population that counts other people than these movers.
  ///
  /// - Parameters:
  ///   - residents: whether the population counts foreign residents.
  ///   - document: the file of the movers.
  /// - Throws: ``OpenDataError`` with `different-definition`.
  package func check(
    _ residents: PopulationDefinition.ForeignResidents, in document: DocumentID
  ) throws(OpenDataError) {
    guard residents != foreignResidents else { return }
    let words = [residents, foreignResidents].map(\.label)
    throw OpenDataError(
      code: .differentDefinition, document: document,
      expected: LocalizedText(ja: "\(words[1].ja)人口", en: "a population \(words[1].en)"),
      found: LocalizedText(ja: "\(words[0].ja)人口", en: "a population \(words[0].en)"))
  }

  /// The statistic that a table of these movers is of.
  var statistic: PopulationStatistic {
    switch self {
    case .all: .movers
    case .japanese: .japaneseMovers
    case .foreign: .foreignMovers
    case .other(let name): PopulationStatistic(rawValue: "住民基本台帳人口移動報告（総務省統計局）\(name)")
    }
  }
}

extension PopulationDefinition.ForeignResidents {
  /// Whom a population counts, as it is said of it.
  fileprivate var label: LocalizedText {
    switch self {
    case .included: LocalizedText(ja: "外国人住民を含む", en: "with foreign residents")
    case .excluded: LocalizedText(ja: "日本人住民の", en: "of Japanese residents")
    case .only: LocalizedText(ja: "外国人住民の", en: "of foreign residents")
    case .notStated: LocalizedText(ja: "外国人住民を含むか不明の", en: "that does not say whom it counts")
    }
  }
}
