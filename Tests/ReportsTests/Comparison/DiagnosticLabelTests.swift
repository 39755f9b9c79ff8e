import Foundation
import MunicipalModel
import PlanAnalysis
import Testing

@testable import Reports

/// Every code that a reader of this package can note has words in both languages.
@Suite struct DiagnosticLabelTests {
  @Test func everyCodeOfTheSourcesHasWords() throws {
    let codes = try Self.codesOfTheSources()
    #expect(codes.contains("second-sheet") && codes.contains("stock-differs"))
    #expect(codes.contains("unreadable-age") && codes.contains("year-outside-era"))
    for code in codes.sorted() {
      let label = Diagnostic.Code(rawValue: code).label
      #expect(label != LocalizedText(code), "no words for \(code)")
      #expect(!label.ja.contains { $0.isASCII && $0.isLowercase }, "no Japanese for \(code)")
    }
  }

  @Test(arguments: [
    ("goal-out-of-order", "基本目標の順序", "goal out of order"),
    ("measure-repeated", "施策の繰返し", "measure repeated"),
    ("direction-without-indicator", "指標のない基本的方向", "direction without indicators"),
    ("goal-without-project", "事業のない基本目標", "goal without projects"),
    ("project-without-place", "位置の分からない事業", "project without a place"),
    ("table-without-goal", "基本目標のない表", "table without a goal"),
    ("unknown-measure", "不明な施策", "unknown measure"),
    ("no-goals", "基本目標がない", "no goals"),
    // A level of a folder's own, and a code of another package.
    ("policy-repeated", "policyの繰返し", "policy repeated"),
    ("something-else", "something-else", "something-else"),
    ("unknown-", "unknown-", "unknown-"),
  ])
  func levelsAreNamed(code: String, ja: String, en: String) {
    #expect(Diagnostic.Code(rawValue: code).label == LocalizedText(ja: ja, en: en))
  }

  @Test func everyKindOfTheAuditHasWords() throws {
    let file = Self.root.appendingPathComponent("Sources/PlanAnalysis/Audit/AuditFinding.swift")
    let kinds = try String(contentsOf: file, encoding: .utf8)
      .matches(of: /static let \w+ = Self\(rawValue: "([a-z-]+)"\)/).map { String($0.1) }
    #expect(kinds.contains("figures-differ") && kinds.contains("achievement-definition"))
    for kind in kinds {
      let label = AuditFinding.Code(rawValue: kind).label
      #expect(label != LocalizedText(kind), "no words for \(kind)")
      #expect(!label.ja.contains { $0.isASCII && $0.isLowercase }, "no Japanese for \(kind)")
    }
  }

  private static var root: URL {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
  }

  /// The literals that stand where a code is noted.
  private static func codesOfTheSources() throws -> Set<String> {
    let places: [Regex<(Substring, Substring)>] = [
      /\.(?:error|warning|info),\s*"([a-z-]+)"/,
      /severity: [^\n]*code: "([a-z-]+)"/,
      /Diagnostic\.Code = "([a-z-]+)"/, /warn\(\s*"([a-z-]+)"/,
      /\ : "([a-z]+(?:-[a-z]+)+)", line:/,
      /case \.[A-Za-z]+: "([a-z]+(?:-[a-z]+)+)"\n/,
      /(?:case \.\w+|default): \("([a-z]+(?:-[a-z]+)+)", "/,
      /Self\(rawValue: "([a-z-]+(?:era|years|date|span))"\)/,
    ]
    var codes: Set<String> = []
    for folder in [
      "Sources/MunicipalModel/Period", "Sources/MunicipalModel/Population",
      "Sources/DocumentReading", "Sources/OpenData", "Sources/Nationwide", "Sources/MachiKurabe",
      "Municipalities",
    ] {
      let files = FileManager.default.enumerator(
        at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for place in places { codes.formUnion(text.matches(of: place).map { String($0.1) }) }
      }
    }
    return codes
  }
}
