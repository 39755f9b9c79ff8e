import MachiKurabe
import Testing

@testable import machi

struct UsageTextTests {
  @Test func japanese() {
    let expected = """
      使い方: machi sample [オプション] ファイル [市名...]

      見本です。

      試験に使います。

      引数:
        ファイル                      読む文書
        市名                          比べる市

      オプション:
        --year 年                     対象の年
        -a, --all                     すべて
        --theme 分野                  見る分野（複数回指定できます）
        --format text|markdown|csv|excel|json|html
                                      出力の形式（既定: text）
        --bom                         csv に BOM を付けます（Excel で開けます）
        --language ja|en              出力の言語（既定: LC_ALLなどの環境変数による）
        -o, --output ファイル         結果を標準出力ではなくファイルに書き込みます
        -h, --help                    この説明を表示します

      例:
        machi sample

      """
    #expect(UsageText(of: SampleTool.tool, language: .japanese).text == expected)
  }

  @Test func english() {
    let expected = """
      Usage: machi sample [OPTIONS] FILE [CITY...]

      A sample.

      It serves tests.

      Arguments:
        FILE                          What to read
        CITY                          What to compare

      Options:
        --year YEAR                   The year
        -a, --all                     Everything
        --theme THEME                 What to look at (may be repeated)
        --format text|markdown|csv|excel|json|html
                                      Format of the output (default: text)
        --bom                         Begin csv with a byte order mark, for Excel
        --language ja|en              Language of the output (default: from LC_ALL and
                                      the like)
        -o, --output FILE             Write to a file instead of standard output
        -h, --help                    Show this text

      Example:
        machi sample

      """
    #expect(UsageText(of: SampleTool.tool, language: .english).text == expected)
  }

  @Test func aCommandWithoutArgumentsAndFormatsShowsNone() {
    let tool = SampleCommand(name: "x", summary: LocalizedText("s"), formats: [])
    let text = UsageText(of: tool, language: .english).text
    #expect(
      text.hasPrefix("Usage: machi x [OPTIONS]\n\ns\n\nOptions:\n  --language ja|en   Language"))
    #expect(!text.contains("--format"))
    #expect(!text.contains("--version"))
  }

  @Test(arguments: [
    (PositionalArgument.Count.one, "X"), (.optional, "[X]"), (.any, "[X...]"), (.several, "X..."),
  ])
  func theUsageLineSaysHowOften(count: PositionalArgument.Count, usage: String) {
    let argument = PositionalArgument(LocalizedText("X"), count: count, help: LocalizedText(""))
    #expect(argument.usage(.english) == usage)
  }
}
