import MachiKurabe

/// `machi check`
struct CheckCommand: Command {
  let name = "check"
  let summary = LocalizedText(
    ja: "データだけで加える市町村のフォルダーを点検し、足りないところ、おかしいところを行まで示します。",
    en: "Checks a folder that adds a municipality by data alone, and names what is missing or odd.")
  let example = "check Municipalities/Urakawa"
  let furtherExample: String? = "check hakodate --limit 20"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "誤りがあれば終了ステータス 1 で終わります。", en: "Ends with status 1 if there is an error.")
    ]
  }
  var positionals: [PositionalArgument] {
    [
      PositionalArgument(
        LocalizedText(ja: "フォルダー", en: "FOLDER"),
        help: LocalizedText(
          ja: "municipality.json のあるフォルダー", en: "The folder with a file municipality.json"),
        values: .folder)
    ]
  }

  var options: [any DeclaredOption] { [Self.limit] }

  private static let limit = CommandOption<Int?>.integer(
    "limit", placeholder: LocalizedText(ja: "件数", en: "N"), in: 1...1_000_000,
    help: LocalizedText(ja: "示す気づいた点の数。重い順", en: "How many findings are shown, the worst first"))

  func run(_ call: CommandCall) throws {
    let check = MunicipalityCheck(path: call.positionals[0])
    try call.write(check.report(upTo: call[Self.limit] ?? .max))
    if check.hasErrors { throw CommandError.foundErrors(ja: "誤りがあります", en: "there are errors") }
  }
}
