import MachiKurabe

/// `machi audit`
struct AuditCommand: Command {
  let name = "audit"
  let summary = LocalizedText(
    ja: "市の資料どうし、また一つの資料の中で、食い違う値を探します。",
    en: "Finds where a city's documents contradict each other or themselves.")
  let example = "audit --municipality 012131 --severity warning"
  let furtherExample: String? =
    "audit --municipality 012131 --sources"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "--data を付けると、市の資料の人口の表を、公表データのフォルダーの住民基本台帳と年ごとに比べ、違いを説明する定義を示します。",
        en:
          "With --data the city's table of its population is set beside the register in a folder of published data, "
          + "year by year, with the definition that explains a difference.")
    ]
  }
  var options: [any DeclaredOption] {
    [
      RecordSource.municipalities, RecordSource.documents, RecordSource.folders,
      NationwideSource.data, Self.least, Self.strict, StandardOptions.all, StandardOptions.sources,
    ]
  }

  static let strict = CommandOption.flag(
    "strict",
    help: LocalizedText(
      ja: "「誤り」の所見があれば終了ステータス 1 で終わります", en: "End with status 1 if an error-level finding is left"))
  static let least = CommandOption<Diagnostic.Severity>.choice(
    "severity", standard: .info,
    help: LocalizedText(ja: "並べる所見の最低の重要度", en: "The least severity of the findings listed"))

  func run(_ call: CommandCall) throws {
    let records = try RecordSource.records(for: call)
    let audits = records.map { (record: $0, audit: DocumentAudit($0)) }
    let data = try NationwideSource.data(for: call, formats: NationwideSource.register)
    try call.write(
      AuditReport.report(
        audits, from: call[Self.least],
        register: data.map { data in records.map { RegisterComparison($0, in: data) } } ?? [],
        isBrief: call.isBrief))
    if call[Self.strict], audits.contains(where: { $0.audit.hasFindings(from: .error) }) {
      throw CommandError.foundErrors(ja: "「誤り」の所見があります", en: "there are error-level findings")
    }
  }
}
