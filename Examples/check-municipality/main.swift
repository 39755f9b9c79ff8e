import ExampleSupport
import MachiKurabe

let tool = CommandLineTool(
  name: "check-municipality",
  summary: LocalizedText(
    ja: "データだけで加える市町村のフォルダーを点検し、足りないところ、おかしいところを行まで示します。",
    en: "Checks a folder that adds a municipality by data alone, and names what is missing or odd."),
  discussion: [
    LocalizedText(
      ja: "誤りがあれば終了ステータス 1 で終わります。", en: "Ends with status 1 if there is an error.")
  ],
  positionals: [
    PositionalArgument(
      LocalizedText(ja: "フォルダー", en: "FOLDER"),
      help: LocalizedText(
        ja: "municipality.json のあるフォルダー", en: "The folder with a file municipality.json"))
  ])

tool.main { run in
  let check = MunicipalityCheck(path: run.positionals[0])
  try run.write(check.report)
  if check.hasErrors { throw FoundErrors(ja: "誤りがあります", en: "there are errors") }
}
