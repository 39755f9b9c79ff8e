import ExampleSupport
import MachiKurabe

let tool = CommandLineTool(
  name: "project-population",
  summary: LocalizedText(
    ja: "市の人口を、ビジョンや社人研準拠などのシナリオで推計し、比べます。",
    en:
      "Projects a city's population under its vision, the national projection and other scenarios."),
  discussion: [
    LocalizedText(
      ja: "シナリオはJSONで書けます。内蔵: ipss2018（社人研準拠）、simulation-1、simulation-2、closed（封鎖人口）、"
        + "vision（市の人口ビジョン）と、そこから仮定を一つ除いたもの（vision-without-…）。",
      en:
        "A scenario can be written in JSON. Built in: ipss2018, simulation-1, simulation-2, closed, "
        + "vision (the city's own) and the vision with one assumption removed (vision-without-…)."),
    LocalizedText(
      ja: "csv は1行にシナリオ・年・性・年齢の人口。", en: "csv has one row a scenario, year, sex and age."),
  ],
  options: ProjectionOptions.all, formats: [])

tool.main { run in
  try run.write(ProjectionRequest(run).output(run))
}
