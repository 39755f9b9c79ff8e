import MunicipalModel
import PlanAnalysis
import Testing

/// What the built-in list reads from the names that plans use.
@Suite("Directions that names tell")
struct DirectionWordTests {
  private func sense(_ name: String) -> DirectionRule.Sense? {
    DirectionList.builtIn.rule(for: name)?.sense
  }

  @Test(
    "Less is better",
    arguments: [
      "刑法犯認知件数", "人口千人当たりの刑法犯認知件数", "交通事故死傷者数", "交通事故発生件数", "火災発生件数", "出火件数",
      "自殺者数", "自殺死亡率（人口10万人当たり）", "人口10万人当たり自殺死亡率", "要介護認定率", "要介護認定者数", "要支援・要介護認定率",
      "実質公債費比率", "将来負担比率", "経常収支比率", "市税滞納額", "市債残高", "市債現在高", "地方債残高", "借入金残高",
      "いじめの認知件数", "いじめ認知件数", "不登校児童生徒数", "不登校児童生徒の割合", "不登校児童の出現率", "鳥獣被害額",
      "有害鳥獣による農作物被害額", "耕作放棄地面積", "荒廃農地面積", "遊休農地面積", "漏水率", "喫煙率", "成人の喫煙率",
      "むし歯のある3歳児の割合", "12歳児の一人平均むし歯本数", "肥満傾向児の割合", "肥満者の割合", "特定空家等の数", "空き家率",
      "最終処分量", "ごみの最終処分量", "救急車の現場到着時間", "救急現場到着所要時間", "1人当たり医療費", "国民健康保険の一人当たり医療費",
      "低出生体重児の割合", "1人1日当たりごみ排出量", "ごみ排出量", "家庭系ごみの量", "CO2排出量", "ＣＯ₂排出量", "温室効果ガス排出量",
      "二酸化炭素排出量", "待機児童数", "学童保育待機児童数", "転出者数", "転出率", "未利用地の面積", "空き店舗数", "空き店舗率",
      "がんの75歳未満年齢調整死亡率", "死亡者数", "糖尿病罹患率", "放置自転車台数", "赤字額", "老朽管率", "離職率", "高校中退率",
      "中途退学率", "未婚率", "児童虐待件数", "苦情件数", "時間外勤務時間数", "食品ロス量", "不法投棄件数", "失業率",
      "特定健診未受診者数", "健康診査未受診率", "未活用公共施設数", "低所得世帯数", "朝食を欠食する児童の割合",
      "不安を感じる市民の割合", "子育てに負担を感じる保護者の割合", "満足していない市民の割合", "メタボリックシンドローム該当者の割合",
      "人工妊娠中絶率", "要介護認定者数の伸び率", "ごみ増加率", "犯罪率", "電力使用量", "未収金額", "孤独を感じる人の割合",
      "運動習慣のない人の割合", "待機児童ゼロ", "介護給付費", "将来負担比率（%）",
    ])
  func lower(name: String) {
    #expect(sense(name) == .lower, "\(name)")
  }

  @Test(
    "More is better, although a word of something bad stands in the name",
    arguments: [
      "ごみのリサイクル率", "喫煙対策実施率", "火災警報器設置率", "住宅用火災警報器の設置率", "交通事故防止教室の開催回数",
      "自殺予防講座受講者数", "自殺予防ゲートキーパー養成者数", "CO2削減量", "CO2排出削減量", "温室効果ガス排出量の削減率",
      "空き家バンク登録数", "空き家バンク成約件数", "空き家の利活用件数", "空き家除却件数", "医療費助成件数", "いじめの解消率",
      "不登校の復帰率", "不登校児童生徒の学校復帰率", "滞納整理率", "市税収納率", "火災訓練参加者数", "要介護認定を受けていない高齢者の割合",
      "むし歯のない3歳児の割合", "喫煙しない人の割合", "ごみ減量化率", "ごみの分別率", "生ごみ処理機の補助件数", "耕作放棄地の再生面積",
      "荒廃農地解消面積", "遊休農地の活用面積", "空き店舗への出店数", "空き店舗活用件数", "交通死亡事故ゼロ日数", "認知症サポーター数",
      "認知症カフェ参加者数", "離職者の再就職件数", "待機児童解消率", "ひきこもり支援件数", "残業の少ない企業の割合",
      "救急車の到着時間8分以内の割合", "不安を感じない市民の割合", "ごみ減少率", "苦情解決率", "鳥獣捕獲頭数", "刑法犯検挙率",
      "有収率", "財政調整基金残高", "単年度収支",
    ])
  func bad(name: String) {
    #expect(sense(name) == .higher, "\(name)")
  }

  @Test(
    "More is better",
    arguments: [
      "イベント参加者数", "図書館の利用者数", "市民満足度", "下水道普及率", "水洗化率", "観光入込客数", "移住者数", "ホームページアクセス件数",
      "特定健診受診率", "がん検診受診率", "予防接種率", "創業件数", "新規就農者数", "農業産出額", "ボランティア登録者数", "出生数",
      "合計特殊出生率", "健康寿命（男性）", "平均寿命", "自主防災組織の組織率・加入率", "男性の育児休業取得率", "女性管理職の割合",
      "審議会等における女性委員の割合", "公共交通の利用者数", "ふるさと納税寄附額", "図書貸出冊数", "住宅の耐震化率", "再生可能エネルギー導入量",
      "防災訓練参加者数", "マイナンバーカード交付率", "住みやすいと感じる市民の割合", "子育てしやすいと思う保護者の割合",
      "総人口", "生産年齢人口", "人口", "ホームページの閲覧数", "健康寿命の延伸", "市民満足度の向上", "参加者数の増加", "消防団員数", "有効求人倍率",
      "企業立地件数",
      "地産地消の店の登録店舗数", "市内総生産額", "朝食を毎日食べる児童の割合",
    ])
  func higher(name: String) {
    #expect(sense(name) == .higher, "\(name)")
  }

  @Test(
    "A name that ends in what is aimed at",
    arguments: [
      ("ごみ排出量の削減", DirectionRule.Sense?.some(.lower)), ("交通事故件数の減少", .lower),
      ("自殺者の減少", .lower), ("要介護認定率の上昇抑制", .lower), ("救急搬送時間の短縮", .lower),
      ("空き家の減少", .lower), ("公債費比率の改善", .lower), ("転出超過の縮小", .loss), ("満足度の低下", nil),
      ("待機児童数の拡大", nil), ("CO2削減", nil), ("利用者数の拡大", .higher),
    ])
  func aims(name: String, expected: DirectionRule.Sense?) {
    #expect(sense(name) == expected, "\(name)")
  }

  @Test(
    "Nothing is told where the word is not what is counted",
    arguments: [
      "事業数", "ごみステーション数", "火災保険料率", "交通事故防止看板数", "自殺対策計画数", "満足できる理由の説明", "人口密度", "救急出動件数",
      "指標", "取組数", "利用料金", "救急出動件数（人口千人当たり）", "人口10万人当たり病床数", "人口千人当たり件数",
      "救急出動件数（うち火災）",
    ])
  func none(name: String) {
    let told = sense(name)
    #expect(told == nil || told == .either, "\(name)")
  }

  @Test(
    "Neither way is better in itself, and baseline and target tell nothing either",
    arguments: ["介護保険料", "介護保険料（月額）", "職員数", "高齢化率", "児童虐待相談対応件数", "人件費", "公共施設の延床面積"])
  func either(name: String) {
    #expect(sense(name) == .either, "\(name)")
    let progress = Sample.progress(
      name, baseline: "5,000円", actual: [(2022, "5,200円")], target: "6,000円")
    #expect(progress.aim.direction == nil && progress.aim.basis == .unknown)
    #expect(progress.isReached == nil)
    for measure in IndicatorProgress.Measure.allCases {
      #expect(progress.figure(for: measure).gap == .unknownDirection, "\(measure)")
    }
    #expect(progress.requiredPerYear.gap == .unknownDirection)
    #expect(progress.expectedByNow.gap == .unknownDirection)
  }

  @Test("A decline is a loss as what declines is wanted")
  func declines() {
    #expect(sense("人口減少率") == .loss)
    #expect(sense("人口減少率の抑制") == .loss)
    #expect(sense("事故減少率") == .higher)
    #expect(sense("増加率") == nil)
    #expect(Sample.progress("増加率", baseline: "1%", target: "2%").compoundGrowth.gap != nil)
  }
}
