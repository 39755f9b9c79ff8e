import MunicipalModel

/// States that stand where a figure would: なし, 策定済, 未設置, 全員取得, 均衡, ○.
///
/// They are values in words, which a target in the same words is reached by. A sentence is none.
enum StateWords {
  /// Whether a folded text without spaces says a state, and nothing else.
  static func areState(_ key: String) -> Bool {
    guard key.utf8.count <= 90, let first = key.unicodeScalars.first else { return false }
    if marks.contains(first), key.unicodeScalars.count == 1 { return true }
    var scanner = TextScanner(key)
    let key = scanner.textInBrackets(wholeText: true) ?? key
    let parts = key.split(omittingEmptySubsequences: false) { "・、,".contains($0) }
    return parts.allSatisfy { isState(String($0)) }
  }

  private static func isState(_ text: String) -> Bool {
    var scanner = TextScanner(text)
    skipPeriod(&scanner)
    let start = scanner.position
    if scanner.skip(anyOf: words) != nil, isAtEnd(&scanner) { return true }
    scanner.position = start
    let isWhole = scanner.skip(anyOf: wholes) != nil
    if isWhole, isAtEnd(&scanner) { return true }
    let act = scanner.position
    _ = scanner.skip(anyOf: degrees)
    _ = scanner.skip(anyOf: objects)
    if scanner.skip(anyOf: acts) == nil {
      // 継続 and 計画 say how far something has come, or what it has come to.
      scanner.position = act
      guard scanner.skip(anyOf: acts) != nil else { return false }
    }
    // 運用開始, 実施済, 策定に着手, 検討中
    _ = scanner.skip("に")
    _ = scanner.skip(anyOf: acts)
    _ = scanner.skip(anyOf: endings)
    return isAtEnd(&scanner)
  }

  /// Reads a time before the state: R4策定済, 令和5年度末設置.
  private static func skipPeriod(_ scanner: inout TextScanner) {
    guard (try? Period.scan(&scanner)) != nil else {
      scanner.position = 0
      return
    }
    _ = scanner.skip(anyOf: ["末", "に", "中に", "から", ":", "より"])
  }

  /// Whether nothing follows but a remark in brackets: 策定済（R4）.
  private static func isAtEnd(_ scanner: inout TextScanner) -> Bool {
    let end = scanner.position
    while !scanner.isAtEnd {
      guard scanner.textInBrackets(wholeText: false) != nil else {
        scanner.position = end
        return false
      }
    }
    return true
  }

  private static let marks = Set("○◯〇◎●×✕✖✗✘✓✔☑レ".unicodeScalars)

  /// What is a state by itself.
  private static let words: WordList = [
    "なし", "無し", "ナシ", "無", "あり", "有り", "アリ", "有", "済み", "済", "可能", "不可能", "可", "不可", "否", "未定", "未",
    "収支均衡", "均衡", "黒字化", "黒字", "赤字", "皆無", "はい", "いいえ", "同左", "同上", "○", "◎", "×",
  ]

  /// All of those whom an act concerns.
  private static let wholes: WordList = [
    "全員", "全小中学校", "全小学校", "全中学校", "全学校", "全校", "全園", "全戸", "全世帯", "全市域", "全町域", "全村域", "全域", "全地区",
    "全地域", "全町内会", "全自治会", "全施設", "全職員", "全課", "全部署", "全路線", "全区間", "全店", "全店舗", "全部", "全て", "すべて",
  ]

  /// How far an act has come.
  private static let degrees: WordList = [
    "未", "一部", "ほぼ", "概ね", "おおむね", "順次", "随時", "再", "新規", "本格", "試験的に", "試験", "継続", "毎年度", "毎年",
    "既に", "既",
    "引き続き", "引続き", "常時", "定期",
  ]

  /// What is made by an act.
  private static let objects: WordList = [
    "基本計画", "実施計画", "基本方針", "基本構想", "計画", "条例", "方針", "体制", "制度", "協議会", "委員会", "検討会", "組織", "窓口",
    "システム", "マニュアル", "ビジョン", "戦略", "要綱", "協定", "拠点", "設備", "工事", "ガイドライン", "構想", "素案", "原案", "案",
    "指針",
    "規程", "規則", "サイト", "ホームページ", "アプリ", "調査",
  ]

  /// What is done, or not yet, the longer words first.
  private static let acts: WordList = [
    "供用開始", "運用開始", "策定", "設置", "実施", "導入", "整備", "作成", "制定", "開設", "開始", "完成", "完了", "締結", "開催",
    "改定",
    "改訂", "改正", "見直し", "検討", "協議", "調整", "準備", "着手", "着工", "竣工", "供用", "運用", "稼働", "稼動", "構築", "公表",
    "公開",
    "配置", "配備", "配布", "認定", "認証", "指定", "登録", "加入", "加盟", "設立", "結成", "創設", "移行", "統合", "廃止", "継続",
    "確立",
    "確保", "達成", "実現", "解消", "終了", "修了", "完備", "選定", "決定", "承認", "議決", "提案", "提出", "申請", "取得", "購入",
    "更新",
    "改修", "改築", "建設", "建築", "設計", "試行", "検証", "発行", "発足", "派遣", "募集", "採択", "活用", "利用", "販売", "出店",
    "開業",
    "開館", "開園", "開校", "開所", "開通", "閉館", "閉園", "閉校", "休止", "中断", "延期", "保留", "受講", "参加", "参画", "対応",
    "普及",
    "周知", "計画", "予定",
  ]

  private static let endings: WordList = [
    "済み", "済", "中", "完了", "終了", "開始", "予定", "なし", "無し", "あり", "有り", "する", "した", "せず", "可能", "不可",
    "可", "見込み",
    "見込", "準備",
  ]
}
