import Testing

@testable import DocumentReading

/// Which columns beside others count all people, or men, women and ages of them.
struct PartsOfAllTests {
  /// 上富良野町, 月別の人口: men, women and 計, which is their sum, beside the households.
  @Test func `A sum of men and women beside households is the population`() throws {
    let (figures, notes) = try PopulationSample.read(
      """
      年月\t男\t女\t計\t世帯数
      1996年01月\t6,768\t6,471\t13,239\t5,073
      1995年12月\t6,765\t6,464\t13,229\t5,065
      """)
    #expect(figures.contains("1996-01-31 total_population 13239"))
    #expect(figures.contains("1995-12-31 female_population 6464"))
    #expect(figures.count == 8)
    #expect(notes.isEmpty)
  }

  @Test(arguments: [
    // 13,239 is not 6,786 + 6,471.
    "年\t男\t女\t計\t世帯数\n1996年\t6,786\t6,471\t13,239\t5,073\n1997年\t6,765\t6,464\t13,229\t5,065\n",
    // Pupils have no households.
    "年\t男\t女\t計\n1996年\t68\t71\t139\n1997年\t65\t64\t129\n",
    // The men and women are heads of households.
    "年\t人口\t世帯数\t男\t女\n1996年\t300\t139\t100\t39\n1997年\t299\t129\t100\t29\n",
  ])
  func `What does not add up, or may count others, is not read`(text: String) throws {
    let (figures, notes) = try PopulationSample.read(text)
    #expect(!figures.contains { $0.contains("male_population") })
    #expect(!figures.contains { $0.contains("total_population 139") })
    #expect(notes.isEmpty == figures.isEmpty)
  }

  /// 上士幌町, 人口と世帯数: each name stands over a count and its change, and the sexes come first.
  @Test func `Men and women may stand before the total, and changes beside counts`() throws {
    let (figures, notes) = try PopulationSample.read(
      """
      年月\t男性\t男性\t女性\t女性\t総人口\t総人口
      2020年12月末\t2441人\t+7\t2523人\t-1\t計4964人\t+6
      2020年11月末\t2434人\t-6\t2524人\t-11\t計4958人\t-17
      """)
    #expect(
      figures.sorted() == [
        "2020-11-30 female_population 2524", "2020-11-30 male_population 2434",
        "2020-11-30 total_population 4958", "2020-12-31 female_population 2523",
        "2020-12-31 male_population 2441", "2020-12-31 total_population 4964",
      ])
    #expect(!notes.contains { $0.hasPrefix("negative-count") })
    #expect(notes.contains { $0.hasPrefix("part-not-read") })
  }

  /// 川本町, 人口推移: 内65歳以上 is of 人口計, with changes, sexes and a rate between them.
  @Test func `Ages of all people are known by the whole before them`() throws {
    let (figures, _) = try PopulationSample.read(
      """
      年.月\t人口計\t前月推移\t男\t女\t内65歳以上\t高齢化率\t内15歳未満\t世帯数
      R6.6月\t3,017\t-2\t1,430\t1,587\t1,351\t44.8%\t285\t1,616
      R6.5月\t3,019\t-3\t1,428\t1,591\t1,353\t44.8%\t288\t1,614
      """)
    #expect(figures.contains("2024-06-30 elderly_population 1351"))
    #expect(figures.contains("2024-05-31 young_population 288"))
    #expect(figures.contains("2024-06-30 male_population 1430"))
  }

  @Test func `Of movers such ages are none of the whole`() throws {
    let (figures, notes) = try PopulationSample.read(
      "年\t人口\t転入\tうち65歳以上\n2020年\t300\t39\t10\n2021年\t299\t29\t9\n")
    #expect(!figures.contains { $0.contains("elderly_population") })
    #expect(!notes.isEmpty)
  }

  /// 三木町, 推計人口: the number in brackets is the change since the month before.
  @Test func `A second number in a cell is told and no figure`() throws {
    let (figures, notes) = try PopulationSample.read(
      "年\t人口\t世帯数\n令和4年\t28,113 (-25)\t10,820 (+9)\n令和5年\t28,010（103）\t10,811(▲9)\n")
    #expect(figures.count == 4)
    #expect(figures.contains("CY2023 total_population 28010"))
    #expect(notes == ["several-figures 2"])
  }

  @Test(arguments: [
    "<風連地区>", "《風連地区》", "〈風連地区〉", "≪風連地区≫", "“風連地区”", "人口の推移＜北海道＞", "＜外国人＞", "＜旧名寄＞", "旧風連の人口の推移",
  ])
  func `Captions in other brackets and former towns are of others`(caption: String) throws {
    let (figures, notes) = try PopulationSample.read(
      "\(caption)\n年次\t世帯数\t人口\n大正元年\t1,944\t13,053\n大正4年\t2,206\t13,293\n")
    #expect(figures.isEmpty)
    #expect(notes.contains { $0.hasPrefix("other-area") })
  }

  @Test(arguments: ["旧推計の人口の推移", "人口の推移（旧基準）", "《人口の推移》", "<名寄市>"])
  func `Other words with them are of the municipality`(caption: String) throws {
    let (figures, _) = try PopulationSample.read(
      "\(caption)\n年次\t世帯数\t人口\n平成2年\t1,944\t13,053\n平成7年\t2,206\t13,293\n")
    #expect(figures.contains("CY1990 total_population 13053"))
  }
}
