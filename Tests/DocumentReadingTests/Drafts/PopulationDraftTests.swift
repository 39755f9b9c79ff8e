import MunicipalModel
import Testing

@testable import DocumentReading

/// The tables are made for these tests.
struct PopulationDraftTests {
  private func figures(_ text: String) throws -> [String] {
    let document = try DocumentText(id: "people", text: text)
    let layout = LayoutDraft(of: document).layout
    var session = DocumentSession(document)
    return layout.populationFigures(of: .japan, in: &session).map {
      "\($0.period?.code ?? "") \($0.item.rawValue) \($0.reading.value.map { "\($0)" } ?? "-")"
    }
  }

  @Test func `Years down below a heading of two lines, without the era`() throws {
    let read = try figures(
      "年次\t総数\t\t社会動態\t\n\t人口\t増減率％\t社会増減\t転入\n平成11年\t234,638\t0.32\t1,711\t23,143\n12\t235,962\t0.56\t1,995\t23,259\n"
    )
    #expect(
      read == [
        "CY1999 total_population 234638", "CY1999 total_change_rate 0.32",
        "CY1999 social_change 1711", "CY1999 in_migrants 23143", "CY2000 total_population 235962",
        "CY2000 total_change_rate 0.56", "CY2000 social_change 1995", "CY2000 in_migrants 23259",
      ])
  }

  @Test func `Years across`() throws {
    let read = try figures("区分\t2019年\t2020年\n出生数\t61\t58\n死亡数\t130\t128\n")
    #expect(
      read == [
        "CY2019 births 61", "CY2020 births 58", "CY2019 deaths 130", "CY2020 deaths 128",
      ])
  }

  /// A usual name is the whole name: 出生率 is no 出生, うち外国人 is a part.
  @Test(arguments: ["人口密度", "世帯当たり人口", "人口の割合", "うち外国人人口", "出生順位"])
  func others(name: String) throws {
    let read = try figures("区分\t2019年\t2020年\n出生数\t61\t58\n\(name)\t130\t128\n")
    #expect(read == ["CY2019 births 61", "CY2020 births 58"])
  }
}
