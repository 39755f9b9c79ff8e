internal import MunicipalModel

extension FigureMutations {
  mutating func addBrackets() {
    let text = figure.text
    let pairs = [
      "()", "（）", "〔〕", "［］", "[]", "【】", "「」", "『』", "〈〉", "《》", "{}", "<>", "()（）", "\"\"", "''",
    ]
    for pair in pairs {
      let open = String(pair.prefix(pair.count / 2)), close = String(pair.suffix(pair.count / 2))
      add("brackets \(pair)", open + text + close, same)
      add("bracket open \(open)", open + text, same)
      add("bracket close \(close)", text + close, same)
      add("bracket open after \(open)", text + open, same)
      add("bracket close before \(close)", close + text, same)
      add("brackets empty \(pair)", text + open + close, same)
      if !figure.unit.isEmpty {
        add("unit in \(pair)", body + open + figure.unit + close, both)
        add("unit in \(open)", body + open + figure.unit, both)
        add("number in \(pair)", open + body + close + figure.unit, both)
      }
    }
  }

  /// The figure with its own unit or, as a bracket may be a remark, with that of the column.
  private var both: FigureMutation.Meaning {
    .figure(figure.value, units: [figure.unit, unit], bounds: [nil], isEstimate: false)
  }

  mutating func addNotes() {
    let marks = [
      "※", "※1", "※２", "※１２", "*", "*1", "＊1", "注", "注1", "注）", "（注）", "（注1）", "(注2)", "¹", "²",
      "³", "1)", "１）", "*1)",
      "†", "‡", "#1", "[1]", "〔1〕", "【1】", "①", "⑴", "㊟", "★", "☆", "a)", "（※）", "(※1)", "(*1)",
      "註", "⁽¹⁾", "注:", "（備考）",
    ]
    for mark in marks {
      add("note after \(mark)", figure.text + mark, same)
      add("note after space \(mark)", figure.text + " " + mark, same)
      if !figure.unit.isEmpty { add("note before unit \(mark)", body + mark + figure.unit, same) }
      add("note before \(mark)", mark + figure.text, same)
      add("note before space \(mark)", mark + " " + figure.text, same)
    }
    // A digit after a unit is a note, unless it belongs to the unit as in m2.
    guard let last = figure.unit.last, !last.isASCII || last == "%" else { return }
    for digit in ["1", "2", "２", "１", "12", "1,2", "1・2", " 1", " ２"] {
      add("digit after unit", figure.text + digit, same)
    }
  }

  mutating func addUnits() {
    let others = [
      "円", "千円", "人", "件", "%", "％", "‰", "倍", "か所", "m2", "万人", "世帯", "ポイント", "t-CO2", "人/年",
      "回/月",
    ]
    for other in others where other != figure.unit {
      let folded = TextFolding.key(other)
      add(
        "another unit", body + other,
        .figure(figure.value, units: [folded], bounds: [nil], isEstimate: false))
    }
    add(
      "no unit", body, .figure(figure.value, units: [unit], bounds: [nil], isEstimate: false))
    for sign in ["¥", "￥", "$", "€"] {
      add(
        "currency \(sign)", sign + body,
        .figure(figure.value, units: ["円", sign, unit], bounds: [nil], isEstimate: false))
    }
    guard !figure.unit.isEmpty else { return }
    add("unit twice", figure.text + figure.unit, same)
    add("unit twice apart", figure.text + " " + figure.unit, same)
    add("unit before", figure.unit + body, same)
    add("unit on both sides", figure.unit + figure.text, same)
    add("two units", figure.text + "円", .none)
    add("two units apart", figure.text + " 件", .none)
    if figure.unit.count > 1 {
      add("unit broken", body + figure.unit.prefix(1) + " " + figure.unit.dropFirst(), same)
    }
    if figure.unit == "%" {
      for sign in ["％", "﹪", "㌫", "パーセント", "ﾊﾟｰｾﾝﾄ", " %", "% ", "%%", "%p", "％ポイント"] {
        add(
          "percent \(sign)", body + sign,
          .figure(
            figure.value, units: ["%", "㌫", "パーセント", "﹪", "%p", "%ポイント", "ﾊﾟｰｾﾝﾄ"], bounds: [nil],
            isEstimate: false))
      }
    }
  }

  mutating func addBounds() {
    let after: [(String, [Quantity.Bound?])] = [
      ("以上", [.atLeast]), ("以下", [.atMost]), ("以内", [.atMost]), ("未満", [.below]), ("超", [.above]),
      ("超え", [.above]),
      ("を超える", [.above]), ("を上回る", [.above]), ("を下回る", [.below]), ("程度", [.about]),
      ("前後", [.about]),
      ("ほど", [.about]), ("くらい", [.about]), ("位", [.about]), ("弱", [.about, .below]),
      ("強", [.about, .above, .atLeast]),
      ("余", [.above, .about, .atLeast]), ("余り", [.above, .about, .atLeast]),
      ("台", [.about, .atLeast]), ("まで", [.atMost]),
      ("から", [.atLeast]), ("より", []), ("～", [.atLeast]), ("〜", [.atLeast]), ("-", []),
      ("+", [.atLeast]), ("↑", [.atLeast]),
      ("↓", [.atMost]), ("↗", [.atLeast]), ("(以上)", [.atLeast]), ("（以上）", [.atLeast]),
      ("（以下）", [.atMost]), ("（未満）", [.below]),
      ("（程度）", [.about]), ("以上を維持", [.atLeast]), ("以上維持", [.atLeast]), ("を維持", [nil, .atLeast]),
      ("以上とする", [.atLeast]), ("以上※1", [.atLeast]),
      (" 以上", [.atLeast]), ("以 上", [.atLeast]), ("以上1", [.atLeast]), ("上限", [.atMost]),
      ("下限", [.atLeast]), ("超過", []), ("不足", []), ("以上以下", []),
    ]
    // Without a unit, 10位 and 10台 count places and machines.
    for (word, bounds) in after where !(figure.unit.isEmpty && ["位", "台"].contains(word)) {
      add("bound after \(word)", figure.text + word, bound(bounds))
      if !figure.unit.isEmpty, !["位", "台", "余", "強", "弱"].contains(word) {
        add("bound before unit \(word)", body + word + figure.unit, bound(bounds))
      }
    }
    let before: [(String, [Quantity.Bound?])] = [
      ("約", [.about]), ("およそ", [.about]), ("おおよそ", [.about]), ("概ね", [.about]), ("おおむね", [.about]),
      ("ほぼ", [.about]),
      ("凡そ", [.about]), ("およそ ", [.about]), ("約 ", [.about]), ("最大", [.atMost]), ("最低", [.atLeast]),
      ("最高", [.atMost]), ("最小", [.atLeast]),
      ("上限", [.atMost]), ("下限", [.atLeast]), ("≧", [.atLeast]), ("≦", [.atMost]), ("≥", [.atLeast]),
      ("≤", [.atMost]), (">", [.above]), ("<", [.below]),
      ("＞", [.above]), ("＜", [.below]), (">=", [.atLeast]), ("<=", [.atMost]), ("～", [.atMost]),
      ("〜", [.atMost]), ("≒", [.about]), ("≈", [.about]), ("±", figure.value.isZero ? [nil] : []),
      ("少なくとも", [.atLeast]), ("最低でも", [.atLeast]), ("せいぜい", [.atMost]), ("超", [.above]),
      ("以上", [.atLeast]), ("前年以上", []), ("(約)", [.about]), ("（約）", [.about]),
      ("毎年約", [.about]), ("c.", [.about]), ("ca.", [.about]), ("@", []), ("~", [.atMost]),
    ]
    for (word, bounds) in before {
      add("bound before \(word)", word + figure.text, bound(bounds))
    }
    add("two bounds", "約" + figure.text + "以上", bound([.about, .atLeast]))
  }

  private func bound(_ bounds: [Quantity.Bound?]) -> FigureMutation.Meaning {
    bounds.isEmpty ? .none : .same(figure, unit, bounds: bounds)
  }
}
