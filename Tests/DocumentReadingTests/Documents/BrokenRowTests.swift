import MunicipalModel
import Testing

@testable import DocumentReading

@Suite("Rows whose quoted cells have line breaks")
struct BrokenRowTests {
  private static let text = """
    指標\t基準値\tR5実績\t"目標値
    （R6）"
    "出生数
    （人）"\t"380
    (R1)"\t"301
    (R4)"\t400
    転入者数（人）\t1,200\t1,310\t"1,300
    以上"
    """

  @Test("They are one row, cited where it begins")
  func read() throws {
    let table = try TableSample(Self.text)
    #expect(
      table.figures == [
        "出生数: baseline FY2019 380, actual FY2022 301, target FY2024 400",
        "転入者数: baseline - 1200, actual FY2023 1310, target FY2024 1300",
      ])
    #expect(table.indicators.map(\.citation.line) == [3, 7])
    #expect(table.indicators.last?.target?.reading.quantity?.bound == .atLeast)
    #expect(table.notes == [])
  }

  @Test("Their facts read the same, on the same lines")
  func facts() throws {
    var session = DocumentSession(try DocumentText(id: "sample", text: Self.text))
    let roots = LaidOutPlanReader.roots(of: PlanLayout(), title: "計画", in: &session)
    let facts = session.factsOnlyText
    #expect(facts == Self.text)
    var again = DocumentSession(try DocumentText(id: "sample", text: facts))
    #expect(LaidOutPlanReader.roots(of: PlanLayout(), title: "計画", in: &again) == roots)
  }

  @Test("A mark that is doubled is one, and a tab in quotes no cell")
  func quotes() throws {
    let document = try DocumentText(id: "sample", text: "\"a \"\"b\"\"\"\t\"c\td\"\te")
    #expect(document.line(1) == "a \"b\"\tc d\te")
  }

  @Test(
    "Quotation marks of a text are left alone",
    arguments: [
      "\"Society 5.0\" とは\n何か", "\"a\nb", "\"a\nb\" c\t1", "x\"y\t1\nz\"\t2", "\"a\nb\"", "\"",
      "\t\"a\nb",
    ])
  func noCells(text: String) throws {
    let document = try DocumentText(id: "sample", text: text)
    #expect(
      (1...document.lineCount).map(document.line) == text.split(separator: "\n").map(String.init))
  }

  @Test("Figures of two lines never make one number")
  func apart() throws {
    let document = try DocumentText(id: "sample", text: "甲\t\"10\n20\"\t\"新規\n就農\"")
    #expect(document.line(1) == "甲\t10  20\t新規就農")
  }

  @Test("A text of nothing but quotation marks is read in good time", .timeLimit(.minutes(10)))
  func huge() throws {
    for piece in ["\"\n", "\t\"\n", "\"a\"\t\n", "\"\"\t"] {
      let text = String(repeating: piece, count: 10_000) + "x"
      #expect(try DocumentText(id: "sample", text: text).lineCount >= 1)
    }
  }
}
