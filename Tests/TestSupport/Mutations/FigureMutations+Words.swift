internal import MunicipalModel

extension FigureMutations {
  var body: String { figure.sign + figure.number }

  mutating func addEstimates() {
    let estimate = FigureMutation.Meaning.same(figure, unit, isEstimate: true)
    let words = [
      "見込み", "見込", "見込値", "速報値", "速報", "暫定値", "暫定", "推計", "推計値", "予測", "予測値", "概数", "概算", "推定",
    ]
    for word in words {
      for text in [
        "（\(word)）", "(\(word))", word, " \(word)", "［\(word)］", "【\(word)】", "※\(word)",
        "（\(word)", "（\(word)※1）", "（R4\(word)）",
      ] {
        add("estimate after \(text)", figure.text + text, estimate)
      }
      for text in ["（\(word)）", word, "\(word)：", "\(word) ", "\(word)で"] {
        add("estimate before \(text)", text + figure.text, estimate)
      }
      if !figure.unit.isEmpty {
        add("estimate before unit \(word)", body + "（\(word)）" + figure.unit, estimate)
      }
    }
  }

  mutating func addWords() {
    for word in [
      "増", "減", "増加", "減少", "削減", "の増", "の減", "増減", "アップ", "ダウン", "UP", "上昇", "低下", "向上", "改善",
      "増える", "の増加", "を削減", "減らす", "短縮", "拡大", "延伸", "(増)", "（減）",
    ] {
      add("change after \(word)", figure.text + word, .none)
    }
    for word in ["増", "減", "前年比", "前年度比", "基準値比", "H30比", "平成30年度比", "対前年", "前年より", "増加数", "減少"] {
      add("change before \(word)", word + figure.text, .none)
    }
    for word in [
      "×2", "の2倍", "÷2", "の1/2", "/2", "÷100", "に1", "中3", "のうち3人", "あたり5", "につき1回", "=5",
    ] {
      add("reckoning \(word)", figure.text + word, .none)
    }
    for (open, close) in [
      ("・", ""), ("○", ""), ("●", ""), ("→", ""), ("⇒", ""), ("", "→"), ("", "⇒"), ("", "。"),
      ("", "、"), ("", "."), ("", ","), ("<b>", "</b>"), ("", "<br>"), ("**", "**"), ("`", "`"),
      ("", "&nbsp;"), ("'", ""), ("=", ""), ("\"", "\""), ("①", ""), ("目標", ""), ("目標：", ""),
      ("実績", ""), ("", "也"), ("* ", ""), ("> ", ""), ("|", "|"), ("", "\u{7}"), ("\u{202E}", ""),
      ("", "…"), ("…", ""), ("", "?"), ("", "？"), ("?", ""), ("", "!"),
      ("", "（調査中）"), ("", "（達成）"), ("", "(参考)"), ("", "（うち女性3人）"), ("", "（前年比10%増）"), ("", "以上の取組"),
      ("", "を目指す"), ("", "達成"), ("", "（年）"), ("", "（月）"), ("", "／年"),
    ] {
      add("words \(open)·\(close)", open + figure.text + close, close == "／年" ? perYear : same)
    }
    for word in [
      "調査中", "なし", "未定", "検討中", "該当なし", "集計中", "設定なし", "廃止", "終了", "不明", "―", "‥", "○", "×", "※",
      "※1", "①", "-", "△", "R4", "令和4年度", "令和4", "2022年", "p.1", "未集計", "非公表", "順調", "A", "Ⅱ",
    ] {
      add("instead \(word)", word, .none)
    }
  }

  private var perYear: FigureMutation.Meaning {
    .figure(
      figure.value, units: [figure.unit, unit, figure.unit + "/年", unit + "/年"], bounds: [nil],
      isEstimate: false)
  }

  mutating func addSecondFigures() {
    let other = figure.value.isZero ? "7" : figure.whole.count > 3 ? "1,602" : "37"
    for gap in [
      " ", "　", "、", "・", "/", "／", ",", "，", "\n", "と", "又は", "または", "から", "→", "⇒", "～", "-", "－",
      "–", "＋", "+", "及び", ":", "：", ";", " - ", " ～ ", "|", "<", ">", "※ ", "%", " , ", "=", "ー",
      "―", "…", "\u{A0}", "", " 又は ",
    ] {
      guard !(gap.isEmpty && figure.unit.isEmpty) else { continue }
      // 1,498,602: a bare number and a comma make one number.
      let isOne = figure.unit.isEmpty && [",", "，"].contains(gap)
      let text = body + figure.unit + gap + other + figure.unit
      if !isOne, !(figure.unit.isEmpty && gap == "%") { add("two figures \(gap)", text, .none) }
      if !figure.unit.isEmpty, !["", ",", "，", "%", "/", "／", "-"].contains(gap) {
        add("two figures, one unit \(gap)", body + gap + other + figure.unit, .none)
      }
      if !isOne { add("twice \(gap)", figure.text + gap + figure.text, same) }
    }
  }

  /// A year beside the figure is no part of it.
  mutating func addTimes() {
    for time in [
      "R4", "令和4年度", "令和4年", "2018年", "2018年度", "平成30年度末", "R4.10", "R5.3末", "2023/3", "㋿4年度",
      "令和四年度", "H30",
    ] {
      add("time before \(time)", time + figure.text, same)
      add("time before, apart \(time)", time + " " + figure.text, same)
      add("time before, colon \(time)", time + "：" + figure.text, same)
      add("time before, in brackets \(time)", "（\(time)）" + figure.text, same)
      add("time after \(time)", figure.text + time, same)
      add("time after, apart \(time)", figure.text + " " + time, same)
      add("time after, in brackets \(time)", figure.text + "（\(time)）", same)
      add("time after, in brackets, words \(time)", figure.text + "（\(time)実績）", same)
    }
  }
}
