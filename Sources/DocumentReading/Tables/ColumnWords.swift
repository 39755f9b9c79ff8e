import MunicipalModel

/// The usual headings of tables of indicators, and what each means.
///
/// They were collected from strategies, general plans, environment and health plans and their reports of
/// progress. The first line that fits a heading decides, so the order matters: 目標値設定の根拠 and
/// 目標値との差 stand before 目標.
struct ColumnWords {
  private let role: ColumnRole
  private let trait: ColumnTrait?
  private let matches: [ColumnRule.Match]

  private init(_ role: ColumnRole, _ trait: ColumnTrait? = nil, has words: String) {
    self.init(role, trait, Self.list(words).map { .contains($0) })
  }

  private init(_ role: ColumnRole, _ trait: ColumnTrait? = nil, begins words: String) {
    self.init(role, trait, Self.list(words).map { .prefix($0) })
  }

  private init(_ role: ColumnRole, _ trait: ColumnTrait? = nil, is words: String) {
    self.init(role, trait, Self.list(words).map { .whole($0) })
  }

  private init(_ role: ColumnRole, _ trait: ColumnTrait?, _ matches: [ColumnRule.Match]) {
    self.role = role
    self.trait = trait
    self.matches = matches
  }

  private static func list(_ words: String) -> [String] {
    words.split(separator: " ").map(String.init)
  }

  /// The rules, one a word.
  static let rules: [ColumnRule] = all.flatMap { words in
    words.matches.map { ColumnRule($0, words.role, trait: words.trait) }
  }

  private static let all: [ColumnWords] = [
    // The number of a row; the levels of the plan; the project.
    ColumnWords(.rowNumber, is: "No. No NO. NO № # 番号 項番 通番 整理番号 施策番号 指標番号 事業番号 KPI番号"),
    ColumnWords(.level(.goal), is: "基本目標 基本目標名"),
    ColumnWords(
      .level(.direction), is: "基本的方向 基本的方向性 基本的な方向 基本的な方向性 施策の基本的方向 施策の方向 施策の方向性"),
    ColumnWords(
      .level(.measure),
      is: "施策 施策名 施策名称 施策項目 具体的施策 具体的な施策 主要施策 基本施策 個別施策 単位施策 主な施策"),
    ColumnWords(.project, has: "事業名"),
    ColumnWords(.project, is: "事業 具体的な事業 具体的事業 個別事業 取組名 取組項目 事業項目"),

    // Why a figure is what it is, where it is from, who looks after it: prose, even beside 目標 or 指標.
    ColumnWords(
      .unknown, .text,
      has: "に向けた に向けて のための取 考え方 根拠 理由 算出 算定 計算式 計算方法 定義 出典 出所 データ元 把握方法 測定方法 調査方法 備考 摘要 特記 説明 コメント"
    ),
    ColumnWords(.unknown, .text, has: "担当 所管 主管 部署 関係課 課名 課室 評価基準 判定基準"),
    ColumnWords(.unknown, .text, is: "めざす姿 目指す姿 今後 資料 課 SDGs 関連SDGs"),

    // What the next plan aims at is no target of this one.
    ColumnWords(.unknown, has: "次期 次計画"),
    // A target that another one took the place of, or that took it: 見直し後の目標値 is no text.
    ColumnWords(
      .figure(.target),
      has:
        "当初目標 修正目標 見直し後目標 見直し後の目標 変更後目標 変更後の目標 改定後目標 改定後の目標 見直し前目標 見直し前の目標 変更前目標 旧目標 新目標"
    ),

    // How far a target is reached.
    ColumnWords(.figure(.achievement), has: "達成率 進捗率 進捗度 達成割合"),
    // What follows from other columns.
    ColumnWords(
      .derived,
      has: "との差 との比較 目標差 差引 増減 対目標 目標比 目標値比 前年比 前年度比 前年差 前年度差 対前年 対基準 基準値比 基準年比 基準年度比 伸び率"),
    ColumnWords(.derived, is: "差 差額 差（実績－目標）"),
    // The time of the figures beside, where the cells are times.
    ColumnWords(
      .figurePeriod(.target),
      is: "目標年度 目標年 目標年次 目標時期 目標時点 目標達成年度 達成年度 達成年次 達成時期 達成目標年度 目標年月 目標年月日 目標期日"),
    ColumnWords(
      .figurePeriod(.baseline),
      is: "基準年度 基準年 基準年次 基準時点 基準時 基準日 現状年度 現状年 現状年次 現状時点 現況年度 現況年 現況時点 策定年度 初期年度 当初年度"),
    ColumnWords(
      .figurePeriod(nil),
      is: "測定年度 測定年 測定時期 測定時点 実績年度 実績年 実績時点 最新年度 直近年度 調査年度 調査年 調査時点 集計年度 時点 年月 年月日"),

    // What is yet to be done, and how: prose unless a rate.
    ColumnWords(
      .unknown, .text,
      has: "今後の 見直し 課題 要因 分析 取組内容 取組実績 主な取組 実施内容 実績内容 事業内容 事業概要 概要 ご意見 意見 スケジュール"),
    // Which way is better; where no cell says so, text such as 継続.
    ColumnWords(.betterDirection, .text, has: "方向性 望ましい方向 望ましい向き"),
    ColumnWords(.betterDirection, .text, is: "方向 目指す方向 めざす方向 目標の方向 向き 指標の向き"),
    ColumnWords(.unknown, has: "予算 決算 事業費"),
    ColumnWords(.figure(.achievement), has: "達成状況 達成度"),

    // The indicator, where 目標 stands in its name.
    ColumnWords(.indicator, begins: "目標指標 目標項目 成果目標指標 数値目標項目 数値目標(指標 指標(数値目標 数値目標(KPI"),
    // In the reports on national grants, beside 目標年月; another column of targets makes it the present value.
    ColumnWords(.figure(.target), .valueAlone, is: "指標値"),
    ColumnWords(.indicator, is: "指標 指標名 指標名称 指標項目 目標値の指標"),

    // The figures of the years.
    ColumnWords(.figure(.actual), has: "に対する実績 中間実績 中間評価値"),
    ColumnWords(.figure(.actual), is: "中間評価"),
    ColumnWords(.figure(.interimTarget), has: "中間目標 中間年度の目標 中間年の目標"),
    ColumnWords(.figure(.interimTarget), .interim, has: "中間値 中間年度値"),
    // What is planned for a year: R5（予定）.
    ColumnWords(.figure(.interimTarget), has: "(予定)"),
    ColumnWords(.figure(.baseline), has: "設定時"),
    ColumnWords(.figure(.target), has: "達成目標 達成すべき"),
    ColumnWords(.figure(.achievement), has: "達成"),
    ColumnWords(.figure(.target), begins: "目標 最終目標 数値目標 将来目標 到達目標 成果目標 努力目標"),
    // What a plan of services expects is what it provides for.
    ColumnWords(.figure(.target), has: "見込量 見込み量 確保方策 確保の方策 確保の内容 確保量"),
    ColumnWords(.figure(.actual), .estimate, has: "実績見込 見込 速報 推計値 予測値"),
    ColumnWords(.figure(.actual), begins: "実績"),
    ColumnWords(
      .figure(.baseline),
      has: "基準 初期値 当初 策定時 従前 計画時 開始時 着手時 スタート値 ベースライン ベース値 出発値"),
    ColumnWords(.figure(.baseline), begins: "計画策定"),
    ColumnWords(.figure(.actual), has: "直近 最新"),
    ColumnWords(.figure(.baseline), .current, has: "現状 現況 現在値 現時点"),
    ColumnWords(.figure(.baseline), .current, is: "現在"),
    ColumnWords(.figure(.target), has: "目標 将来値 計画値 予定値 目指す値 めざす値 目指す水準 めざす水準 目指そう値 めざそう値"),
    ColumnWords(.figure(.actual), has: "実績"),

    // The names that are left, the unit, and the judgement.
    // 重要業績評価指標 has the word 評価 in it.
    ColumnWords(.indicator, has: "指標 KPI 評価項目 測定項目 成果項目"),
    ColumnWords(.indicator, begins: "項目"),
    ColumnWords(.unit, begins: "単位"),
    ColumnWords(.figure(.assessment), has: "状況 評価 判定 進捗"),
    ColumnWords(.figure(.actual), nil, [.period]),
  ]
}

extension ColumnRule {
  /// The rules that most plans follow. A city puts its own before them.
  package static let common: [ColumnRule] = ColumnWords.rules
}
