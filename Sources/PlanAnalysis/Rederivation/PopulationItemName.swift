import MunicipalModel

/// An indicator's name, asked whether it is that of a figure of the population table.
///
/// 本市の年間転入者数（令和2年） is, 移住支援金を受けた転入者数 and 20歳代の転入率 are of a part of the movers only.
struct PopulationItemName {
  /// How sure it is that an indicator is a figure of the population table.
  enum Match {
    /// The name says nothing else.
    case whole
    /// Brackets say more, which may be another word for the same or a part of it.
    case withRemark
  }

  private let outside: String
  private let brackets: [String]
  private let places: [String]

  /// Takes a name apart.
  ///
  /// - Parameters:
  ///   - name: the name as printed.
  ///   - places: the names of the municipality, such as 苫小牧市; see `places(of:)`.
  init(_ name: String, of places: [String]) {
    var outside: [Unicode.Scalar] = []
    var brackets: [[Unicode.Scalar]] = []
    var depth = 0
    for scalar in TextFolding.key(name).unicodeScalars {
      switch scalar {
      case "(", "[", "【", "〔":
        if depth == 0 { brackets.append([]) }
        depth += 1
      case ")", "]", "】", "〕": depth = max(0, depth - 1)
      case _ where depth == 0: outside.append(scalar)
      default: brackets[brackets.count - 1].append(scalar)
      }
    }
    self.outside = String(scalars: outside)
    self.brackets = brackets.map { String(scalars: $0) }
    self.places = places
  }

  /// The names of the municipality that population figures are of.
  static func places(of figures: [PopulationFigure]) -> [String] {
    figures.compactMap { figure in
      if case .municipality(let name) = figure.area, !name.isEmpty { name } else { nil }
    }.uniqued
  }

  /// Whether the name is that of an item, such as 転入者数.
  func match(_ item: String) -> Match? {
    // Most names have no such word.
    guard outside.contains(word: item) else { return nil }
    var scanner = TextScanner(outside)
    skipAround(&scanner, before: item)
    guard scanner.skip(item) else { return nil }
    skipAround(&scanner)
    guard scanner.isAtEnd else { return nil }
    let saysMore = brackets.contains { text in
      var scanner = TextScanner(text)
      skipAround(&scanner)
      return !scanner.isAtEnd
    }
    return saysMore ? .withRemark : .whole
  }

  /// Words that say of which place, time or unit a figure is, and not of whom.
  private static let around = [
    "本市", "当市", "市", "本町", "当町", "町", "本村", "当村", "村", "本区", "当区", "区",
    "社会動態", "自然動態", "人口動態", "住民基本台帳", "における", "による", "の",
    "1年間", "年間", "各年", "毎年", "単年", "人口", "普通", "粗", "人/年", "人", "%", "‰", "・", ":",
  ]

  private func skipAround(_ scanner: inout TextScanner, before item: String? = nil) {
    let around = WordList(places + Self.around)
    while !scanner.isAtEnd {
      // 人口増減率 begins with a word that may also stand in front of an item.
      if let item {
        var ahead = scanner
        if ahead.skip(item) { return }
      }
      if scanner.skip(anyOf: around) != nil { continue }
      let start = scanner.position
      guard let period = try? Period.scan(&scanner), period.years.count == 1 else {
        scanner.position = start
        return
      }
    }
  }
}
