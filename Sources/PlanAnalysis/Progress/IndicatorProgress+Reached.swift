import MunicipalModel

extension IndicatorProgress {
  /// Whether the newest actual figure has reached the target; `nil` where that cannot be said.
  ///
  /// - The direction must be known. A target of 90%超 or 10%未満 is not reached by that very figure.
  /// - A limit counts as far as it goes: 100%超 has reached 90%, 90%以上 may or may not have reached 95%.
  /// - A target in words (策定, 設置) is reached by the same words, and not by 未策定 or なし.
  /// - A target that lies on the worse side of the baseline was met before anything was done: it can be missed,
  ///   and is never called reached.
  public var isReached: Bool? {
    guard let meets = meetsTarget else { return nil }
    return meets && isBehindBaseline ? nil : meets
  }

  /// Whether the target expects less than the baseline of a state or of each year.
  var isBehindBaseline: Bool {
    aim.kind == .loweredExpectation && start.defined?.basis != .countFromZero
  }

  /// Whether the newest actual figure is at the target or beyond, whatever the baseline.
  var meetsTarget: Bool? {
    let indicator = placed.indicator
    if let actual = actual.defined?.value, let target = target.defined {
      guard let direction = aim.direction else { return nil }
      let bound = indicator.target?.reading.quantity?.bound
      switch direction {
      case .higher: return bound == .above ? target < actual : !(actual < target)
      case .lower: return bound == .below ? actual < target : !(target < actual)
      }
    }
    if actual.gap == .notComparable { return limitMeetsTarget }
    guard let wanted = indicator.target?.reading.words,
      let newest = indicator.actuals.last?.reading.words
    else { return nil }
    return WordTarget.isReached(wanted, by: newest)
  }

  /// What a newest figure that is a limit (100%超, 90%以上) tells of the target.
  private var limitMeetsTarget: Bool? {
    let indicator = placed.indicator
    guard let aimed = indicator.target, let target = target.defined, let direction = aim.direction,
      let unit = aimed.reading.quantity?.unit,
      let newest = indicator.actuals.last(where: { $0.reading.value != nil && $0.period != nil }),
      let limit = newest.reading.quantity,
      let value = MeasuredUnit.value(of: limit, in: unit),
      let rule = try? IndicatorProgress.Actual.rule(for: aimed, of: indicator, newest: newest),
      rule == .newest || rule == .cumulative
    else { return nil }
    let isAtLeast = limit.bound == .atLeast || limit.bound == .above
    let isAtMost = limit.bound == .atMost || limit.bound == .below
    let isStrict = limit.bound == .above || limit.bound == .below
    switch direction {
    case .higher where isAtLeast: return value < target ? nil : true
    case .higher where isAtMost: return value < target || isStrict && value == target ? false : nil
    case .lower where isAtMost: return target < value ? nil : true
    case .lower where isAtLeast: return target < value || isStrict && value == target ? false : nil
    default: return nil
    }
  }

  /// The direction, or the reason why nothing is judged.
  func knownDirection() throws(FigureGap) -> Direction {
    guard let direction = aim.direction else { throw .unknownDirection }
    return direction
  }
}

extension Reading {
  /// The words of a cell that holds words in place of a figure.
  var words: String? {
    guard case .label(let words) = self else { return nil }
    return words
  }
}

/// A target in words (策定, 設置, 実施済) against the words of an actual figure.
enum WordTarget {
  /// Whether the target is reached: by the same words; not by their opposite; `nil` where that is not plain.
  static func isReached(_ target: String, by actual: String) -> Bool? {
    let (wanted, found) = (normalised(target), normalised(actual))
    if wanted == found { return true }
    if refusals.contains(wanted) { return affirmations.contains(found) ? false : nil }
    if refusals.contains(found) || found == "未" + wanted { return false }
    if found.hasPrefix("未"), wanted.hasSuffix(found.dropFirst()) { return false }
    return nil
  }

  /// One spelling of words that mean the same: 策定済み, 策定した and 策定; 有 and あり.
  private static func normalised(_ words: String) -> String {
    var key = TextFolding.key(words)
    if let same = synonyms[key] { key = same }
    for ending in ["済み", "済", "完了", "した", "しました", "する", "あり"]
    where key.hasSuffix(ending) && key != ending {
      key.removeLast(ending.count)
      break
    }
    return key
  }

  private static let synonyms = [
    "有": "あり", "有り": "あり", "無": "なし", "無し": "なし", "◯": "○", "〇": "○", "✕": "×", "✗": "×",
    "ナシ": "なし", "アリ": "あり",
  ]
  private static let refusals: Set<String> = [
    "なし", "×", "未", "未実施", "未着手", "未策定", "未設置", "未整備", "未導入", "未達成", "未定", "不可", "していない", "中止",
  ]
  private static let affirmations: Set<String> = ["あり", "○", "実施", "設置", "策定", "可"]
}
