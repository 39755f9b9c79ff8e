import ExampleSupport
import MachiKurabe

let input = CommandOption<String?>.text(
  "input", placeholder: LocalizedText(ja: "ファイル", en: "FILE"),
  help: LocalizedText(
    ja: "このCSVを処理します。省略すると架空のデータを作ります",
    en: "Run on this CSV; by default on invented data"))
let results = CommandOption<String?>.text(
  "results", placeholder: LocalizedText(ja: "フォルダー", en: "FOLDER"),
  help: LocalizedText(
    ja: "rates.csv と ranking.csv を書き出すフォルダー", en: "Where rates.csv and ranking.csv go"))
let generate = CommandOption<String?>.text(
  "generate", placeholder: LocalizedText(ja: "ファイル", en: "FILE"),
  help: LocalizedText(
    ja: "架空のデータをファイルに書き出すだけで終わります", en: "Only write the invented data to a file"))
let municipalities = CommandOption<Int?>.integer(
  "municipalities", placeholder: LocalizedText(ja: "数", en: "N"),
  in: 1...SyntheticTable.mostMunicipalities,
  help: LocalizedText(
    ja: "架空のデータの団体数（省略時は\(SyntheticTable.nationwide)）",
    en: "Municipalities of the invented data (by default \(SyntheticTable.nationwide))"))
let threads = CommandOption<Int?>.integer(
  "threads", placeholder: LocalizedText(ja: "数", en: "N"), in: 1...64,
  help: LocalizedText(ja: "スレッド数（省略時は処理装置の数）", en: "Threads (by default one a processor)"))
let growth = CommandOption.flag(
  "growth",
  help: LocalizedText(ja: "1倍、4倍、16倍の行数で測ります", en: "Measure at 1, 4 and 16 times the rows"))

let tool = CommandLineTool(
  name: "benchmark-national",
  summary: LocalizedText(
    ja: "全国規模の縦持ちデータを読み、社会増減率と順位を計算する速さを測ります。",
    en: "Measures how fast long data of the whole nation are read, rated and ranked."),
  options: [input, results, generate, municipalities, threads, growth])

tool.main { run in
  let count = run[municipalities] ?? SyntheticTable.nationwide
  if let path = run[generate] {
    try TemporaryFolder.write(SyntheticTable(municipalities: count), to: path)
    return
  }
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  let target = run[results] ?? folder.path
  if let path = run[input] {
    let (measurement, noticed) = try Measurement.run(
      path, resultsIn: target, threads: run[threads])
    for diagnostic in noticed.kept.prefix(10) { run.note(diagnostic.line) }
    if noticed.total > 10 {
      run.note(
        LocalizedText(
          ja: "診断は全部で\(noticed.total)件", en: "\(noticed.total) diagnostics in all"))
    }
    try run.write(MeasurementReport.report([measurement], isInvented: false))
    return
  }
  var measurements: [Measurement] = []
  for factor in run[growth] ? [1, 4, 16] : [1] {
    let path = "\(folder.path)/input.csv"
    try TemporaryFolder.write(SyntheticTable(municipalities: count * factor), to: path)
    measurements.append(
      try Measurement.run(path, resultsIn: target, threads: run[threads]).0)
  }
  try run.write(MeasurementReport.report(measurements, isInvented: true))
}
