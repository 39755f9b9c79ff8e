import MunicipalModel
import Testing

@testable import DocumentReading

/// What sums are of, and whom captions name that are easily mistaken. The documents are made for these tests.
struct PopulationNameTests {
  private static let table = "年\t年末人口\t出生\n令和3年\t26,503\t141\n令和4年\t26,104\t132\n"

  @Test func `A sum is of the name next to it`() throws {
    let across = try PopulationSample.read(
      "区分\t\t\t令和3年\t令和4年\n社会動態\t転入\t計\t801\t802\n\t転出\t計\t901\t903\n\t社会増減\t\t-100\t-101\n")
    #expect(
      across.figures == [
        "CY2021 in_migrants 801", "CY2022 in_migrants 802", "CY2021 out_migrants 901",
        "CY2022 out_migrants 903", "CY2021 social_change -100", "CY2022 social_change -101",
      ])
    let down = try PopulationSample.read(
      "年\t出生\t\t\t死亡\n\t総数\t\t\t総数\n\t計\t男\t女\t計\n令和3年\t141\t70\t71\t401\n令和4年\t132\t66\t66\t412\n")
    #expect(!down.figures.contains { $0.contains("population") })
    #expect(down.figures.contains("CY2021 births 141"))
  }

  @Test(arguments: ["昼間人口", "就業者数", "通勤者"])
  func `The sum of some people is not the population`(group: String) throws {
    let read = try PopulationSample.read(
      "区分\t\t令和3年\t令和4年\n\(group)\t総数\t9,001\t9,002\n人口\t総数\t26,503\t26,104\n")
    #expect(
      read.figures == ["CY2021 total_population 26503", "CY2022 total_population 26104"])
  }

  @Test(
    arguments: [
      ("名寄市", "余市町の人口"), ("名寄市", "新ひだか町の人口"), ("名寄市", "京都市の人口"), ("名寄市", "高山村の人口"),
      ("名寄市", "八戸市の人口"), ("名寄市", "千葉市人口"),
      ("秋田市", "北秋田市の人口"), ("秋田市", "秋田県北秋田市の人口"), ("津市", "大津市の人口"), ("広島市", "東広島市人口"),
      ("名寄市", "男"), ("名寄市", "男性の人口の推移"), ("名寄市", "年齢別人口（女）"), ("名寄市", "女性人口の推移"),
    ])
  func `The table of a place with a like name, or of one sex, is not read`(
    name: String, caption: String
  ) throws {
    let (figures, notes) = try PopulationSample.read("\(caption)\n\(Self.table)", of: name)
    #expect(figures == [])
    #expect(notes == ["other-area 2"])
  }

  @Test(
    arguments: [
      ("秋田市", "秋田県秋田市の人口"), ("名寄市", "令和5年名寄市の人口"), ("名寄市", "人口の推移（全国・北海道との比較）"),
      ("名寄市", "名寄市と士別市の人口の推移"), ("名寄市", "男性・女性別人口"), ("名寄市", "人口（男・女・計）"), ("名寄市", "男女計の人口"),
      ("名寄市", "総人口（社人研「日本の地域別将来推計人口（平成30年推計）」）"),
    ])
  func `The table of the municipality, or of several to compare, is read`(
    name: String, caption: String
  ) throws {
    #expect(try PopulationSample.read("\(caption)\n\(Self.table)", of: name).figures.count == 4)
  }

  @Test func `A corner says that the table is of men`() throws {
    let read = try PopulationSample.read("男性\t令和3年\t令和4年\n人口\t12,903\t12,704\n出生\t70\t66\n")
    #expect(read.figures == [])
  }

  @Test func `A row without a name is the whole beside its parts`() throws {
    let read = try PopulationSample.read(
      "年\t\t人口\t世帯数\n令和4年\t\t26,503\t12,902\n\tうち外国人\t302\t201\n令和5年\t\t26,104\t12,803\n\tうち外国人\t312\t211\n"
    )
    #expect(
      read.figures == [
        "CY2022 total_population 26503", "CY2022 households 12902",
        "CY2023 total_population 26104", "CY2023 households 12803",
      ])
  }

  @Test func `Below a year that cannot be read no row takes the year before`() throws {
    let read = try PopulationSample.read(
      "年\t地区\t世帯数\t人口\n令和3年\t風連地区\t1,953\t3,953\n\t計\t11,359\t24,739\n令和4年\t風連地区\t1,903\t3,903\n\t計\t11,309\t24,689\n令和5年\t風連地区\t1,803\t3,803\n\t計\t11,209\t24,589\n令和六…\t風連地区\t1,701\t3,702\n\t計\t11,108\t24,407\n"
    )
    #expect(
      read.figures == [
        "CY2021 households 11359", "CY2021 total_population 24739", "CY2022 households 11309",
        "CY2022 total_population 24689", "CY2023 households 11209",
        "CY2023 total_population 24589",
      ])
    #expect(read.notes.contains("unreadable-period 9"))
  }

  @Test func `Parts of a rate or of an unreadable year are not those of the year before`() throws {
    for top in ["増減率", "構成比", "備考"] {
      let read = try PopulationSample.read(
        "区分\t令和3年\t\t\t令和4年\t\t\t\(top)\t\t\n\t総数\t男\t女\t総数\t男\t女\t総数\t男\t女\n人口\t26,503\t12,903\t13,600\t26,104\t12,704\t13,400\t-1.5\t-1.5\t-1.5\n出生\t141\t70\t71\t132\t66\t66\t3\t2\t1\n"
      )
      #expect(
        read.figures == [
          "CY2021 total_population 26503", "CY2022 total_population 26104", "CY2021 births 141",
          "CY2022 births 132",
        ])
    }
  }

  @Test func `Cells of columns that are not read name no row`() throws {
    let read = try PopulationSample.read(
      "区分\t北海道\t\t名寄市\t\n\t令和3年\t令和4年\t令和3年\t令和4年\n人口\t－\t－\t26,503\t26,104\n出生\t－\t－\t141\t132\n")
    #expect(
      read.figures == [
        "CY2021 total_population 26503", "CY2022 total_population 26104", "CY2021 births 141",
        "CY2022 births 132",
      ])
  }
}
