import MunicipalModel

/// Reads the answer of getStatsData.
enum EStatJSON {
  static func table(
    _ text: [UInt8], document: DocumentID, decoder: TextDecoder
  ) throws(OpenDataError) -> EStatTable {
    let root: JSONNode
    do throws(JSONFault) {
      root = try JSONNode(parsing: text, isLenient: true)
    } catch {
      throw OpenDataError(
        code: .damagedJSON, document: document, line: error.line,
        found: error.isTruncated
          ? LocalizedText(ja: "途中で終わっています", en: "the text ends too early")
          : LocalizedText(""))
    }
    let answer = root["GET_STATS_DATA"] ?? root
    try check(answer["RESULT"], document)
    guard let data = answer["STATISTICAL_DATA"] else {
      throw OpenDataError(
        code: .wrongFormat, document: document,
        expected: LocalizedText("GET_STATS_DATA/STATISTICAL_DATA"))
    }
    var builder = EStatBuilder(document)
    builder.diagnostics.add(decoder)
    builder.information = information(data)
    for object in data["CLASS_INF"]?["CLASS_OBJ"]?.list ?? [] {
      builder.add(dimension(object), line: object.printedLine)
    }
    let values = data["DATA_INF"]?["VALUE"]?.list ?? []
    addMissingDimensions(values, &builder)
    readValues(values, &builder)
    builder.checkCount(values.count, line: data["RESULT_INF"]?.printedLine ?? 1)
    return builder.table(encoding: decoder.encoding ?? .utf8)
  }

  /// STATUS 0 is fine, 1 fine without data, 100 and above an error.
  private static func check(
    _ result: JSONNode?, _ document: DocumentID
  ) throws(OpenDataError) {
    guard let status = result?["STATUS"]?.whole, status != 0 else { return }
    throw OpenDataError(
      code: status == 1 ? .noRows : .serverError, document: document,
      found: LocalizedText("STATUS \(status) \(result?["ERROR_MSG"]?.text ?? "")"))
  }

  private static func information(_ data: JSONNode) -> EStatInformation {
    var information = EStatInformation()
    let result = data["RESULT_INF"]
    information.totalNumber = result?["TOTAL_NUMBER"]?.whole
    information.fromNumber = result?["FROM_NUMBER"]?.whole
    information.toNumber = result?["TO_NUMBER"]?.whole
    information.nextKey = result?["NEXT_KEY"]?.whole
    let table = data["TABLE_INF"]
    information.tableID = table?["@id"]?.text ?? ""
    information.statistic = table?["STAT_NAME"]?.text ?? ""
    information.title = table?["TITLE"]?.text ?? table?["STATISTICS_NAME"]?.text ?? ""
    for note in data["DATA_INF"]?["NOTE"]?.list ?? [] {
      if let mark = note["@char"]?.text { information.notes[mark] = note.text ?? "" }
    }
    return information
  }

  private static func dimension(_ object: JSONNode) -> EStatDimension {
    EStatDimension(
      id: object["@id"]?.text ?? "", name: object["@name"]?.text ?? "",
      classes: (object["CLASS"]?.list ?? []).map { item in
        EStatDimension.Class(
          code: item["@code"]?.text ?? "", name: item["@name"]?.text ?? "",
          level: item["@level"]?.text ?? "", unit: item["@unit"]?.text ?? "",
          parent: item["@parentCode"]?.text ?? "")
      })
  }

  /// An answer without metadata (metaGetFlg=N) has the dimensions in its values only.
  private static func addMissingDimensions(_ values: [JSONNode], _ builder: inout EStatBuilder) {
    guard let first = values.first, case .object(let members) = first.value else { return }
    let known = Set(builder.dimensions.map(\.id))
    let names = members.map(\.name).filter { $0.hasPrefix("@") }
    let ids = Set(names).subtracting(["@unit", "@annotation"]).map { String($0.dropFirst()) }
      .sorted()
    for id in ids where !known.contains(id) {
      builder.add(EStatDimension(id: id, name: id, classes: []), line: first.printedLine)
    }
  }

  private static func readValues(_ values: [JSONNode], _ builder: inout EStatBuilder) {
    let keys = builder.dimensions.map { "@" + $0.id }
    builder.reserve(values.count)
    var last = (line: 0, cell: 0)
    for value in values {
      let line = value.printedLine
      last = (line, line == last.line ? last.cell + 1 : 1)
      guard let printed = value["$"]?.text else {
        builder.diagnostics.add(
          .error, "unreadable-cell", line: last.line, cell: last.cell, ja: "値のない VALUE です",
          en: "a VALUE without a value")
        continue
      }
      var codes: [UInt32] = []
      for (dimension, key) in keys.enumerated() {
        let code = value[key]?.text ?? ""
        codes.append(builder.position(of: code, in: dimension) { code })
      }
      builder.add(
        codes, Array(printed.utf8)[...], unit: builder.unitIndex(value["@unit"]?.text ?? ""),
        annotation: value["@annotation"]?.text ?? "", line: last.line, cell: last.cell)
    }
  }
}
