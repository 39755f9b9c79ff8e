import ExampleSupport
import MachiKurabe

let strict = CommandOption.flag(
  "strict",
  help: LocalizedText(
    ja: "「誤り」の所見があれば終了ステータス 1 で終わる", en: "End with status 1 if an error-level finding is left"))
let least = CommandOption<Diagnostic.Severity>.choice(
  "severity", standard: .info,
  help: LocalizedText(ja: "並べる所見の最低の重要度", en: "The least severity of the findings listed"))

let tool = CommandLineTool(
  name: "audit-documents",
  summary: LocalizedText(
    ja: "市の資料どうし、また一つの資料の中で、食い違う値を探します。",
    en: "Finds where a city's documents contradict each other or themselves."),
  options: [
    RecordSource.municipalities, RecordSource.documents, RecordSource.folders, least, strict,
  ])

tool.main { run in
  let records = try RecordSource.records(for: run)
  let audits = records.map { (record: $0, audit: DocumentAudit($0)) }
  try run.write(AuditReport.report(audits, from: run[least]))
  if run[strict], audits.contains(where: { $0.audit.hasFindings(from: .error) }) {
    throw FoundErrors(ja: "「誤り」の所見があります", en: "there are error-level findings")
  }
}
