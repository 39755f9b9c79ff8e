import Foundation
import MachiKurabe
import Testing

@testable import DocumentReading
@testable import MunicipalModel
@testable import PlanAnalysis
@testable import TextFormats

/// The article on limits says what the code does.
struct LimitsTests {
  private static let limits: [Int] = [
    BoundedFile.limit >> 20,
    SystemFile.limit >> 20,
    DocumentText.maximumLineLength,
    CSVParser.maximumLines,
    ZipArchive.maximumMembers,
    ZipArchive.maximumMemberSize >> 20,
    ZipArchive.maximumSize >> 20,
    ZipArchive.maximumRatio,
    XMLScanner.maximumDepth,
    JSONParser.maximumDepth,
    Workbook.maximumSheets,
    CellReference.maximumRow,
    CellReference.maximumColumn,
    SheetFrame.maximumMerged,
    SheetReader.maximumCells,
    SharedStrings.maximumCount,
    WordReader.maximumCount,
    WordReader.maximumColumns,
    SheetLines.maximumCells,
    TableBlock.maximumCells,
    WebTable.maximumGrowth,
    PlanLayout.maximumRules,
    MunicipalityDescription.maximumDocuments,
    JudgementScale.maximumGrades,
    ExactDecimal.maximumDigits,
  ]

  @Test(arguments: ["Limits.md", "Limits-Ja.md"])
  func theArticleNamesEachLimit(name: String) throws {
    let articles = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/MachiKurabe/MachiKurabe.docc")
    let text = try String(contentsOf: articles.appending(path: name), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
    let printed = rows.map { row in
      Int(row.split(separator: "|").last?.filter(\.isNumber) ?? "")
    }
    #expect(printed == Self.limits)
  }
}
