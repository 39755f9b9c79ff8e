import MunicipalModel
import Testing

@testable import DocumentReading

/// Tables whose caption says what they count. The documents are made for these tests.
struct CaptionItemTests {
  @Test(
    arguments: [
      "年\t全国\t北海道\t名寄市\n2018年\t1.42\t1.27\t1.50\n2019年\t1.36\t1.24\t1.48\n",
      "区分\t2018年\t2019年\n全国\t1.42\t1.36\n北海道\t1.27\t1.24\n名寄市\t1.50\t1.48\n",
    ])
  func `Of places side by side the municipality is read`(table: String) throws {
    let (figures, notes) = try PopulationSample.read("合計特殊出生率の推移（全国・北海道との比較）\n" + table)
    #expect(figures == ["CY2018 total_fertility_rate 1.50", "CY2019 total_fertility_rate 1.48"])
    #expect(Set(notes.map { $0.prefix { $0 != " " } }) == ["other-area"])
  }

  @Test func `The sum of a table is of what the caption counts`() throws {
    let (figures, notes) = try PopulationSample.read(
      "出生数の推移\n年\t総数\t男\t女\n2018年\t180\t90\t90\n2019年\t170\t80\t90\n")
    #expect(figures == ["CY2018 births 180", "CY2019 births 170"])
    #expect(notes == ["unknown-column 2", "unknown-column 2"])
  }

  @Test func `A share in the caption does not make the sum one`() throws {
    let (figures, _) = try PopulationSample.read(
      "高齢化率の推移\n年\t総数\t65歳以上\n2018年\t27,000\t8,000\n2019年\t26,500\t8,100\n")
    #expect(
      figures == [
        "CY2018 total_population 27000", "CY2018 elderly_population 8000",
        "CY2019 total_population 26500", "CY2019 elderly_population 8100",
      ])
  }

  @Test func `What a column names itself is not what the sum counts`() throws {
    let (figures, _) = try PopulationSample.read(
      "老年人口の推移\n年\t総数\t65歳以上\n2018年\t27,000\t8,000\n2019年\t26,500\t8,100\n")
    #expect(figures.first == "CY2018 total_population 27000")
    #expect(figures.contains("CY2018 elderly_population 8000"))
  }

  /// 三島市, 国勢調査 人口集中地区人口 (opendata.pref.shizuoka.jp, dataset 8259).
  @Test func `A caption of a place that has a column of its own is that column's`() throws {
    let (figures, notes) = try PopulationSample.read(
      "11.国勢調査　人口集中地区人口\n年　次\t人　口\t世帯数\t人口集中地区人口\n昭和 45年\t78141\t21557\t47020\n50年\t89248\t26496\t58002\n",
      of: "三島市")
    #expect(
      figures == [
        "CY1970 total_population 78141", "CY1970 households 21557",
        "CY1975 total_population 89248", "CY1975 households 26496",
      ])
    #expect(notes.count == 1)
    let other = try PopulationSample.read(
      "風連地区の人口\n年\t風連地区人口\t世帯数\n2018年\t4,000\t100\n2019年\t3,900\t101\n")
    #expect(other.figures == [])
  }

  @Test func `One column of people is enough for a table`() throws {
    let read = try PopulationSample.read("人口の推移\n年\t総人口\n2018年\t27,000\n2019年\t26,500\n")
    #expect(read.figures == ["CY2018 total_population 27000", "CY2019 total_population 26500"])
    for name in ["総数", "来場者数", "合計"] {
      let other = try PopulationSample.read("祭りの推移\n年\t\(name)\n2018年\t27,000\n2019年\t26,500\n")
      #expect(other.figures == [])
    }
  }

  /// 新庄市人口ビジョン, 22 (city.shinjo.yamagata.jp): the first of two tables is of the nation.
  @Test func `A corner 国の目標 is not of the municipality`() throws {
    let (figures, notes) = try PopulationSample.read(
      """
      国の目標\t2013\t2020\t2030\t2040
      合計特殊出生率\t1.43\t1.6\t1.8\t2.07
      本市の合計特殊出生率が国と同程度、向上すると仮定した場合は次の表のとおりです。
      新庄市\t2013\t2020\t2030\t2040
      合計特殊出生率\t1.72\t1.89\t2.09\t2.36
      """, of: "新庄市")
    #expect(figures.map { $0.suffix(4) } == ["1.72", "1.89", "2.09", "2.36"])
    #expect(notes.contains("other-area 1"))
    #expect(notes.contains("assumed-projection 4"))
  }

  /// The city's vision has five-yearly figures and says nowhere from which year on they are projected.
  @Test func `Years that nobody has counted yet are taken for projected`() throws {
    let years = Array(stride(from: 2010, through: 2060, by: 5))
    let (figures, notes) = try PopulationSample.read(
      "\t\(years.map { "\($0)年" }.joined(separator: "\t"))\n総人口\t"
        + years.map { "\($0 * 10)" }.joined(separator: "\t") + "\n")
    #expect(figures.first == "CY2010 total_population 20100")
    #expect(figures.dropFirst().allSatisfy { $0.contains("total_population_projection") })
    #expect(notes.contains("assumed-projection 1"))
    let yearly = (2016...2024).map { "\($0)年" }.joined(separator: "\t")
    let counted = try PopulationSample.read(
      "区分\t\(yearly)\n総人口\t" + (1...9).map { "\($0)000" }.joined(separator: "\t"))
    #expect(counted.figures.count == 9 && counted.notes == [])
  }

  @Test func `Rows that a row above names are told by its name, up to what it cannot be of`() throws
  {
    let (figures, notes) = try PopulationSample.read(
      "区分\t2015年\t2020年\n総人口\t27,000\t26,000\n男\t\t\n世帯数\t12,000\t12,100\n")
    #expect(figures.contains("CY2020 households 12100"))
    #expect(notes == [])
    let foreign = try PopulationSample.read(
      "区分\t2015年\t2020年\n総人口\t27,000\t26,000\n外国人\t\t\n世帯数\t120\t121\n")
    #expect(!foreign.figures.contains { $0.contains("households") })
    #expect(foreign.notes == ["part-not-read 4"])
  }

  @Test(arguments: ["みやま市の人口の推移", "つがる市の人口"])
  func `A name whose letters are particles is one name`(caption: String) throws {
    let document = try DocumentText(
      id: "people", text: "\(caption)\n年\t総人口\t出生\n2018年\t27,000\t1\n2019年\t26,500\t2\n")
    var session = DocumentSession(document)
    _ = LayoutDraft(of: document).layout.populationFigures(
      of: .municipality(name: "名寄市"), in: &session)
    let note = session.diagnostics.first { $0.code == "other-area" }
    #expect(note?.message.ja.contains("「\(caption.prefix(4))」") == true)
  }
}
