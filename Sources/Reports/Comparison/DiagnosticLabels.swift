public import MunicipalModel
import Rendering

extension Diagnostic.Code {
  /// What was noticed, in a few words; the code itself where no words are known for it.
  ///
  /// Exported files keep the code.
  public var label: LocalizedText {
    Self.labels[rawValue] ?? Self.labelOfLevel(rawValue) ?? LocalizedText(rawValue)
  }

  /// What was noticed of a level of a plan, whose name is part of the code: `goal-repeated`.
  private static func labelOfLevel(_ code: String) -> LocalizedText? {
    func level(_ before: String, _ after: String) -> LocalizedText? {
      guard code.hasPrefix(before), code.hasSuffix(after),
        code.utf8.count > before.utf8.count + after.utf8.count
      else { return nil }
      let name = code.dropFirst(before.count).dropLast(after.count)
      return PlanLevel(rawValue: String(name)).label
    }
    for form in levelForms {
      if let level = level(form.before, form.after) { return form.label(level) }
    }
    return nil
  }

  private struct LevelForm: Sendable {
    let before: String
    let after: String
    let label: @Sendable (LocalizedText) -> LocalizedText
  }

  private static let levelForms = [
    LevelForm(before: "", after: "-out-of-order") {
      LocalizedText(ja: "\($0.ja)の順序", en: "\($0.en) out of order")
    },
    LevelForm(before: "", after: "-repeated") {
      LocalizedText(ja: "\($0.ja)の繰返し", en: "\($0.en) repeated")
    },
    LevelForm(before: "", after: "-without-indicator") {
      LocalizedText(ja: "指標のない\($0.ja)", en: "\($0.en) without indicators")
    },
    LevelForm(before: "", after: "-without-project") {
      LocalizedText(ja: "事業のない\($0.ja)", en: "\($0.en) without projects")
    },
    LevelForm(before: "", after: "-without-place") {
      LocalizedText(ja: "位置の分からない\($0.ja)", en: "\($0.en) without a place")
    },
    LevelForm(before: "table-without-", after: "") {
      LocalizedText(ja: "\($0.ja)のない表", en: "table without a \($0.en)")
    },
    LevelForm(before: "unknown-", after: "") {
      LocalizedText(ja: "不明な\($0.ja)", en: "unknown \($0.en)")
    },
    LevelForm(before: "no-", after: "s") {
      LocalizedText(ja: "\($0.ja)がない", en: "no \($0.en)s")
    },
  ]

  private static let labels: [String: LocalizedText] = [
    "account-not-used": LocalizedText(ja: "使わない人口の表", en: "account not used"),
    "age-became-date": LocalizedText(ja: "日付になった年齢", en: "age turned into a date"),
    "age-table-not-read": LocalizedText(ja: "読めない年齢別の表", en: "table by age not read"),
    "age-total-differs": LocalizedText(
      ja: "年齢別の総数が台帳と違う", en: "total of the ages differs from the register"),
    "ages-missing": LocalizedText(ja: "年齢が足りない", en: "ages are missing"),
    "ambiguous-figure": LocalizedText(ja: "どれが全体か不明", en: "unclear which is the whole"),
    "built-in-document-id": LocalizedText(ja: "内蔵の資料と同じ名前", en: "id of a built-in document"),
    "code-does-not-fit": LocalizedText(ja: "コードと名称が合わない", en: "code does not fit"),
    "concept-note-without-match": LocalizedText(ja: "当てはまらない記述", en: "entry that fits nothing"),
    "conflicting-row": LocalizedText(ja: "値の違う重複行", en: "row again with other figures"),
    "contradictory-years": LocalizedText(ja: "年が一致しない", en: "contradictory years"),
    "correction-applied": LocalizedText(ja: "訂正して読んだ", en: "read with a correction"),
    "correction-not-matched": LocalizedText(ja: "合わない訂正", en: "correction without its cell"),
    "conflicting-sheet": LocalizedText(ja: "値の違う重複した表", en: "sheet again with other figures"),
    "departments-without-measure": LocalizedText(
      ja: "施策のない担当部署", en: "departments without a measure"),
    "assumed-era": LocalizedText(ja: "みなした元号", en: "assumed era"),
    "assumed-time": LocalizedText(ja: "みなした時点", en: "assumed time"),
    "time-of-table": LocalizedText(ja: "表の時点", en: "time of a table"),
    "assumed-target": LocalizedText(ja: "みなした目標", en: "assumed target"),
    "assumed-baseline": LocalizedText(ja: "みなした基準値", en: "assumed baseline"),
    "ditto-mark": LocalizedText(ja: "「〃」と「同上」", en: "ditto mark"),
    "share-of-one": LocalizedText(ja: "1に対する割合", en: "share of one"),
    "superseded-column": LocalizedText(ja: "替えられた列", en: "superseded column"),
    "assumed-change": LocalizedText(ja: "みなした基準値と目標値", en: "assumed baseline and target"),
    "lone-row": LocalizedText(ja: "名前だけの行", en: "row of a name alone"),
    "part-without-measure": LocalizedText(ja: "何の内訳か分からない行", en: "part of an unnamed measure"),
    "stacked-figures": LocalizedText(ja: "分けられない上段と下段", en: "figures above each other"),
    "unit-of-table": LocalizedText(ja: "表の単位", en: "unit of a table"),
    "unit-differs": LocalizedText(ja: "表と違う単位", en: "unit unlike the table's"),
    "unit-open": LocalizedText(ja: "分からない単位", en: "open unit"),
    "derived-row": LocalizedText(ja: "ほかの行から求まる行", en: "row that follows from others"),
    "doubled-movers": LocalizedText(ja: "重複した移動者の表", en: "movers that stand twice"),
    "doubled-sheet": LocalizedText(ja: "重複した表", en: "sheet that stands twice"),
    "sheet-before-incomplete": LocalizedText(ja: "前年の表が抜粋", en: "sheet before is an excerpt"),
    "formula-without-value": LocalizedText(ja: "値のない数式", en: "formula without a value"),
    "other-sheets": LocalizedText(ja: "ほかのシート", en: "other sheets"),
    "assumed-projection": LocalizedText(ja: "推計とみなした年", en: "taken for projected"),
    "may-be-running-total": LocalizedText(ja: "累計かもしれない実績", en: "may be a running total"),
    "change-over-years": LocalizedText(ja: "数年間の増減", en: "change over years"),
    "flow-of-a-day": LocalizedText(ja: "日付にある動態", en: "flow at a day"),
    "other-area": LocalizedText(ja: "ほかの地域", en: "another area"),
    "several-statistics": LocalizedText(ja: "二つの統計", en: "two statistics"),
    "several-age-tables": LocalizedText(ja: "同じ時点の年齢別の表", en: "several tables by age"),
    "covered-value": LocalizedText(ja: "結合したセルに隠れた値", en: "value under a merged cell"),
    "unread-markup": LocalizedText(ja: "読めないマークアップ", en: "markup not read"),
    "aligned-columns-unclear": LocalizedText(ja: "そろわない列", en: "columns not aligned"),
    "cell-outside-table": LocalizedText(ja: "表の外のセル", en: "cell outside a table"),
    "cut-page": LocalizedText(ja: "途中で終わるページ", en: "page cut short"),
    "deleted-text": LocalizedText(ja: "消された文字", en: "deleted text"),
    "duplicate-part": LocalizedText(ja: "二つある部分", en: "part there twice"),
    "error-cell": LocalizedText(ja: "エラーのセル", en: "cell with an error"),
    "hidden-column": LocalizedText(ja: "非表示の列", en: "hidden column"),
    "hidden-row": LocalizedText(ja: "非表示の行", en: "hidden row"),
    "hidden-sheet": LocalizedText(ja: "非表示のシート", en: "hidden sheet"),
    "hidden-text": LocalizedText(ja: "表示されない部分", en: "what is not displayed"),
    "missing-text": LocalizedText(ja: "文字のないセル", en: "cell without its text"),
    "nested-table": LocalizedText(ja: "表の中の表", en: "table in a table"),
    "nested-too-deep": LocalizedText(ja: "深すぎる表", en: "tables nested too deep"),
    "table-in-navigation": LocalizedText(ja: "案内の中の表", en: "table in the navigation"),
    "table-of-contents": LocalizedText(ja: "目次", en: "table of contents"),
    "too-many-columns": LocalizedText(ja: "多すぎる列", en: "too many columns"),
    "tracked-change": LocalizedText(ja: "変更履歴", en: "recorded change"),
    "unclosed-code": LocalizedText(ja: "閉じない ```", en: "code that is not closed"),
    "unknown-symbol": LocalizedText(ja: "不明な記号", en: "unknown symbol"),
    "unread-number-format": LocalizedText(ja: "読めない表示形式", en: "number format not read"),
    "unread-part": LocalizedText(ja: "読まない部分", en: "part of a file not read"),
    "unreadable-characters": LocalizedText(ja: "読めない文字", en: "unreadable characters"),
    "user-defined-characters": LocalizedText(ja: "外字", en: "user-defined characters"),
    "struck-text": LocalizedText(ja: "取り消し線の文字", en: "text struck through"),
    "unpublished-ages": LocalizedText(ja: "公表されない年齢", en: "ages not published"),
    "unread-sheet": LocalizedText(ja: "読めないシート", en: "sheet not read"),
    "years-as-actual": LocalizedText(ja: "年だけの見出し", en: "years without a word"),
    "derived-column": LocalizedText(ja: "ほかの列から求まる列", en: "column that follows from others"),
    "different-name": LocalizedText(ja: "名前が違う", en: "another name"),
    "doubled-column": LocalizedText(ja: "列が重複", en: "column doubled"),
    "doubled-row": LocalizedText(ja: "行が重複", en: "row doubled"),
    "figure-as-name": LocalizedText(ja: "名称が数値", en: "name that is a figure"),
    "figure-in-text-column": LocalizedText(ja: "文の欄の値", en: "figure in a column of text"),
    "guess": LocalizedText(ja: "推定", en: "guess"),
    "open-choice": LocalizedText(ja: "決まらない選択", en: "open choice"),
    "movement-arrow": LocalizedText(ja: "動きの矢印", en: "arrow of movement"),
    "rates-withheld": LocalizedText(ja: "率を計算しない年", en: "rates withheld"),
    "other-change-large": LocalizedText(ja: "その他の増減が過大", en: "large other change"),
    "lost-zero": LocalizedText(ja: "先頭の0のないコード", en: "code without its zero"),
    "repeated-indicator": LocalizedText(ja: "指標の繰返し", en: "indicator twice"),
    "row-without-figures": LocalizedText(ja: "値のない行", en: "row without figures"),
    "row-without-tabs": LocalizedText(ja: "タブのない行", en: "row without tabs"),
    "shifted-row": LocalizedText(ja: "行のずれ", en: "shifted row"),
    "unread-figures": LocalizedText(ja: "読んでいない値", en: "figures that are not read"),
    "zero-population": LocalizedText(ja: "人口が0", en: "population of zero"),
    "blank-sex": LocalizedText(ja: "性別が空欄", en: "blank sex"),
    "unknown-ages": LocalizedText(ja: "年齢不詳", en: "unknown ages"),
    "published-share-differs": LocalizedText(ja: "公表の割合と不一致", en: "published share differs"),
    "truncated-value": LocalizedText(ja: "途中で切れた値", en: "value cut off"),
    "sequential-value": LocalizedText(ja: "行の順", en: "order of rows"),
    "duplicate-row": LocalizedText(ja: "行が重複", en: "row doubled"),
    "excerpt": LocalizedText(ja: "抜粋", en: "excerpt"),
    "extra-cells": LocalizedText(ja: "セルが多い", en: "too many cells"),
    "figure-in-words": LocalizedText(ja: "言葉による値", en: "stated in words"),
    "figure-of-change": LocalizedText(ja: "増減の幅", en: "change, not a level"),
    "figure-range": LocalizedText(ja: "範囲", en: "range"),
    "figure-too-long": LocalizedText(ja: "桁が多すぎる", en: "figure too long"),
    "figure-with-plus": LocalizedText(ja: "＋のついた値", en: "plus sign"),
    "heading-not-taken": LocalizedText(ja: "読まなかった見出し", en: "heading not taken"),
    "heading-without-title": LocalizedText(ja: "名称のない見出し", en: "heading without a title"),
    "identity-differs": LocalizedText(ja: "増減の式と合わない", en: "balance differs"),
    "impossible-date": LocalizedText(ja: "ありえない日付", en: "impossible date"),
    "incomplete-sum": LocalizedText(ja: "合計の一部がない", en: "incomplete sum"),
    "incomplete-table": LocalizedText(ja: "表が途中まで", en: "incomplete table"),
    "indicator-without-figures": LocalizedText(ja: "値のない指標", en: "indicator without figures"),
    "letter-for-digit": LocalizedText(ja: "数字の代わりの文字", en: "letter for a digit"),
    "line-above-header": LocalizedText(ja: "見出しの上の行", en: "line above the header"),
    "figure-out-of-scale": LocalizedText(ja: "隣と桁の違う値", en: "figure out of scale"),
    "unread-remark": LocalizedText(ja: "値に反映していない注記", en: "remark not taken in"),
    "odd-unit": LocalizedText(ja: "知らない単位", en: "unit that is not known"),
    "figure-jumps": LocalizedText(ja: "前後の年と桁の違う値", en: "figure that jumps"),
    "target-before-baseline": LocalizedText(ja: "基準値より前の目標値", en: "target before its baseline"),
    "interim-after-target": LocalizedText(ja: "目標値より後の中間目標値", en: "interim target after target"),
    "period-far-from-plan": LocalizedText(ja: "計画期間から遠い時期", en: "time far from the plan"),
    "part-exceeds-whole": LocalizedText(ja: "全体より大きい一部", en: "part larger than the whole"),
    "parts-do-not-add-up": LocalizedText(ja: "内訳と合わない値", en: "parts that do not add up"),
    "residual-out-of-proportion": LocalizedText(ja: "大きすぎる残り", en: "residual out of proportion"),
    "malformed-grouping": LocalizedText(ja: "桁区切りの誤り", en: "misplaced separators"),
    "malformed-number": LocalizedText(ja: "数字の書き方", en: "malformed number"),
    "malformed-text": LocalizedText(ja: "読めない文字", en: "malformed text"),
    "measure-without-department": LocalizedText(
      ja: "担当部署のない施策", en: "measure without a department"),
    "missing-column": LocalizedText(ja: "列がない", en: "column missing"),
    "missing-count": LocalizedText(ja: "人数がない", en: "count missing"),
    "missing-year": LocalizedText(ja: "年が抜けている", en: "year missing"),
    "more-of-the-same": LocalizedText(ja: "同じ点がほかにもある", en: "more of the same"),
    "negative-count": LocalizedText(ja: "負の人数", en: "negative count"),
    "unreadable-direction": LocalizedText(ja: "読めない向き", en: "unreadable direction"),
    "negative-figure": LocalizedText(ja: "負の値", en: "negative figure"),
    "no-age-table": LocalizedText(ja: "年齢別の表がない", en: "no table by age"),
    "no-check-digit": LocalizedText(ja: "検査数字がない", en: "no check digit"),
    "no-figure": LocalizedText(ja: "値がない", en: "no figure"),
    "no-figure-of-year": LocalizedText(ja: "その年の値がない", en: "no figure of the year"),
    "no-figures": LocalizedText(ja: "値がない", en: "no figures"),
    "no-indicators": LocalizedText(ja: "指標がない", en: "no indicators"),
    "no-population-definition": LocalizedText(
      ja: "人口の定義がない", en: "no definition of the population"),
    "no-population-table": LocalizedText(ja: "人口の表がない", en: "no population table"),
    "no-rows": LocalizedText(ja: "値の行がない", en: "no rows"),
    "no-summary": LocalizedText(ja: "一覧がない", en: "no summary"),
    "no-target": LocalizedText(ja: "目標値がない", en: "no target"),
    "no-term": LocalizedText(ja: "計画期間がない", en: "no term"),
    "not-in-persons": LocalizedText(ja: "人数でない単位", en: "not in persons"),
    "not-in-summary": LocalizedText(ja: "一覧にない", en: "not in the summary"),
    "not-whole": LocalizedText(ja: "整数でない人数", en: "not a whole number"),
    "not-projected": LocalizedText(ja: "推計できない", en: "cannot be projected"),
    "note-mark": LocalizedText(ja: "注の番号", en: "note mark"),
    "observed-after-plan": LocalizedText(ja: "計画期間より後の実績", en: "observed after the plan"),
    "one-sex": LocalizedText(ja: "一方の性だけ", en: "one sex only"),
    "other-year": LocalizedText(ja: "年が違う", en: "another year"),
    "overlong-line": LocalizedText(ja: "行が長すぎる", en: "line too long"),
    "part-not-read": LocalizedText(ja: "読まない内訳", en: "part not read"),
    "pledge-without-progress": LocalizedText(ja: "進捗のない公約", en: "pledge without progress"),
    "pledge-without-vision": LocalizedText(ja: "ビジョンのない公約", en: "pledge without a vision"),
    "point-for-comma": LocalizedText(ja: "桁区切りの点", en: "point for a comma"),
    "progress-differs": LocalizedText(ja: "進捗が違う", en: "progress differs"),
    "project-without-goal": LocalizedText(ja: "目標のない事業", en: "project without a goal"),
    "project-without-measure": LocalizedText(ja: "施策のない事業", en: "project without a measure"),
    "projected-years": LocalizedText(ja: "推計の年", en: "projected years"),
    "repeated-column": LocalizedText(ja: "列の繰返し", en: "column repeated"),
    "repeated-figure": LocalizedText(ja: "値の繰返し", en: "figure repeated"),
    "replaces-built-in": LocalizedText(ja: "内蔵の市町村の代わり", en: "in place of a built-in one"),
    "residents-not-stated": LocalizedText(ja: "外国人住民の扱いの記載なし", en: "residents not stated"),
    "reversed-span": LocalizedText(ja: "期間が逆", en: "span reversed"),
    "rounded-unit": LocalizedText(ja: "丸めた単位", en: "rounded unit"),
    "row-without-indicator": LocalizedText(ja: "指標のない行", en: "row without an indicator"),
    "row-without-item": LocalizedText(ja: "項目のない行", en: "row without an item"),
    "row-without-period": LocalizedText(ja: "時点のない行", en: "row without a period"),
    "row-without-project": LocalizedText(ja: "事業のない行", en: "row without a project"),
    "second-sheet": LocalizedText(ja: "別の表が続く", en: "another sheet follows"),
    "several-figures": LocalizedText(ja: "一つのセルに複数の値", en: "several figures in a cell"),
    "shifted-heading": LocalizedText(ja: "見出しのずれ", en: "shifted heading"),
    "stock-differs": LocalizedText(ja: "前年の人口と合わない", en: "stock differs"),
    "stocks-do-not-balance": LocalizedText(ja: "人口の増減が合わない", en: "stocks do not balance"),
    "sum-row": LocalizedText(ja: "合計の行", en: "row of sums"),
    "sum-differs": LocalizedText(ja: "合計が違う", en: "sum differs"),
    "survey-answers-mismatch": LocalizedText(ja: "回答の数が合わない", en: "survey answers do not match"),
    "text-after-quote": LocalizedText(ja: "引用符の後の文字", en: "text after a quotation mark"),
    "title-differs": LocalizedText(ja: "名称が違う", en: "title differs"),
    "took-in-others": LocalizedText(ja: "ほかの住民の受け入れ", en: "took in people of others"),
    "truncated-row": LocalizedText(ja: "行が途中まで", en: "row cut short"),
    "unclear-sum": LocalizedText(ja: "不明な合計", en: "unclear sum"),
    "unclosed-quote": LocalizedText(ja: "閉じない引用符", en: "unclosed quotation mark"),
    "undated-column": LocalizedText(ja: "時点の分からない列", en: "column without a time"),
    "unended-row": LocalizedText(ja: "終わりのない行", en: "row without an end"),
    "units-differ": LocalizedText(ja: "単位が違う", en: "units differ"),
    "unknown-accumulation": LocalizedText(ja: "不明な数え方", en: "unknown way of counting"),
    "unknown-area": LocalizedText(ja: "不明な区域", en: "unknown area"),
    "unknown-column": LocalizedText(ja: "不明な列", en: "unknown column"),
    "unknown-document": LocalizedText(ja: "不明な資料", en: "unknown document"),
    "unknown-item": LocalizedText(ja: "不明な項目", en: "unknown item"),
    "unknown-level": LocalizedText(ja: "不明な階層", en: "unknown level"),
    "unknown-role": LocalizedText(ja: "不明な役割", en: "unknown role"),
    "unknown-row": LocalizedText(ja: "不明な行", en: "unknown row"),
    "unmappable-bytes": LocalizedText(ja: "読めない文字", en: "unmappable characters"),
    "unread-line": LocalizedText(ja: "読まなかった行", en: "line not read"),
    "unread-period": LocalizedText(ja: "読まなかった時点", en: "time not read"),
    "unread-table": LocalizedText(ja: "読まなかった表", en: "table not read"),
    "unreadable-age": LocalizedText(ja: "読めない年齢", en: "unreadable age"),
    "unreadable-cell": LocalizedText(ja: "読めないセル", en: "unreadable cell"),
    "unreadable-code": LocalizedText(ja: "読めないコード", en: "unreadable code"),
    "unreadable-count": LocalizedText(ja: "読めない人数", en: "unreadable count"),
    "unreadable-figure": LocalizedText(ja: "読めない値", en: "unreadable figure"),
    "unreadable-period": LocalizedText(ja: "読めない時点", en: "unreadable period"),
    "unreadable-sex": LocalizedText(ja: "読めない性別", en: "unreadable sex"),
    "unreadable-time": LocalizedText(ja: "読めない時点", en: "unreadable time"),
    "unreadable-year": LocalizedText(ja: "読めない年", en: "unreadable year"),
    "unused-file": LocalizedText(ja: "使われないファイル", en: "file not used"),
    "unused-rule": LocalizedText(ja: "使われない規則", en: "rule not used"),
    "unusual-mark": LocalizedText(ja: "珍しい記号", en: "unusual mark"),
    "user-defined-character": LocalizedText(ja: "外字", en: "user-defined character"),
    "whole-by-figures": LocalizedText(ja: "値から見た全体の行", en: "whole told by its figures"),
    "wrong-cell-count": LocalizedText(ja: "セルの数が違う", en: "wrong number of cells"),
    "damaged-row": LocalizedText(ja: "引用符の正しくない行", en: "row with a damaged quote"),
    "wrong-value-count": LocalizedText(ja: "値の数が違う", en: "wrong number of values"),
    "year-outside-era": LocalizedText(ja: "元号にない年", en: "year outside the era"),
    "years-differ": LocalizedText(ja: "年が違う", en: "years differ"),
  ]
}
