import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

/// The documents are made for these tests.
struct AddCommandTests {
  private let page = """
    <html><head><meta charset="utf-8"></head><body><h1>函館市総合戦略（令和2年度～令和6年度）</h1>
    <h2>基本目標1 しごと</h2><table><tr><th>指標</th><th>基準値（R1）</th><th>目標値（R6）</th></tr>
    <tr><td>立地企業数</td><td>4社</td><td>10社</td></tr></table>
    <h2>基本目標2 ひと</h2><table><tr><th>指標</th><th>基準値（R1）</th><th>目標値（R6）</th></tr>
    <tr><td>移住者数</td><td>11人</td><td>17人</td></tr></table></body></html>
    """

  @Test func `A page becomes a folder that every command takes`() throws {
    try TemporaryFolder.use { folder in
      try Data(page.utf8).write(to: URL(filePath: folder.file("kpi.html")))
      let output = folder.file("hakodate")
      let run = SampleTool.program([
        "add", folder.file("kpi.html"), "--output", output, "--language", "en",
      ])
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.complaints.contains("北海道函館市 (012025)"))
      #expect(run.output.contains("headings[0]"))
      let added = TemporaryFolder(path: output)
      #expect(
        try added.names == ["hakodate-kpi.layout.json", "kpi.html", "municipality.json"])
      #expect(
        try added.text("municipality.json") == """
          {
            "code": "012025",
            "name": {"ja": "函館市", "en": "Hakodate"},
            "documents": [
              {
                "id": "hakodate-kpi",
                "file": "kpi.html",
                "title": "函館市総合戦略（令和2年度～令和6年度）",
                "layout": "hakodate-kpi.layout.json",
                "plan": {"term": "令和2年度~令和6年度"}
              }
            ]
          }

          """)
      let progress = SampleTool.program([
        "progress", "--folder", output, "--municipality", "函館市", "--format", "csv",
      ])
      #expect(progress.status == 0)
      #expect(progress.output.contains("移住者数"))
      #expect(progress.output.contains("hakodate-kpi:table2!R2C3"))
    }
  }

  @Test func `What a person wrote is left as it is`() throws {
    try TemporaryFolder.use { folder in
      try Data(page.utf8).write(to: URL(filePath: folder.file("kpi.html")))
      let output = folder.file("town")
      let call = ["add", folder.file("kpi.html"), "--output", output, "--language", "en"]
      #expect(SampleTool.program(call).status == 0)
      let layout = output + "/hakodate-kpi.layout.json"
      try Data("{}".utf8).write(to: URL(filePath: layout))
      let again = SampleTool.program(call)
      #expect(again.complaints.contains("hakodate-kpi.layout.json is left as it is"))
      #expect(try TemporaryFolder(path: output).text("hakodate-kpi.layout.json") == "{}")
      #expect(!again.output.contains("headings[0]"))
    }
  }

  @Test func `Whose documents they are is asked where they do not say`() throws {
    try TemporaryFolder.use { folder in
      let text = "府中市の計画\n指標\t基準値\t目標値\n移住者数\t11人\t17人\n"
      try Data(text.utf8).write(to: URL(filePath: folder.file("plan.txt")))
      let output = folder.file("town")
      let call = ["add", folder.file("plan.txt"), "--output", output, "--language", "en"]
      let run = SampleTool.program(call)
      #expect(
        run.status == 2 && run.complaints.contains("132063") && run.complaints.contains("342084"))
      #expect(!FileManager.default.fileExists(atPath: output))
      #expect(SampleTool.program(call + ["--municipality", "東京都府中市"]).status == 0)
    }
  }

  @Test func `A file that is not read says what to do`() throws {
    try TemporaryFolder.use { folder in
      try Data("%PDF-1.7\n".utf8).write(to: URL(filePath: folder.file("plan.pdf")))
      let run = SampleTool.program([
        "add", folder.file("plan.pdf"), "--output", folder.file("town"), "--language", "en",
      ])
      #expect(run.status == 1 && run.complaints.contains("pdf_to_text.py"))
    }
  }

  @Test func `Two files of one name are refused`() throws {
    try TemporaryFolder.use { folder in
      try Data(page.utf8).write(to: URL(filePath: folder.file("kpi.html")))
      let output = folder.file("town")
      let file = folder.file("kpi.html")
      let run = SampleTool.program(["add", file, file, "--output", output, "--language", "en"])
      #expect(run.status == 2 && run.complaints.contains("two files are named kpi.html"))
      #expect(!FileManager.default.fileExists(atPath: output))
    }
  }

  private let open = "函館市総合戦略\n指標\tR4\tR8\n移住者数\t11人\t17人\n会議の数\t84件\t91件\n"

  @Test(arguments: [("en", "Which column"), ("ja", "どの列が")])
  func `What is open is asked at a terminal, and the answer stands in the layout`(
    language: String, question: String
  ) throws {
    try TemporaryFolder.use { folder in
      try Data(open.utf8).write(to: URL(filePath: folder.file("kpi.txt")))
      let output = folder.file("town")
      let run = SampleTool.program(
        ["add", folder.file("kpi.txt"), "--output", output, "--language", language],
        answers: ["9", "2"])
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.complaints.contains(question) && run.complaints.contains("  2  R8\n"))
      #expect(!run.output.contains("open choice"))
      let layout = try TemporaryFolder(path: output).text("hakodate-kpi.layout.json")
      #expect(layout.contains("{\"heading\": \"R8\", \"means\": \"target\"}"))
    }
  }

  @Test(arguments: [nil, [""], []] as [[String]?])
  func `A pipe, and an empty line, get the report and status 1`(answers: [String]?) throws {
    try TemporaryFolder.use { folder in
      try Data(open.utf8).write(to: URL(filePath: folder.file("kpi.txt")))
      let run = SampleTool.program(
        ["add", folder.file("kpi.txt"), "--output", folder.file("town"), "--language", "en"],
        answers: answers)
      #expect(run.status == 1 && run.output.contains("open choice"))
      #expect(run.output.contains("Which column"))
      #expect(run.complaints.contains("Which column") == (answers != nil))
    }
  }

  @Test func `Whose documents they are is chosen at a terminal`() throws {
    try TemporaryFolder.use { folder in
      let text = "府中市の計画\n指標\t基準値\t目標値\n移住者数\t11人\t17人\n"
      try Data(text.utf8).write(to: URL(filePath: folder.file("plan.txt")))
      let call = ["add", folder.file("plan.txt"), "--output", folder.file("town")]
      let run = SampleTool.program(call, answers: ["1"])
      #expect(run.status == 0 && run.complaints.contains("府中市"))
      let description = try TemporaryFolder(path: folder.file("town")).text("municipality.json")
      #expect(description.contains("132063") || description.contains("342084"))
    }
  }
}
