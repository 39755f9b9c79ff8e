import MunicipalModel

/// Whom the words of a heading, a name or a caption say that figures are about.
enum PopulationSubject: Hashable {
  /// The whole municipality: 計, 総数, 名寄市, 市全体.
  case whole
  /// Some of its people: 男, 日本人, 外国人人口.
  case people
  /// Another place, or a part of the municipality: 北海道, 風連地区, 旧風連町.
  case place(String)
}

/// Tells the names of one municipality from those of other places.
struct PopulationPlaces {
  /// The folded name, such as 名寄市; `nil` where it is not known whom figures are about.
  let own: String?
  /// The other words for the whole municipality: 全市, 市全体.
  private let wholes: Set<String>

  /// - Parameter area: whom figures are about where no words say it.
  init(_ area: Area) {
    guard case .municipality(let name) = area else {
      (own, wholes) = (nil, [])
      return
    }
    let key = MunicipalityDirectory.key(name)
    let last = key.last.map(String.init) ?? ""
    own = key
    wholes = Self.sums.union(["全", "当"].map { $0 + last })
      .union(["", "計", "全体", "全域", "合計", "総計", "総数"].map { last + $0 })
  }

  private static let sums: Set = [
    "計", "合計", "総計", "総数", "全体", "全域", "男女計", "男女合計", "男女総数", "総人口", "全地区", "全地域",
  ]
  private static let people: Set = [
    "男", "女", "男性", "女性", "男子", "女子", "日本人", "日本人住民", "日本人のみ", "外国人", "外国人住民", "外国人のみ", "外国籍",
    "外国籍住民", "外国人登録", "外国人登録者",
  ]
  /// Whether a cell names some of the people and nothing else: 男, (女性).
  static func isOfPeople(_ text: String) -> Bool {
    people.contains(TextFolding.key(text).filter { !"()[]".contains($0) })
  }

  /// Where people come from or go to, and the offices whose districts are parts.
  private static let sides: Set = [
    "道内", "道外", "県内", "県外", "都内", "都外", "府内", "府外", "市外", "町外", "村外", "区外", "国内", "国外", "海外", "本庁",
    "本所",
  ]

  // MARK: Cells

  /// Whether the words of a cell are of another place or some of the people.
  func isOther(_ text: String) -> Bool { subject(ofCell: text).map { $0 != .whole } ?? false }

  /// Whom the words of one cell are about; `nil` if they do not say.
  func subject(ofCell text: String) -> PopulationSubject? {
    guard own != nil else { return nil }
    var key = MunicipalityDirectory.key(text)
    if key.hasPrefix("("), key.hasSuffix(")") { key = String(key.dropFirst().dropLast()) }
    // 総数（日本人） is a part of all.
    if let open = key.firstIndex(of: "("), open > key.startIndex {
      let inner = subject(ofName: String(key[key.index(after: open)...].prefix { $0 != ")" }))
      if let inner, inner != .whole { return inner }
      key = String(key[..<open])
    }
    return subject(ofName: key)
  }

  /// Whom a folded name is of, perhaps with what is counted, or the word of a sum, behind it.
  private func subject(ofName name: String) -> PopulationSubject? {
    if wholes.contains(name) { return .whole }
    if Self.isNational(name) { return .place(name) }
    var bare = name
    for word in ["総人口", "人口", "世帯数", "世帯", "総数", "全体", "全域", "合計", "計", "の"]
    where bare.hasSuffix(word) && bare.count > word.count {
      bare.removeLast(word.count)
    }
    if wholes.contains(bare) { return .whole }
    if Self.people.contains(bare) { return .people }
    return Self.sides.contains(bare) ? .place(bare) : place(bare)
  }

  // MARK: Places

  /// How the names of districts end.
  private static let districts = [
    "管内", "振興局", "支庁", "支所", "出張所", "学区", "校区", "行政区", "町内会", "自治会", "自治区", "地区", "地域", "区域", "圏域",
    "圏",
    "丁目",
  ]
  private static let wider: Set = [
    "全国", "日本", "わが国", "我が国", "全道", "全県", "全都", "全府", "道", "県", "県全体", "道全体",
  ]
  /// How names end that are of no place, or of some that are not said: 類似都市, 各地区, 年齢区分.
  private static let vague = [
    "市町村", "市区町村", "都市", "政令市", "中核市", "特例市", "市町", "農村", "山村", "漁村", "過疎地域", "年齢区", "各市", "各町",
    "各村",
    "各区", "各地区", "各地域", "対象地区", "対象地域", "当地域", "本地域", "同地域", "特別区", "同市", "同町", "同村", "城下町",
  ]

  /// The place that a bare name is of: another one, or the municipality.
  private func place(_ name: String) -> PopulationSubject? {
    guard let own, let last = name.last else { return nil }
    let isWard = last == "区" && own.hasSuffix("市" + name)
    if name == own || name == String(own.dropLast()) || isWard { return .whole }
    // 北海道名寄市, 上川郡下川町, but not 秋田県北秋田市.
    if name.hasSuffix(own), Self.standsBeforeName(name.dropLast(own.count)) { return .whole }
    if Self.isWider(name) || isFormer(name) { return .place(name) }
    let end =
      Self.districts.first { name.hasSuffix($0) } ?? ("市町村区".contains(last) ? "\(last)" : "")
    guard !end.isEmpty else { return nil }
    let isPlace =
      !Self.vague.contains(where: name.hasSuffix)
      && Self.isProper(String(name.dropLast(end.count)))
    return isPlace || Self.listed(name) != nil ? .place(name) : nil
  }

  /// The municipality of the list whose name, perhaps with prefecture or 郡, a text is: 余市町, 新ひだか町.
  private static func listed(_ name: String) -> String? {
    guard let last = name.last, "市町村".contains(last) else { return nil }
    return MunicipalityDirectory.builtIn.entries(named: name).lazy.map {
      MunicipalityDirectory.key($0.name)
    }
    .first(where: name.hasSuffix)
  }

  /// Whether a text is a prefecture, a 郡, both or nothing, and may so stand before a name.
  private static func standsBeforeName(_ text: some StringProtocol) -> Bool {
    text.isEmpty || text.hasSuffix("郡") || isPrefecture(String(text))
  }

  private static func isPrefecture(_ name: String) -> Bool {
    Prefecture.allCases.contains { $0.name.ja.isSame(as: name) }
  }

  private static func isWider(_ name: String) -> Bool {
    wider.contains(name) || isPrefecture(name)
  }

  /// Whether a cell is of the nation: 国, 国の目標; but not 国の推計, which is one of the municipality's people.
  private static func isNational(_ name: String) -> Bool {
    ["国", "国平均", "国全体"].contains(name)
      || name.hasPrefix("国の") && !PopulationYearReader.saysFuture(name) && !name.contains("推計")
  }

  /// Whether a word may be a name: not that of anything (過疎, 行政), and none with an inflection (暮らせる地域).
  private static func isProper(_ stem: String) -> Bool {
    let hiragana = stem.unicodeScalars.count { (0x3041...0x3096).contains($0.value) }
    return !stem.isEmpty && (hiragana == 0 || hiragana == stem.unicodeScalars.count)
      && ![
        "行政", "小学", "中学", "小学校", "中学校", "町内", "市内", "村内", "全", "各", "本", "当", "同", "市", "町", "村",
        "計画", "対象",
      ]
      .contains(stem)
  }

  // MARK: Captions

  /// Whether a line may be a caption: no sentence, and no note about sources or units.
  static func isCaption(_ text: String) -> Bool {
    let key = TextFolding.key(text)
    return !key.contains("。") && key.count <= 60
      && !["資料", "出典", "出所", "注", "※", "*", "単位"].contains {
        key.hasPrefix($0) || key.hasPrefix("(\($0)")
      }
  }

  /// Whom a caption says the table below it is about; `nil` if it does not say.
  func subject(ofCaption text: String) -> PopulationSubject? {
    guard let own, Self.isCaption(text) else { return nil }
    var isOwn = false
    var other: PopulationSubject?
    var compared: PopulationSubject?
    var marked = String(TextScanner(text.replacing("ヶ", with: "ケ")).rest)
      .replacing(own, with: "\(Self.ownMark)")
    for title in Self.publications { marked = marked.replacing(title, with: " ") }
    if marked.unicodeScalars.contains(where: "市区町村".unicodeScalars.contains) {
      for name in Self.namesWithParticles where marked.contains(name) {
        other = other ?? .place(name)
        marked = marked.replacing(name, with: " ")
      }
    }
    let isOfOneSex = Self.isOfOneSex(marked)
    let words = Self.words(of: marked)
    if words.count == 1, Self.people.contains(words[0]) { return .people }
    for word in words {
      var rest = word
      if let mark = word.firstIndex(of: Self.ownMark) {
        let before = String(word[..<mark])
        if before.hasSuffix("旧") { other = .place("旧" + own) }
        if let longer = longerName(before + own) {
          other = other ?? .place(longer)
        } else if Self.standsBeforeName(before) || before.last.map("旧年月日度".contains) ?? false {
          isOwn = true
        }
        rest = String(word[word.index(after: mark)...])
      }
      switch subject(leading: rest) {
      case .whole: isOwn = true
      case .people: other = other ?? .people
      case .place(let name) where Self.isWider(name): compared = compared ?? .place(name)
      case .place(let name): other = other ?? .place(name)
      case nil: break
      }
    }
    // What is compared stands in the rows and columns, which say whose they are.
    if Self.compares(marked) { return isOwn ? .whole : nil }
    if isOfOneSex { return other ?? .people }
    // Beside the own name a wider place is what it is compared with.
    return other ?? (isOwn ? .whole : compared)
  }

  /// The municipality of the list whose name ends with the own one: 北秋田市 of 秋田市.
  private func longerName(_ text: String) -> String? {
    guard let own, text.count > own.count else { return nil }
    return text.indices.lazy.compactMap { Self.listed(String(text[$0...])) }
      .first { $0 != own && $0.hasSuffix(own) }
  }

  /// The titles of projections, whose 日本 is not what a table is about.
  private static let publications = [
    "日本の地域別将来推計人口", "日本の市区町村別将来推計人口", "日本の都道府県別将来推計人口", "日本の将来推計人口",
  ]

  /// Whether a caption sets the municipality beside others: 全国との比較, 名寄市と士別市.
  private static func compares(_ marked: String) -> Bool {
    if marked.contains("比較") { return true }
    let beside = ["と", "・", "、", "及び", "および"]
    return beside.contains { word in
      marked.contains("\(word)\(ownMark)")
        || marked.contains("\(ownMark)\(word)") && !marked.contains("\(ownMark)との")
    }
  }

  /// Whether a caption is of men or of women alone: 男性の人口の推移, 年齢別人口（女）.
  private static func isOfOneSex(_ text: String) -> Bool {
    guard text.contains("男") != text.contains("女") else { return false }
    let words = words(of: text)
    let sexes = ["男性", "女性", "男子", "女子", "男", "女"]
    return words.indices.contains { index in
      guard let sex = sexes.first(where: words[index].hasPrefix) else { return false }
      let rest = words[index].dropFirst(sex.count)
      if !rest.isEmpty { return ["人口", "総人口", "総数", "数"].contains(where: rest.hasPrefix) }
      return index == words.count - 1 || followers.contains(where: words[index + 1].hasPrefix)
    }
  }

  /// The names of the list that would be parted at their own letters: みやま市, つがる市.
  private static let namesWithParticles = MunicipalityDirectory.builtIn.entries.map(\.name)
    .filter { $0.unicodeScalars.contains(where: particles.unicodeScalars.contains) }
    .map(MunicipalityDirectory.key)

  private static let particles = "のがをはにもとへや"

  /// Stands for the own name, whose letters may be particles: にかほ市.
  private static let ownMark: Character = "\u{E000}"

  /// The words of a text, parted at particles, numbers, brackets and spaces.
  static func words(of text: String) -> [String] {
    text.split { character in
      (" ()[]【】〔〕「」『』<>〈〉《》≪≫“”\"'・、,:;/~-―─" + particles).contains(character)
        || character.isNumber && !character.isLetter  // 京都市, 八戸市
    }.map(String.init)
  }

  /// What may follow the name of a place in one word: 風連地区人口, 名寄市年齢別人口.
  private static let followers = [
    "人口", "年齢", "世帯", "男女", "総人口", "総数", "全体", "全域", "計", "合計", "住民", "動態", "出生", "死亡", "転入", "転出",
    "将来", "推移",
    "高齢", "国勢", "階級", "自然", "社会", "年少", "老年", "外国人", "内",
  ]

  /// Whom the name at the beginning of a word is of, where a fitting word follows it, or none.
  private func subject(leading word: String) -> PopulationSubject? {
    for people in ["外国人", "外国籍", "日本人"] where word.hasPrefix(people) {
      let rest = word.dropFirst(people.count)
      let isCounted = ["人口", "住民", "登録", "世帯", "数"].contains(where: rest.hasPrefix)
      return isCounted && !rest.contains("含") && !rest.contains("除") ? .people : nil
    }
    for end in word.indices {
      let (name, rest) = (word[...end], word[word.index(after: end)...])
      guard rest.isEmpty || Self.followers.contains(where: rest.hasPrefix),
        let found = place(String(name)) ?? (wholes.contains(String(name)) ? .whole : nil),
        name.count > 1
      else { continue }
      return found
    }
    return nil
  }
}
