public import MunicipalModel
public import OpenData

extension NationwideData {
  /// All areas that the files tell of, each once, as the newest file calls it.
  static func areas(
    _ tables: [Table], _ series: [RegistrySeries], _ ages: [RegistryAges], _ movers: [MoverTable]
  ) -> [StatisticalArea] {
    var found: [StatisticalArea] = []
    var seen: Set<MunicipalityCode> = []
    func add(_ area: StatisticalArea) {
      if let code = area.code, seen.insert(code).inserted { found.append(area) }
    }
    for series in series { series.sheets.reversed().forEach { $0.rows.forEach { add($0.area) } } }
    for file in ages.reversed() { file.areas.forEach { add($0.area) } }
    for table in movers { table.rows.forEach { add($0.area) } }
    for table in tables {
      switch table.table {
      case .ssdse(let file): file.rows.forEach { add($0.area) }
      case .estat(let file):
        file.figures(.population).forEach { add($0.area) }
        if file.isOfFlows { file.areas.forEach(add) }
      case .projection(let file): file.rows.forEach { add($0.area) }
      case .standard(let file): file.areas.forEach(add)
      case .registry, .registryAges, .movers: break
      }
    }
    return found
  }

  /// The area of a code, as the newest file calls it.
  public func area(_ code: MunicipalityCode) -> StatisticalArea? { areas.first { $0.code == code } }

  /// The area that a name or a code means.
  ///
  /// - Throws: ``OpenData/OpenDataError`` with `not-in-file`, naming those that may be meant.
  public func area(named text: String) throws(OpenDataError) -> StatisticalArea {
    let key = TextFolding.key(text)
    if let code = try? MunicipalityCode(printed: text) {
      guard let area = areas.first(where: { $0.code == code }) else { throw notFound(text, []) }
      return area
    }
    var found = areas.filter { area in
      let name = TextFolding.key(area.name)
      return name == key || name.hasSuffix("郡" + key)
        || area.prefecture?.name.ja == key && area.kind == .prefecture
        || (area.prefecture?.name.ja ?? "") + name == key
    }
    if found.isEmpty {
      // 苫小牧, とまこまいし and other forms that people write.
      let codes = Set(MunicipalityDirectory.builtIn.entries(named: text).map(\.code))
      found = areas.filter { $0.code.map(codes.contains) ?? false }
    }
    // A municipality that took the name of an older one is the one that is meant: its code is in the newest sheets.
    if found.count > 1, Set(found.map(\.prefecture)).count == 1,
      let newest = series.first?.sheets.last
    {
      let current = found.filter { area in area.code.map { newest.row($0) != nil } ?? false }
      if current.count == 1 { found = current }
    }
    guard found.count == 1 else { throw notFound(text, found) }
    return found[0]
  }

  func notFound(_ text: String, _ found: [StatisticalArea]) -> OpenDataError {
    let choices = found.map {
      "\($0.code?.sixDigits ?? "") (\($0.prefecture?.name.ja ?? "")\($0.name))"
    }.joined(separator: ", ")
    return OpenDataError(
      code: .notInFile, document: source,
      expected: LocalizedText(
        ja: found.isEmpty ? "「\(text)」" : "「\(text)」はどれか一つ",
        en: found.isEmpty ? text : "one of those called \(text)"),
      found: LocalizedText(choices))
  }
}
