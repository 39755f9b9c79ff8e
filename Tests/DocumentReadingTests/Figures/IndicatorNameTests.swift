import DocumentReading
import MunicipalModel
import TestSupport
import Testing

/// Names as printed by 苫小牧市 and 岩見沢市.
@Suite struct IndicatorNameTests {
  static let units: [(String, String, String)] = [
    ("新規雇用創出数（人）", "新規雇用創出数", "人"), ("管内学生の管内事業所就職割合（%）", "管内学生の管内事業所就職割合", "%"),
    ("業務削減時間(年間)(時間)", "業務削減時間(年間)", "時間"), ("貨物取扱量(外資)(千t)", "貨物取扱量(外資)", "千t"),
    ("貨物取扱量(外資)(千ｔ)", "貨物取扱量(外資)", "千t"), ("合計特殊出生率（-）", "合計特殊出生率", ""),
    ("合計特殊出生率（－）", "合計特殊出生率", ""),
    ("合計特殊出生率（—）", "合計特殊出生率", ""), ("子育て環境や支援の満足度（5段階評価）", "子育て環境や支援の満足度", "5段階評価"),
    ("保育所型の利用児童数(延べ人数)(人)", "保育所型の利用児童数(延べ人数)", "人"),
    ("新規企業進出件数（5年間累計）（件）", "新規企業進出件数（5年間累計）", "件"),
    ("「苫小牧市は住みやすい」と回答した人の割合（%）", "「苫小牧市は住みやすい」と回答した人の割合", "%"),
    ("観光入込客数（万人）", "観光入込客数", "万人"), ("内定者数(人)", "内定者数", "人"), ("事業場設置助成金(千円)", "事業場設置助成金", "千円"),
    ("スポーツ合宿宿泊数(泊)", "スポーツ合宿宿泊数", "泊"), ("訪日外国人宿泊延べ人数(人泊)", "訪日外国人宿泊延べ人数", "人泊"),
    ("スケートリンク設置数(か所)", "スケートリンク設置数", "か所"), ("国内路線(路線)", "国内路線", "路線"),
    ("相談件数(妊娠・出産・子育て)(件)", "相談件数(妊娠・出産・子育て)", "件"), ("サークルルーム登録団体数(団体)", "サークルルーム登録団体数", "団体"),
    ("屋外スピーカー設置基数(基)", "屋外スピーカー設置基数", "基"), ("出荷額[百万円]", "出荷額", "百万円"), ("面積（㎡）", "面積", "㎡"),
    ("宿泊者数（人/年）", "宿泊者数", "人/年"), ("新規雇用創出数 （ 人 ）", "新規雇用創出数", "人"),
  ]

  @Test("The last bracket is the unit, if it is one", arguments: units)
  func unit(_ printed: String, _ name: String, _ unit: String) {
    let read = IndicatorName(printed)
    #expect(read.name == name)
    #expect(read.unit == unit)
    #expect(read.circledNumber == nil && read.noteMark.isEmpty)
  }

  @Test(
    "A bracket that qualifies the name stays with it",
    arguments: [
      "健康寿命 (男性)", "合計特殊出生率 (単年)", "合計特殊出生率 (5か年平均)", "i-BOX利用者数 (来場者数)", "i-BOX企画展参画者数 (うち学生)",
      "げんき発見ドック参加者数（延人数）", "出前講座や体験学習会などの実施件数", "人口（男）", "人口（女）", "人口(65歳以上)", "（人）", "出荷額（注）",
      "農業産出額<推計>", "移住者数（見込）", "所得（税込）", "", "人)", "件数(",
    ])
  func qualifier(_ printed: String) {
    let read = IndicatorName(printed)
    #expect(read.name == printed)
    #expect(read.unit.isEmpty)
  }

  static let numbered: [(String, Int?, String, String, String)] = [
    ("③「評価する」の回答割合※4", 3, "「評価する」の回答割合", "※4", ""), ("①1人あたりの総所得", 1, "1人あたりの総所得", "", ""),
    ("⑳新規件数(件)※", 20, "新規件数", "※", "件"), ("健康寿命の延伸※3", nil, "健康寿命の延伸", "※3", ""),
    ("相談件数（件）※１", nil, "相談件数", "※1", "件"), ("相談件数※1（件）", nil, "相談件数", "※1", "件"),
    ("新規創業件数※", nil, "新規創業件数", "※", ""), ("② 合計特殊出生率", 2, "合計特殊出生率", "", ""),
    ("※印の件数", nil, "※印の件数", "", ""), ("㉑件数", nil, "㉑件数", "", ""),
  ]

  @Test("A number in a circle and a note mark are no part of the name", arguments: numbered)
  func marks(_ printed: String, _ number: Int?, _ name: String, _ mark: String, _ unit: String) {
    let read = IndicatorName(printed)
    #expect(read.circledNumber == number)
    #expect(read.name == name)
    #expect(read.noteMark == mark)
    #expect(read.unit == unit)
  }

  @Test(
    "A name of megabytes is taken apart in good time", .timeLimit(.minutes(10)),
    arguments: [
      "(", "人", "※", "(人)", "①",
    ])
  func hugeName(_ piece: String) {
    let text = String(repeating: piece, count: TestSize.of(10_000_000) / piece.utf8.count)
    #expect(IndicatorName(text + "数（人）").unit == "人")
  }
}

@Suite struct MeasureUnitTests {
  @Test(
    "A counter is a unit",
    arguments: [
      "人", "件", "%", "％", "千円", "百万円", "万人", "千t", "人/年", "件/年度", "か所", "5段階評価", "100点満点", "-",
      "世帯", "㎡", "t-CO2",
      "人泊", "ポイント", "P", "隊", "式", "種",
    ])
  func units(_ text: String) { #expect(MeasureUnit.isUnit(text)) }

  @Test(
    "A word that qualifies is no unit",
    arguments: [
      "", " ", "男", "女", "男性", "単年", "年間", "外資", "延べ人数", "延人数", "うち学生", "5年間累計", "計", "市", "新", "注",
      "段階評価", "/年", "人口",
      "A", "5", "5か年平均", "来場者数", "見込",
    ])
  func words(_ text: String) { #expect(!MeasureUnit.isUnit(text)) }
}
