import MachiKurabe

/// `machi project`
struct ProjectCommand: Command {
  let name = "project"
  let summary = LocalizedText(
    ja: "市の人口を、ビジョンや社人研準拠などのシナリオで推計し、比べます。",
    en:
      "Projects a city's population under its vision, the national projection and other scenarios.")
  let example = "project --municipality 012131 --to 2060"
  let furtherExample: String? =
    "project 函館市 --data nation"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "シナリオはJSONで書けます。内蔵: ipss2018（社人研準拠）、simulation-1、simulation-2、closed（封鎖人口）、"
          + "vision（市の人口ビジョン）と、そこから仮定を一つ除いたもの（vision-without-…）。",
        en:
          "A scenario can be written in JSON. Built in: ipss2018, simulation-1, simulation-2, closed, "
          + "vision (the city's own) and the vision with one assumption removed (vision-without-…)."
      ),
      LocalizedText(
        ja: "--method hamilton-perry は生残率も出生数も要らず、2時点以上の人口（内蔵の国勢調査、または --population）の"
          + "変化率だけで推計します。列が年齢と男・女だけのCSVは、--municipality と「年=ファイル」で市町村と年を示します。",
        en:
          "--method hamilton-perry needs neither survival nor births, only the ratios between two stocks or more: "
          + "the built-in censuses, or --population. Of a CSV with nothing but ages, men and women, --municipality "
          + "and YEAR=FILE say the municipality and the year."),
      LocalizedText(
        ja: "--folder の市町村は、その projection-scenarios.json のシナリオで、なければ5年離れた2時点の年齢別人口から"
          + "コーホート変化率法（hamilton-perry）と封鎖人口で推計します。",
        en:
          "A municipality of --folder is projected by its own projection-scenarios.json, or without any from two "
          + "populations by age five years apart: hamilton-perry, the ratios between them held, and closed."
      ),
      LocalizedText(
        ja: "--data なら名前を挙げるだけです: machi project 函館市 --data nation。5年離れた住民基本台帳の年齢別人口から、"
          + "コーホート変化率法（hamilton-perry）と封鎖人口で推計します。",
        en:
          "With --data a name is enough: machi project 函館市 --data nation projects by populations by age of the "
          + "register five years apart: hamilton-perry, and closed."),
      LocalizedText(
        ja: "csv は1行にシナリオ・年・性・年齢の人口。", en: "csv has one row a scenario, year, sex and age."),
    ]
  }
  var positionals: [PositionalArgument] { [NationwideSource.names] }
  var options: [any DeclaredOption] {
    ProjectionOptions.all
  }
  let formats: [ReportFormat] = []

  func run(_ call: CommandCall) throws {
    switch call[ProjectionOptions.method] {
    case .components: try ProjectionRequest(call).write(call)
    case .hamiltonPerry: try HamiltonPerryRequest(call).write(call)
    }
  }
}
