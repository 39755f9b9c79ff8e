import DocumentReading
import MunicipalModel
import Testing

/// Years that a second line parts, rows of other areas, captions and statements. The documents are made for these
/// tests.
struct PopulationPartsTests {
  private let layout = """
    { "population_statements": [{ "below": "合計特殊出生率", "item": "total_fertility_rate" }],
      "population": [
        { "heading": "区分", "below": "出生率", "years": "across", "items": [
          { "heading": "全国", "item": "total_fertility_rate", "area": "全国" },
          { "heading": "北海道", "item": "total_fertility_rate", "area": "北海道" },
          { "heading": "見本町", "item": "total_fertility_rate" } ] },
        { "heading": "区分", "years": "across", "projected_from": "2040年", "items": [
          { "heading": "年少人口", "item": "young_population", "basis": "vision" },
          { "heading": "総人口", "item": "total_population", "basis": "vision" } ] } ] }
    """

  private func figures(_ text: String) throws -> [String] {
    try LayoutSample.population(text, layout).figures.map {
      "\($0.area.name) \($0.item.rawValue) \($0.basis.rawValue) \($0.period?.code ?? "-") "
        + "\($0.reading.value?.description ?? "-")"
    }
  }

  @Test func `A year is parted into counts, shares and changes since the first year`() throws {
    let found = try figures(
      """
      区分\t2010年\t
      \t人口\t構成比
      年少人口\t1,000\t10.0%
      総人口\t10,000\t100.0%

      区分\t2040年\t\t（増減）
      \t人口\t構成比\t
      年少人口\t600\t8.0%\t▲40.0%
      """)
    #expect(found.count == 7)
    #expect(found[0].contains("young_population  CY2010 1000"))
    #expect(found[1].contains("young_population_share  CY2010 10.0"))
    #expect(found[4].contains("young_population vision CY2040 600"))
    #expect(found[5].contains("young_population_share vision CY2040 8.0"))
    #expect(found[6].contains("young_population change_from_base CY2010/CY2040 -40.0"))
  }

  @Test func `Rows may be about other areas, in the table below the caption`() throws {
    let found = try figures("合計特殊出生率の推移\n区分\t2020年\n全国\t1.33\n北海道\t1.21\n見本町\t1.30")
    #expect(found.map { $0.split(separator: " ").first } == ["全国", "北海道", "見本町"])
    #expect(found.map { $0.hasSuffix("CY2020 1.33") } == [true, false, false])
  }

  @Test func `A path on a line is a start and assumptions`() throws {
    let found = try figures("合計特殊出生率\n2014年：1.27 → 2045年以降：1.80（希望出生率）\n2014年：1 → 2045年：2")
    #expect(found.count == 2)
    #expect(found[0].contains("total_fertility_rate start CY2014 1.27"))
    #expect(found[1].contains("total_fertility_rate assumption CY2045 1.80"))
  }
}
