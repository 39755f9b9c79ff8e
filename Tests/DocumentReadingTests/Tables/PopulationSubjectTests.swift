import MunicipalModel
import Testing

@testable import DocumentReading

/// Whom tables of the population are about. The documents are made for these tests.
struct PopulationSubjectTests {
  private static let table = "年\t年末人口\t出生\n令和3年\t26,503\t141\n令和4年\t26,104\t132\n"

  @Test(
    arguments: [
      "風連地区の人口動態", "風連地区", "名寄市風連地区年齢別人口", "旧風連町の人口", "旧名寄市の人口", "風連支所管内の人口動態", "北海道の人口動態", "全国の人口",
      "上川総合振興局管内人口", "札幌市の人口動態", "表2 風連町人口動態", "外国人人口の推移", "日本人住民の人口動態", "大通北町内会の人口", "人口集中地区の人口",
      "名寄市（風連地区）の人口", "みなみ地区の人口", "(1) 西小学校区の人口",
    ])
  func `A table of another place or of some of the people is told and not read`(
    caption: String
  ) throws {
    let (figures, notes) = try PopulationSample.read("\(caption)\n\(Self.table)")
    #expect(figures == [] && notes == ["other-area 2"])
  }

  @Test(
    arguments: [
      "人口動態", "名寄市の人口動態", "北海道名寄市の人口", "地区別人口（名寄市）", "市全体の人口", "名寄市過疎地域持続的発展市町村計画", "都市の人口",
      "安心して暮らせる地域の人口",
      "名寄市と北海道の人口", "出典：北海道の人口統計", "人口の推移（外国人を含む）", "本市の人口", "各地区の人口", "年齢区分別人口", "北海道の人口は減少している。",
      "地域別の人口", "同規模都市の人口", "道内市町村の人口", "町の人口", "全市人口の推移", "男女別人口", "日本人・外国人別人口",
    ])
  func `A caption of the municipality, or of none, leaves the table as it is`(
    caption: String
  ) throws {
    let (figures, _) = try PopulationSample.read("\(caption)\n\(Self.table)")
    #expect(figures.count == 4)
  }

  @Test(arguments: [
    ("にかほ市", "にかほ市の人口"), ("札幌市", "札幌市全体の人口"), ("札幌市中央区", "中央区の人口"), ("下川町", "上川郡下川町の人口"),
  ])
  func `The own name in other spellings`(name: String, caption: String) throws {
    #expect(try PopulationSample.read("\(caption)\n\(Self.table)", of: name).figures.count == 4)
    let other = try PopulationSample.read("\(name)北区の人口\n\(Self.table)", of: name)
    #expect(other.figures == [])
  }

  @Test func `A district before the municipality does not hide it`() throws {
    let read = try PopulationSample.read(
      "風連地区の人口\n年\t人口\t出生\n令和3年\t4,000\t40\n令和4年\t3,900\t39\n\n名寄市の人口\n年\t人口\t出生\n令和3年\t26,503\t141\n令和4年\t26,104\t132\n"
    )
    #expect(
      read.figures == [
        "CY2021 total_population 26503", "CY2021 births 141", "CY2022 total_population 26104",
        "CY2022 births 132",
      ])
    #expect(read.notes == ["other-area 2"])
  }

  @Test(
    arguments: [
      ("男\t\t女\t\t計\t", "part-not-read"), ("日本人\t\t外国人\t\t総数\t", "part-not-read"),
      ("北海道\t\t全国\t\t名寄市\t", "other-area"), ("名寄地区\t\t風連地区\t\t名寄市計\t", "other-area"),
      ("大通北\t\t大通南\t\t合計\t", "part-not-read"), ("本庁\t\t風連支所\t\t市全体\t", "other-area"),
    ])
  func `Of groups of columns the one of the whole counts`(groups: String, code: String) throws {
    let read = try PopulationSample.read(
      "年\t\(groups)\n\t人口\t世帯数\t人口\t世帯数\t人口\t世帯数\n令和3年\t1\t2\t3\t4\t26,503\t12,902\n令和4年\t5\t6\t7\t8\t26,104\t12,803\n"
    )
    #expect(
      read.figures == [
        "CY2021 total_population 26503", "CY2021 households 12902",
        "CY2022 total_population 26104", "CY2022 households 12803",
      ])
    #expect(read.notes.count == 4 && read.notes.allSatisfy { $0.hasPrefix(code) })
  }

  @Test(arguments: ["風連地区", "旧風連町", "男", "外国人", "北海道", "大通町"])
  func `Of groups of rows the one of the municipality counts`(name: String) throws {
    let read = try PopulationSample.read(
      "地区\t区分\t令和3年\t令和4年\n\(name)\t世帯数\t1,801\t1,802\n\t人口\t4,001\t3,902\n名寄市計\t世帯数\t10,802\t10,804\n\t人口\t24,002\t23,804\n"
    )
    #expect(
      read.figures == [
        "CY2021 households 10802", "CY2022 households 10804", "CY2021 total_population 24002",
        "CY2022 total_population 23804",
      ])
    #expect(
      read.notes.dropFirst() == [name == "男" || name == "外国人" ? "part-not-read 2" : "other-area 2"])
  }

  @Test func `Rows of a year that a name parts, and the row of their sum`() throws {
    let named = try PopulationSample.read(
      "年\t地区\t世帯数\t人口\n令和5年\t名寄地区\t9,003\t19,803\n令和5年\t風連地区\t1,803\t3,803\n令和5年\t計\t11,209\t24,589\n"
    )
    #expect(named.figures == ["CY2023 households 11209", "CY2023 total_population 24589"])
    #expect(named.notes == ["unknown-column 1", "other-area 2"])
    let merged = try PopulationSample.read(
      "年\t町名\t世帯数\t人口\n令和4年\t大通北\t301\t602\n\t大通南\t311\t622\n\t合計\t612\t1,224\n令和5年\t大通北\t302\t601\n\t大通南\t312\t621\n\t合計\t614\t1,222\n"
    )
    #expect(
      merged.figures == [
        "CY2022 households 612", "CY2022 total_population 1224", "CY2023 households 614",
        "CY2023 total_population 1222",
      ])
    #expect(merged.notes == ["unknown-column 1", "other-area 2"])
  }

  @Test func `Rows below the name of a district are its own`() throws {
    let read = try PopulationSample.read(
      "区分\t令和3年\t令和4年\n風連地区\t\t\n人口\t4,001\t3,902\n市計\t\t\n人口\t24,002\t23,804\n")
    #expect(
      read.figures == ["CY2021 total_population 24002", "CY2022 total_population 23804"])
    #expect(read.notes == ["other-area 3"])
  }

  @Test func `Below years men, women and all, and above years places and what is projected`() throws
  {
    let below = try PopulationSample.read(
      "区分\t令和3年\t\t\t令和4年\t\t\n\t男\t女\t計\t男\t女\t計\n人口\t12,903\t13,600\t26,503\t12,704\t13,400\t26,104\n出生\t70\t71\t141\t66\t66\t132\n"
    )
    #expect(
      below.figures == [
        "CY2021 total_population 26503", "CY2022 total_population 26104", "CY2021 births 141",
        "CY2022 births 132",
      ])
    let above = try PopulationSample.read(
      "区分\t北海道\t\t名寄市\t\n\t令和3年\t令和4年\t令和3年\t令和4年\n人口\t5,183,687\t5,139,913\t26,503\t26,104\n出生\t28,762\t26,407\t141\t132\n"
    )
    #expect(above.figures.contains("CY2021 total_population 26503"))
    #expect(!above.figures.contains { $0.contains("5183687") })
    let future = try PopulationSample.read(
      "区分\t実績値\t\t将来推計\t\n\t平成27年\t令和2年\t令和7年\t令和12年\n総人口\t29,048\t27,282\t25,000\t23,500\n世帯数\t1\t2\t3\t4\n"
    )
    #expect(
      future.figures.prefix(4) == [
        "CY2015 total_population 29048", "CY2020 total_population 27282",
        "CY2025 total_population_projection 25000", "CY2030 total_population_projection 23500",
      ])
  }

  @Test func `Of two statistics the one of more times is read whole`() throws {
    let read = try PopulationSample.read(
      "年\t国勢調査\t\t住民基本台帳\t\n\t人口\t世帯数\t人口\t世帯数\n平成27年\t29,048\t12,755\t28,881\t13,101\n令和2年\t27,282\t12,202\t26,902\t13,001\n令和3年\t\t\t26,503\t12,902\n"
    )
    #expect(
      read.figures == [
        "CY2015 total_population 28881", "CY2015 households 13101",
        "CY2020 total_population 26902", "CY2020 households 13001",
        "CY2021 total_population 26503", "CY2021 households 12902",
      ])
    #expect(Set(read.notes) == ["several-statistics 3"])
    let tied = try PopulationSample.read(
      "区分\t平成27年\t令和2年\n人口（国勢調査）\t29,048\t27,282\n人口（住民基本台帳）\t28,881\t26,902\n出生\t180\t150\n")
    #expect(tied.figures == ["CY2015 births 180", "CY2020 births 150"])
    #expect(tied.notes == ["several-statistics 2", "several-statistics 3"])
  }

  @Test func `Of equal columns each one is told`() throws {
    let read = try PopulationSample.read(
      "年\t甲\t\t乙\t\n\t人口\t世帯数\t人口\t世帯数\n令和3年\t9\t8\t7\t6\n令和4年\t9\t8\t7\t6\n")
    #expect(read.notes == ["repeated-figure 3", "repeated-figure 3"])
  }
}
