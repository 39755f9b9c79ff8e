import MunicipalModel
import Testing

@testable import DocumentReading

/// 増減 without a word of what changes, and changes over several years. The documents are made for these tests.
struct PopulationDynamicsTests {
  // 600 − 680 = −80, 590 − 700 = −110.
  private static let social = "年\t転入\t転出\t増減\nR3\t600\t680\t-80\nR4\t590\t700\t-110\n"

  @Test(arguments: ["", "社会動態\n", "名寄市の社会動態の推移\n", "社会動態\t\t\t\n", "人口の動き\n"])
  func `A change beside movers alone is the social one`(caption: String) throws {
    let (figures, _) = try PopulationSample.read(caption + Self.social)
    #expect(figures.contains("CY2021 social_change -80"))
    #expect(!figures.contains { $0.contains("total_change") })
  }

  @Test func `A change beside births and deaths alone is the natural one, across too`() throws {
    // 80 − 320 = −240
    let (figures, _) = try PopulationSample.read(
      "区分\tR3\tR4\n出生\t80\t75\n死亡\t320\t340\n増減\t-240\t-265\n増減率（％）\t-0.9\t-1.0\n")
    #expect(figures.contains("CY2021 natural_change -240"))
    #expect(figures.contains { $0.hasPrefix("CY2022 natural_change_rate -1.0") })
  }

  @Test(arguments: ["社会動態と自然動態\n", "自然動態\n"])
  func `A caption that says something else leaves the change`(caption: String) throws {
    let (figures, _) = try PopulationSample.read(caption + Self.social)
    #expect(figures.contains("CY2021 total_change -80"))
  }

  @Test func `Beside the population, or all its parts, a change is that of all`() throws {
    for table in [
      "年\t人口\t転入\t転出\t増減\nR3\t9,000\t600\t680\t-80\nR4\t8,890\t590\t700\t-110\n",
      "年\t出生\t転入\t転出\t増減\nR3\t50\t600\t680\t-30\nR4\t40\t590\t700\t-70\n",
    ] {
      let (figures, _) = try PopulationSample.read(table)
      #expect(figures.contains { $0.hasPrefix("CY2021 total_change") })
    }
    let captioned = try PopulationSample.read(
      "社会動態\n年\t人口\t転入\t転出\t増減\nR3\t9,000\t600\t680\t-80\nR4\t8,890\t590\t700\t-110\n")
    #expect(captioned.figures.contains("CY2021 social_change -80"))
  }

  @Test func `Changes from census to census are of five years`() throws {
    // 4,765 − 5,460 = −695 and 4,196 − 4,765 = −569; the change up to H22 has no year before it.
    let (figures, notes) = try PopulationSample.read(
      "年次\t人口\t人口増減\t人口増減率\nH22\t5,460\t-650\t-10.6\nH27\t4,765\t-695\t-12.7\nR2\t4,196\t-569\t-11.9\n"
    )
    #expect(
      figures == [
        "CY2010 total_population 5460", "CY2015 total_population 4765",
        "CY2010/CY2015 total_change -695", "CY2020 total_population 4196",
        "CY2015/CY2020 total_change -569",
      ])
    #expect(notes.filter { $0.hasPrefix("change-over-years") }.count == 2)
  }

  @Test func `Changes that are not those between the rows stay as they are`() throws {
    let (figures, _) = try PopulationSample.read(
      "年次\t人口\t人口増減\nH22\t5,460\t-120\nH27\t4,765\t-140\nR2\t4,196\t-115\n")
    #expect(figures.contains("CY2015 total_change -140"))
    let yearly = try PopulationSample.read("年次\t人口\t人口増減\nR3\t5,460\t-120\nR4\t5,340\t-120\n")
    #expect(yearly.figures.contains("CY2021 total_change -120"))
  }
}
