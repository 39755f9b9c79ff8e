import MachiKurabe

/// The options that every command has, or has if it asks for them.
enum StandardOptions {
  /// `--help`, `-h`
  static let help = CommandOption.flag(
    "help", short: "h", help: LocalizedText(ja: "この説明を表示します", en: "Show this text"))

  /// `--language ja|en`
  static let language = CommandOption<Language?>.choice(
    "language", help: LocalizedText(ja: "出力の言語", en: "Language of the output"),
    standard: LocalizedText(ja: "LC_ALLなどの環境変数による", en: "from LC_ALL and the like"))

  /// `--output FILE`, `-o FILE`
  static let output = CommandOption<String?>.text(
    "output", short: "o", placeholder: LocalizedText(ja: "ファイル", en: "FILE"), values: .file,
    help: LocalizedText(
      ja: "結果を標準出力ではなくファイルに書き込みます",
      en: "Write to a file instead of standard output"))

  /// `--output FOLDER`, `-o FOLDER`, for a command that writes several files.
  static let outputFolder = CommandOption<String?>.text(
    "output", short: "o", placeholder: LocalizedText(ja: "フォルダー", en: "FOLDER"), values: .folder,
    help: LocalizedText(
      ja: "書き出すフォルダー（必須。なければ作ります）", en: "Folder to write to (required; made if it is not there)"))

  /// `--all`, of a command whose text begins with the answer and one table.
  static let all = CommandOption.flag(
    "all",
    help: LocalizedText(ja: "すべての表と、算式、出典を表示します", en: "Show all tables, formulas and sources"))

  /// `--sources`, of the same commands.
  static let sources = CommandOption.flag(
    "sources",
    help: LocalizedText(
      ja: "初めの表の算式と出典を表示します", en: "Show the formulas and sources of the first table"))

  /// `--bom`, of commands that write comma-separated values.
  static let mark = CommandOption.flag(
    "bom",
    help: LocalizedText(
      ja: "csv に BOM を付けます（Excel で開けます）",
      en: "Begin csv with a byte order mark, for Excel"))

  /// `--format FORMAT`, of the formats that a command can write.
  static func format(_ formats: [ReportFormat]) -> CommandOption<ReportFormat> {
    .choice(
      "format", among: formats, standard: formats.first ?? .text,
      help: LocalizedText(ja: "出力の形式", en: "Format of the output"))
  }
}
