import Foundation
import MachiKurabe

// benchmark-projection [FILE]: times the projection of 1,741 municipalities under four scenarios to 2060; inputs and
// results go to FILE as JSON, with which compare.py does the same in NumPy.
let nation = try BenchmarkNation()
let (plans, making) = try nation.timed { try nation.plans() }
let (one, single) = try nation.timed { try nation.totals(plans, threads: 1) }
let (two, double) = try nation.timed { try nation.totals(plans, threads: 2) }
let people = one.reduce(0, +)
guard one == two else { throw ProjectionError(code: .notComparable, text: "1 ≠ 2 threads") }
if let path = CommandLine.arguments.dropFirst().first {
  try Data(nation.json(people, double)).write(to: URL(filePath: path))
}
func row(_ ja: String, _ en: String, _ key: String, _ seconds: Double) -> ReportRow {
  [ReportCell(LocalizedText(ja: ja, en: en), value: key), ReportCell(rounding: seconds, to: 3)]
}
let report = Report(
  title: LocalizedText(
    ja: "推計\(plans.count)件（2015～2060年、5歳階級・男女別）",
    en: "\(plans.count) projections, 2015–2060, by sex and five-year age"),
  key: "benchmark_projection",
  tables: [
    ReportTable(
      key: "times", caption: LocalizedText(ja: "所要時間", en: "Time taken"),
      columns: [
        .key("what", LocalizedText(ja: "処理", en: "what")),
        .number("seconds", LocalizedText(ja: "秒", en: "seconds"), unit: "s"),
      ],
      rows: [
        row("仮定の用意", "making the plans", "plans", making),
        row("推計（1スレッド）", "projecting, one thread", "one_thread", single),
        row("推計（2スレッド）", "projecting, two threads", "two_threads", double),
      ],
      notes: [
        LocalizedText(
          ja: "2060年の人口の合計: \(ReportCell(rounding: people, to: 0).text.ja)人",
          en:
            "People in 2060, all projections together: \(ReportCell(rounding: people, to: 0).text.en)"
        )
      ])
  ])
print(ReportFormat.text.renderer(language: .english).render(report), terminator: "")
