import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Words that tell which way is better")
struct DirectionListTests {
  private let heading = "word\tdirection\treason_ja\treason_en\tsign\n"

  @Test("The built-in list is read, and each word once")
  func builtIn() {
    let words = DirectionList.builtIn.rules.map(\.word)
    #expect(words.count > 80)
    #expect(Set(words).count == words.count)
    for rule in DirectionList.builtIn.rules {
      #expect(!rule.reason.ja.isEmpty && !rule.reason.en.isEmpty, "\(rule.word)")
    }
  }

  @Test(
    "The last word decides, the longest of those that overlap",
    arguments: [
      ("転出超過数", DirectionRule.Sense.loss, true), ("社会動態における転出率", .lower, false),
      ("人口の社会増減率", .higher, true), ("潜在待機児童数", .lower, false),
      ("不安や負担を「感じない」の回答割合", .higher, false), ("業務削減時間(年間)", .higher, false),
      ("合計特殊出生率 (単年)", .higher, false), ("ＰＲ回数", .higher, false), ("合同PR回数", .higher, false),
    ])
  func longest(name: String, sense: DirectionRule.Sense, mayChangeSign: Bool) throws {
    let rule = try #require(DirectionList.builtIn.rule(for: name))
    #expect(rule.sense == sense)
    #expect(rule.mayChangeSign == mayChangeSign)
  }

  @Test("A name without a word of the list has no rule")
  func none() {
    #expect(DirectionList.builtIn.rule(for: "事業数") == nil)
    #expect(DirectionList([]).rule(for: "待機児童数") == nil)
  }

  @Test("A user's list wins over the built-in one, and falls back on it")
  func override() throws {
    let own = try DirectionList(table: heading + "相談\tlower\t減るほどよい\tfewer is better\n")
    let list = own.before(.builtIn)
    #expect(list.rule(for: "子育て相談件数")?.sense == .lower)
    #expect(list.rule(for: "待機児童数")?.sense == .lower)
    #expect(list.rules.count == DirectionList.builtIn.rules.count + 1)
    let progress = IndicatorProgress(
      of: Sample.indicator("相談件数", baseline: "1,664", target: "1,322"), term: Sample.term,
      directions: list)
    #expect(progress.aim.kind == .improvement)
    #expect(progress.aim.reason.en == "相談: fewer is better")
  }

  @Test("The sign may be left out; blank lines and CRLF are no lines")
  func lenient() throws {
    let list = try DirectionList(
      table: "word\tdirection\tja\ten\r\n\r\nごみ\tlower\t減る\tless\r\n差\thigher\t差\tbalance\tany\r\n")
    #expect(list.rules.map(\.word) == ["ごみ", "差"])
    #expect(list.rules.map(\.mayChangeSign) == [false, true])
  }

  @Test(
    "What cannot be read is an error with its line",
    arguments: [
      ("ごみ\tlower\n", DirectionListError.Code.wrongColumns),
      ("ごみ\tlower\ta\tb\tany\tmore\n", .wrongColumns), ("\tlower\ta\tb\n", .noWord),
      ("ごみ\tless\ta\tb\n", .unknownDirection), ("ごみ\tlower\ta\tb\tmaybe\n", .unknownSign),
    ])
  func errors(line: String, code: DirectionListError.Code) throws {
    let error = try #require(throws: DirectionListError.self) {
      try DirectionList(table: heading + "よい\thigher\ta\tb\n" + line)
    }
    #expect(error.code == code)
    #expect(error.line == 3)
    #expect(error.message.ja.contains("3行目"))
  }
}
