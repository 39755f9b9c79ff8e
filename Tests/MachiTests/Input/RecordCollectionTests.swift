import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

@Suite("Municipalities of folders beside the built-in ones")
struct RecordCollectionTests {
  private static func description(
    code: String = "016071", ja: String = "浦河町", en: String = "Urakawa", id: String = "plan"
  ) -> String {
    SampleTown.description.replacing("016071", with: code)
      .replacing("\"浦河町\", ", with: "\"\(ja)\", ")
      .replacing("\"Urakawa\"", with: "\"\(en)\"")
      .replacing("\"id\": \"plan\"", with: "\"id\": \"\(id)\"")
  }

  private static let tool = SampleCommand(
    name: "sample", summary: LocalizedText("."),
    options: [RecordSource.documents, RecordSource.folders])

  private static func run(
    _ folders: [String],
    body: @escaping (CommandCall) throws -> Void = { _ = try RecordSource.records(for: $0) }
  ) -> (status: Int32, complaints: String) {
    let result = SampleTool.run(
      folders.flatMap { ["--folder", $0] } + ["--language", "en"], of: tool, body: body)
    return (result.status, result.complaints)
  }

  /// Writes the sample town as one of several folders.
  private static func write(
    _ name: String, in folder: TemporaryFolder, description: String, id: String = "plan"
  ) throws -> String {
    let inner = TemporaryFolder(path: folder.file(name))
    try FileManager.default.createDirectory(atPath: inner.path, withIntermediateDirectories: false)
    try SampleTown.write(
      inner, ["municipality.json": description, "\(id).txt": SampleTown.files["plan.txt"]])
    return inner.path
  }

  @Test("A folder in place of a built-in city is told, with a doubt if the names differ")
  func replacement() throws {
    try TemporaryFolder.use { folder in
      let same = try Self.write(
        "same", in: folder,
        description: Self.description(code: "012131", ja: "苫小牧", en: "Tomakomai City"))
      #expect(
        Self.run([same]).complaints
          == "machi sample: \(same): Tomakomai City takes the place of Tomakomai (012131, built in)\n"
      )
      let other = try Self.write(
        "other", in: folder, description: Self.description(code: "012131", ja: "千歳市", en: "Chitose")
      )
      #expect(
        Self.run([other]).complaints
          == "machi sample: \(other): Chitose takes the place of Tomakomai (012131, built in); "
          + "the names differ, so check the code\n")
      let both = try RecordCollection(
        MunicipalityRecord.builtIn(),
        adding: [same, other, other].map { path in try MunicipalityFolder(path: path) })
      #expect(both.records.map(\.municipality.name.en) == ["Iwamizawa", "Chitose"])
      #expect(both.replacements.map(\.replacedFolder) == [nil, same])
      #expect(
        both.replacements.last?.message.ja
          == "\(other): \(same)の苫小牧（012131）の代わりに千歳市を使います。名称が違うので、コードを確かめてください")
      let beside = try Self.write("beside", in: folder, description: Self.description())
      #expect(Self.run([beside]).complaints == "")
    }
  }

  @Test("Two municipalities with a document of one name are refused, with both folders")
  func documentOfTwo() throws {
    try TemporaryFolder.use { folder in
      let first = try Self.write("first", in: folder, description: Self.description())
      let second = try Self.write(
        "second", in: folder, description: Self.description(code: "012173", ja: "江別市", en: "Ebetsu")
      )
      let result = Self.run([first, second])
      #expect(result.status == 1)
      #expect(
        result.complaints
          == "machi sample: \(second)/municipality.json:5: documents: the identifier is there twice; "
          + "expected an id that no document of Urakawa (\(first)) has; found plan\n")
      let builtIn = try Self.write(
        "third", in: folder, description: Self.description(id: "tomakomai-progress"),
        id: "tomakomai-progress")
      #expect(
        Self.run([builtIn]).complaints.hasSuffix(
          "expected an id that no document of Tomakomai (built in) has; found tomakomai-progress\n")
      )
      // In the place of Tomakomai there is no other document of that name.
      let tomakomai = try Self.write(
        "fourth", in: folder,
        description: Self.description(
          code: "012131", ja: "苫小牧市", en: "Tomakomai", id: "tomakomai-progress"),
        id: "tomakomai-progress")
      #expect(Self.run([tomakomai]).status == 0)
    }
  }

  @Test("What a built-in city's file says of its indicators goes with the city")
  func conceptNotes() throws {
    try TemporaryFolder.use { folder in
      let path = try Self.write(
        "same", in: folder,
        description: Self.description(code: "012131", ja: "苫小牧市", en: "Tomakomai"))
      var notes: [MunicipalityCode] = []
      _ = Self.run([path]) { notes = try RecordSource(for: $0).conceptNotes().map(\.municipality) }
      #expect(notes.map(\.sixDigits) == ["012106"])
    }
  }

  /// The built-in vision rests on the population of 2015, which the folder lacks.
  @Test("A projection that a folder's populations do not allow is left out, and said to be")
  func projection() throws {
    try TemporaryFolder.use { folder in
      let path = try Self.write(
        "same", in: folder,
        description: Self.description(code: "012131", ja: "苫小牧市", en: "Tomakomai"))
      let records = try RecordCollection(
        MunicipalityRecord.builtIn(), adding: [MunicipalityFolder(path: path)]
      ).records
      let projections = try ProjectionStudies(of: records)
      #expect(projections.studies.map(\.record.municipality.name.en) == ["Iwamizawa"])
      let left = try #require(projections.leftOut.first)
      #expect(projections.leftOut.count == 1 && left.municipality.name.en == "Tomakomai")
      #expect(left.error.code == .missingYear && left.error.year == 2015)
      let report = try OverallReport.report(
        OverallReport.Input(
          records: records, conceptNotes: [], scale: #require(try JudgementScale.builtIn().first),
          documentTitles: [:], projections: projections))
      let section = try #require(report.sections.first { $0.key == "projection_012131" })
      #expect(section.introduction == [left.message] && section.tables.isEmpty)
      #expect(report.sections.contains { $0.key == "projection_012106" && !$0.tables.isEmpty })
    }
  }
}
