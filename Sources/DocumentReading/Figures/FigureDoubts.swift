import MunicipalModel

/// What a remark beside a figure may make of it, where the reader did not take it into the value.
enum FigureDoubts {
  /// What is to be told of the remarks of a figure.
  static func issues(of remarks: [String], beside reading: Reading) -> [PrintedFigure.Issue] {
    guard let quantity = reading.quantities.first else { return [] }
    return remarks.compactMap { remark in
      let key = TextFolding.key(remark)
      let isBound = quantity.bound == nil && bounds.contains(key)
      return isBound || isSign(key) || changes.contains(key) ? .unreadRemark(remark) : nil
    }
  }

  /// 10人（以上）, （約）10人: not 10.
  private static let bounds: Set<String> = [
    "以上", "以下", "以内", "未満", "超", "超え", "程度", "前後", "約", "およそ", "概ね", "おおむね", "上限", "下限", "最大", "最小",
    "最高", "最低",
  ]

  /// 10人（増）: not a level.
  private static let changes: Set<String> = [
    "増", "減", "増加", "減少", "増減", "削減", "上昇", "低下", "アップ", "ダウン", "向上", "短縮", "拡大", "縮小", "改善", "延伸",
    "+増", "-減",
  ]

  /// （△）10人, （-）10人: perhaps below zero.
  private static func isSign(_ key: String) -> Bool {
    !key.isEmpty
      && key.unicodeScalars.allSatisfy {
        FigureMarks.isDash($0) || "△▲▼▽+±".unicodeScalars.contains($0)
      }
  }
}

extension PrintedFigure.Issue {
  /// A remark that may change what the figure is.
  fileprivate static func unreadRemark(_ text: String) -> Self {
    Self(
      severity: .warning, code: "unread-remark",
      message: LocalizedText(
        ja: "値の横の「\(text)」は、値に反映していません", en: "\"\(text)\" beside the figure is not taken into it"))
  }
}
