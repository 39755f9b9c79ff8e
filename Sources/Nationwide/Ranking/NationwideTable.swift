public import Demography
public import MunicipalModel
public import OpenData

/// The municipalities of the nation side by side, with their prefectures and the nation.
public struct NationwideTable: Sendable {
  /// One area.
  public struct Member: Hashable, Sendable {
    /// The area.
    public let area: StatisticalArea
    /// The population.
    public let population: TracedNumber?
    /// The day or year of the population.
    public let populationPeriod: Period?
    /// The year's births, deaths and movers, or those of all years of ``NationwideTable/span``; `nil` if the files
    /// have none that fit together, or the rates are withheld.
    public let account: PopulationAccount?
    /// The years whose rates make a mean; empty unless one is asked for.
    public let years: [PopulationAccount]
    /// 高齢化率: 65 and over in the residents of known age, as 国勢調査 defines it; in all where the files do not
    /// tell the other ages. `nil` if no file tells it.
    public let ageing: PopulationShare?

    /// The area with its code and name; `nil` without a code.
    public var municipality: Municipality? { area.named }
  }

  /// Which areas the members are.
  public let areas: RankedAreas
  /// The municipalities, each person being counted once, or other areas, in the order of the main file.
  public internal(set) var members: [Member]
  /// The prefectures that have a row.
  public internal(set) var prefectures: [Prefecture: Member]
  /// The nation, if it has a row.
  public internal(set) var nation: Member?
  /// The years that are taken together, if several are.
  public internal(set) var span: RegistrySpan?
  /// How they make one rate.
  public internal(set) var combination = NationwideTable.YearCombination.sum
  /// The files that were used.
  public internal(set) var files: [any OpenDataFile]
  /// The files that a ranking has no use for.
  public let unused: [any OpenDataFile]
  /// The sheets of two years, if both were given.
  public let pair: RegistryPair?
  /// The sheet of the year, if one was given.
  public let registry: ResidentRegistry?
  /// Why no municipality has a rate, if the sheet has figures that rates should not be formed of.
  public let withheldRates: RateWithholding?

  /// Puts files together.
  ///
  /// The newest 住民基本台帳 sheet is the main file; the one of the year before, if given, is the population
  /// that rates divide by, else it is computed from the change that the sheet prints. SSDSE-A or
  /// a table of 社会・人口統計体系 adds the ageing rate; without a sheet they give population and ageing. These
  /// are of one year for all: the newest that most municipalities have. Without them, the newest sheet of
  /// 住民基本台帳年齢階級別人口 does.
  ///
  /// - Parameters:
  ///   - tables: the files in any order.
  ///   - previous: the sheet of the year before, if it is known which one it is.
  ///   - areas: which areas take part.
  ///   - allowingOtherDefinition: whether sheets that count differently may stand side by side, and rates be
  ///     formed of a sheet that the ministry formed none of; see ``OpenData/RateWithholding``.
  /// - Throws: ``OpenData/OpenDataError`` with `different-definition`, `not-consecutive`, or `not-in-file` if no
  ///   file has municipalities with figures to rank.
  public init(
    _ tables: [OpenDataTable], previous: ResidentRegistry? = nil,
    areas: RankedAreas = .municipalities, allowingOtherDefinition: Bool = false
  ) throws(OpenDataError) {
    self.areas = areas
    var registries: [ResidentRegistry] = []
    var used: [any OpenDataFile] = []
    var unused: [any OpenDataFile] = []
    var populations: [[AreaFigure]] = []
    var published: [[AreaFigure]] = []
    var figures = CensusYear.Figures()
    var ages: [RegistryAges] = []
    for table in try Self.mergingPages(tables) {
      var found = CensusYear.Figures()
      var shares: [AreaFigure] = []
      var readFile = table.file
      switch table {
      case .registry(let registry):
        registries.append(registry)
        continue
      case .ssdse(let file): found = CensusYear.Figures { file.figures($0) }
      case .estat(var file):
        found = CensusYear.Figures { file.counts($0) }
        shares = file.figures(.elderlyShare)
        readFile = file
      case .registryAges(let sheet):
        ages.append(sheet)
        continue
      case .movers, .standard, .projection: break
      }
      if found.population.isEmpty {
        unused.append(readFile)
      } else {
        used.append(readFile)
        populations.append(found.population)
        published.append(shares)
        figures.add(found)
      }
    }
    let sheet = populations.isEmpty ? ages.preferred : nil
    let census = sheet.map { CensusYear($0) } ?? CensusYear(figures)
    unused += ages.filter { $0.document != sheet?.document }
    for (index, figures) in populations.enumerated() {
      let document = used[index].document
      let notes = census.notes(document, figures) + census.differences(document, published[index])
      if var file = used[index] as? EStatTable {
        file.diagnostics += notes
        used[index] = file
      } else if var file = used[index] as? SSDSETable {
        file.diagnostics += notes
        used[index] = file
      }
    }
    registries.sort { $0.stockDate < $1.stockDate }
    let main = registries.popLast()
    let before = previous ?? registries.popLast()
    unused += registries.map { $0 as any OpenDataFile }
    if let main, let before {
      pair = try RegistryPair(
        previous: before, current: main, allowingOtherDefinition: allowingOtherDefinition)
    } else {
      pair = nil
    }
    registry = main
    withheldRates = allowingOtherDefinition ? nil : main?.withheldRates
    if let sheet { used.append(sheet) }
    if let main { used.insert(main, at: 0) }
    if main != nil, let before { used.append(before) }
    files = used
    self.unused = unused
    let rows = Self.members(main, pair, census, hasRates: withheldRates == nil)
    members = rows.filter { areas.includes($0.area) }
    prefectures = Dictionary(
      rows.compactMap { row in
        row.area.kind == .prefecture ? row.area.prefecture.map { ($0, row) } : nil
      }
    ) { first, _ in first }
    nation = rows.first { $0.area.kind == .nation }
    guard !members.isEmpty else {
      throw OpenDataError(
        code: .notInFile,
        document: tables.first?.file.document ?? DocumentID(rawValue: "open-data"),
        expected: LocalizedText(
          ja: "\(areas.label.ja)の人口のある表（住民基本台帳の市区町村別、SSDSE-A など）",
          en: "a table with the population of \(areas.label.en), such as the registry or SSDSE-A"),
        found: LocalizedText(
          ja: tables.map(\.file.formatName.ja).joined(separator: "、"),
          en: tables.map(\.file.formatName.en).joined(separator: "; ")),
        diagnostics: (used + unused).flatMap(\.diagnostics))
    }
  }

  /// What was noticed in a file, and in it beside the sheet of the year before.
  public func diagnostics(of file: any OpenDataFile) -> [Diagnostic] {
    let besideBefore = pair?.diagnostics.filter { $0.citation.document == file.document }
    return file.diagnostics + (besideBefore ?? [])
  }

  /// The member of a code.
  public func member(_ code: MunicipalityCode) -> Member? {
    members.first { $0.area.code == code }
  }

  /// How rates are formed: in % of the previous year's stock, to two decimals.
  public static let rateDefinition = RateDefinition.percentOfPreviousYearEnd

  /// Puts the pages of each e-Stat table together, and notes what is still missing.
  private static func mergingPages(
    _ tables: [OpenDataTable]
  ) throws(OpenDataError) -> [OpenDataTable] {
    var result: [OpenDataTable] = []
    var pages: [[EStatTable]] = []
    for table in tables {
      guard case .estat(let page) = table, page.isIncomplete else {
        result.append(table)
        continue
      }
      let id = page.information.tableID
      if let known = pages.firstIndex(where: { $0[0].information.tableID == id }) {
        pages[known].append(page)
      } else {
        pages.append([page])
      }
    }
    for group in pages {
      var whole = group[0]
      if group.count > 1 { whole = try EStatTable.merging(group) }
      if whole.isIncomplete {
        whole.diagnostics.append(
          Diagnostic(
            severity: .warning, code: "incomplete-table",
            message: LocalizedText(
              ja: "表の一部のページだけです。ほかのページも指定してください",
              en: "only some pages of the table are here; name the other pages too"),
            citation: Citation(document: whole.document, line: 1, printed: "NEXT_KEY")))
      }
      result.append(.estat(whole))
    }
    return result
  }

  private static func members(
    _ main: ResidentRegistry?, _ pair: RegistryPair?, _ census: CensusYear, hasRates: Bool
  ) -> [Member] {
    guard let main else {
      return census.entries.map { item in
        Member(
          area: item.area, population: item.population,
          populationPeriod: item.population == nil ? nil : census.period, account: nil,
          years: [], ageing: item.ageing)
      }
    }
    return main.rows.map { row in
      Member(
        area: row.area, population: row.traced(.population),
        populationPeriod: .date(main.stockDate),
        account: hasRates ? pair?.wholeAccount(of: row) ?? main.account(of: row) : nil, years: [],
        ageing: census.entry(row.area)?.ageing)
    }
  }
}
