import Testing

@testable import DocumentReading

/// Tables of months, and of what people move in the month before.
struct MonthlyPopulationTests {
  /// 松田町, 令和元年人口増減内訳 (town.matsuda.kanagawa.jp, r1jinkou.html).
  @Test func `Months are of the only year that the caption names`() throws {
    let (figures, notes) = try PopulationSample.read(
      """
      令和元年人口増減内訳
      \t自然増減(前月中)\t\t社会増減(前月中)\t\t人口
      \t出生\t死亡\t転入\t転出\t
      1月\t3\t17\t83\t17\t10,928
      2月\t6\t16\t75\t89\t10,904
      3月\t3\t13\t90\t98\t10,886
      """, of: "松田町")
    #expect(
      Set(figures) == [
        "2019-01-31 total_population 10928", "2018-12-01/2018-12-31 births 3",
        "2018-12-01/2018-12-31 deaths 17", "2018-12-01/2018-12-31 in_migrants 83",
        "2018-12-01/2018-12-31 out_migrants 17", "2019-02-28 total_population 10904",
        "2019-01-01/2019-01-31 births 6", "2019-01-01/2019-01-31 deaths 16",
        "2019-01-01/2019-01-31 in_migrants 75", "2019-01-01/2019-01-31 out_migrants 89",
        "2019-03-31 total_population 10886", "2019-02-01/2019-02-28 births 3",
        "2019-02-01/2019-02-28 deaths 13", "2019-02-01/2019-02-28 in_migrants 90",
        "2019-02-01/2019-02-28 out_migrants 98",
      ])
    #expect(notes == [])
  }

  /// The same, as the page prints it.
  @Test func `A month counts at its first day where the table says so, and letters are no names`()
    throws
  {
    let (figures, notes) = try PopulationSample.read(
      """
      令和元年人口増減内訳
      \t自然増減（前月中）\t\t\t人口
      \t出生 A\t死亡 B\tA-B=C\t
      1月\t3\t17\t-14\t10,928（1月1日現在）
      2月\t6\t16\t-10\t10,904（2月1日現在）
      """, of: "松田町")
    #expect(
      Set(figures) == [
        "2019-01-01 total_population 10928", "2018-12-01/2018-12-31 births 3",
        "2018-12-01/2018-12-31 deaths 17", "2019-02-01 total_population 10904",
        "2019-01-01/2019-01-31 births 6", "2019-01-01/2019-01-31 deaths 16",
      ])
    #expect(notes == ["unknown-column 3"])
  }

  @Test func `The months of a fiscal year go on in the next one, and their sum is of the year`()
    throws
  {
    let (figures, _) = try PopulationSample.read(
      "令和5年度の人口動態\n月\t出生\t死亡\n4月\t10\t20\n3月\t11\t21\n計\t21\t41\n")
    #expect(
      figures == [
        "2023-04-01/2023-04-30 births 10", "2023-04-01/2023-04-30 deaths 20",
        "2024-03-01/2024-03-31 births 11", "2024-03-01/2024-03-31 deaths 21", "FY2023 births 21",
        "FY2023 deaths 41",
      ])
  }

  @Test(arguments: ["人口動態", "令和4年と令和5年の人口動態", "令和4～5年の人口動態"])
  func `Without one year no month is read`(caption: String) throws {
    let (figures, _) = try PopulationSample.read(
      "\(caption)\n月\t出生\t死亡\n4月\t10\t20\n3月\t11\t21\n")
    #expect(figures == [])
  }

  /// 青森県 第17表 月別人口動態 (opendata.pref.aomori.lg.jp, dataset 1655), its first days.
  @Test func `Rows of men and women below a day are told, and what the month before had is its`()
    throws
  {
    let (figures, notes) = try PopulationSample.read(
      """
      年月日\t人口\t前月中の人口移動\t\t世帯数
      \t\t出生者数\t死亡者数\t
      R3. 2. 1\t1233612\t487\t1781\t510934
      (男性)\t581319\t225\t881\t
      (女性)\t652293\t262\t900\t
      3. 3. 1\t1232303\t453\t1537\t510734
      (男性)\t580617\t228\t788\t
      """, of: "青森市")
    #expect(
      Set(figures) == [
        "2021-02-01 total_population 1233612", "2021-01-01/2021-01-31 births 487",
        "2021-01-01/2021-01-31 deaths 1781", "2021-02-01 households 510934",
        "2021-03-01 total_population 1232303", "2021-02-01/2021-02-28 births 453",
        "2021-02-01/2021-02-28 deaths 1537", "2021-03-01 households 510734",
      ])
    #expect(notes == ["part-not-read 4"])
  }

  /// The same, dataset 289: the era is one letter, and the second year has none.
  @Test func `One character of an era stands for it`() throws {
    let (figures, _) = try PopulationSample.read(
      "年月日\t人口\t世帯数\n昭46.10. 1\t1427520\t1\n60.10. 1\t1524448\t2\n平 2.10. 1\t1482873\t3\n7.10. 1\t1481663\t4\n",
      of: "青森市")
    #expect(
      figures.filter { $0.contains("population") } == [
        "1971-10-01 total_population 1427520", "1985-10-01 total_population 1524448",
        "1990-10-01 total_population 1482873", "1995-10-01 total_population 1481663",
      ])
  }
}

/// Men and women beside all people.
struct PopulationOfSexTests {
  /// 大刀洗町, 町の人口・世帯数（令和5年） (town.tachiarai.fukuoka.jp/populations/index/2023).
  @Test func `Men and women of a month`() throws {
    let (figures, notes) = try PopulationSample.read(
      """
      令和5年の月別世帯数および人口一覧表
      月\t人口\t男\t女\t世帯数
      1月\t15,996人\t7,731人\t8,265人\t6,133世帯
      2月\t15,994人\t7,725人\t8,269人\t6,142世帯
      """, of: "大刀洗町")
    #expect(
      figures == [
        "2023-01-31 total_population 15996", "2023-01-31 male_population 7731",
        "2023-01-31 female_population 8265", "2023-01-31 households 6133",
        "2023-02-28 total_population 15994", "2023-02-28 male_population 7725",
        "2023-02-28 female_population 8269", "2023-02-28 households 6142",
      ])
    #expect(notes == [])
  }

  /// A town's 人口世帯数の推移 (expydoc.com/doc/8224261).
  @Test func `Rows of men and women below all people`() throws {
    let (figures, _) = try PopulationSample.read(
      """
      区　分\t昭和55年\t昭和60年
      総人口\t12,297\t11,633
      男\t6,143\t5,729
      女\t6,154\t5,904
      世帯数\t3,745\t3,589
      一戸当たりの世帯人員\t3.28\t3.24
      """)
    #expect(figures.count == 8)
    #expect(figures.contains("CY1985 female_population 5904"))
  }

  /// 東金市, 統計データ（人口） (city.togane.chiba.jp/0000005201.html).
  @Test func `A day beside the unit, and a year of two eras`() throws {
    let (figures, _) = try PopulationSample.read(
      """
      人口（単位：人　各年4月1日現在）
      \t人口\t男\t女\t世帯数
      令和2年\t57,923\t28,965\t28,958\t26,643
      平成31年・令和元年\t58,554\t29,197\t29,357\t26,643
      平成30年\t59,119\t29,471\t29,648\t26,491
      """, of: "東金市")
    #expect(figures.count == 12)
    #expect(figures.contains("2019-04-01 male_population 29197"))
  }

  @Test(arguments: [
    "年\t出生\t男\t女\t死亡\n令和3年\t141\t70\t71\t401\n令和4年\t132\t66\t66\t412\n",
    "年\t総人口\t世帯数\t男\t女\n令和3年\t26,503\t100\t70\t71\n令和4年\t26,104\t101\t66\t66\n",
    "出生数の推移\n年\t総数\t男\t女\n令和3年\t141\t70\t71\n令和4年\t132\t66\t66\n",
    "年\t総人口\t男（65歳以上）\t女（65歳以上）\n令和3年\t26,503\t70\t71\n令和4年\t26,104\t66\t66\n",
  ])
  func `Of what else men and women are told, they are not read`(text: String) throws {
    let (figures, notes) = try PopulationSample.read(text)
    #expect(!figures.contains { $0.contains("male") })
    #expect(!notes.isEmpty)
  }
}
