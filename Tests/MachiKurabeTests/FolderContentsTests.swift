import Foundation
import MachiKurabe
import TestSupport
import Testing

@Suite("What a folder of a municipality may hold")
struct FolderContentsTests {
  private static let ages = """
    municipality_code,period,sex,age_from,age_to,population,statistic
    016071,2010-10-01,male,0,64,4000,国勢調査（総務省統計局）
    016071,2010-10-01,male,65,,1500,国勢調査（総務省統計局）
    016071,2010-10-01,female,0,64,4100,国勢調査（総務省統計局）
    016071,2010-10-01,female,65,,1900,国勢調査（総務省統計局）

    """

  @Test("Populations by age beside the documents are read, and their faults told by line")
  func ages() throws {
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, ["town-population-by-age.csv": Self.ages])
      let record = try MunicipalityFolder(path: folder.path).municipality.record()
      #expect(record.populationsByAge.map { $0.period?.year } == [2010])
      let check = MunicipalityCheck(path: folder.path)
      #expect(check.findings == [])
      #expect(check.record?.populationsByAge == record.populationsByAge)
      let damaged = Self.ages.replacing("male,65,,1500", with: "male,65,,many")
      try SampleTown.write(folder, ["town-population-by-age.csv": damaged])
      let finding = try #require(MunicipalityCheck(path: folder.path).findings.first)
      #expect(finding.severity == .error && finding.file == "town-population-by-age.csv")
      #expect(finding.line == 3)
    }
  }

  @Test("A table of the plan's tree needs no indicator")
  func tree() throws {
    try TemporaryFolder.use { folder in
      try SampleTown.write(
        folder,
        [
          "plan.txt": "浦河町\n基本目標\t施策\n1 しごと\t1-1 起業\n",
          "plan.layout.json": """
          { "tree_tables": [ { "columns": [
            { "level": "goal", "heading": "基本目標", "pattern": "{number} {title}" },
            { "level": "measure", "heading": "施策", "pattern": "{number} {title}" } ] } ] }
          """,
        ])
      let check = MunicipalityCheck(path: folder.path)
      #expect(check.record?.plans.flatMap(\.nodes).count == 2)
      #expect(!check.findings.contains { $0.code == "no-indicators" })
    }
  }
}
