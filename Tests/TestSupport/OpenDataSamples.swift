import MunicipalModel

/// Small files in the forms of the publishers. Figures are invented unless a test says otherwise.
package enum Fixture {
  /// A text in CP932.
  package static func cp932(_ text: String) -> [UInt8] { CP932Text.bytes(of: text) }
}

// MARK: 住民基本台帳に基づく人口、人口動態及び世帯数

/// A row of the municipal sheet, whose sums follow from its parts.
package struct SheetRow {
  package var code: String
  package var prefecture: String
  package var name: String
  package var male: Int
  package var female: Int
  /// 転入国内, 転入国外, 出生, その他記載
  package var entries: [Int]
  /// 転出国内, 転出国外, 死亡, その他消除
  package var removals: [Int]
  /// The population of the year before; by default population less change.
  package var before: Int?

  package init(
    code: String, prefecture: String, name: String, male: Int, female: Int, entries: [Int],
    removals: [Int], before: Int? = nil
  ) {
    self.code = code
    self.prefecture = prefecture
    self.name = name
    self.male = male
    self.female = female
    self.entries = entries
    self.removals = removals
    self.before = before
  }

  package var population: Int { male + female }
  package var change: Int { entries.reduce(0, +) - removals.reduce(0, +) }

  package var cells: [String] {
    let natural = entries[2] - removals[2]
    let opening = before ?? population - change
    func rate(_ balance: Int) -> String {
      guard opening > 0, let a = ExactDecimal(exactly: balance),
        let b = ExactDecimal(exactly: opening),
        let rate = ExactDecimal.quotient(of: a, by: b, timesTenToThe: 2, decimals: 2)
      else { return "0.00 " }
      return "\(rate) "
    }
    let counts =
      [
        male, female, population, population / 2, entries[0], entries[1], entries[0] + entries[1],
        entries[2], entries[3], entries.reduce(0, +), removals[0], removals[1],
        removals[0] + removals[1], removals[2], removals[3], removals.reduce(0, +),
      ].map(Self.printed)
    return [code, prefecture, name] + counts + [
      Self.printed(change), rate(change), Self.printed(natural), rate(natural),
      Self.printed(change - natural), rate(change - natural),
    ]
  }

  package var line: String { cells.joined(separator: ",") }

  /// A number with commas stands in quotes.
  package static func printed(_ number: Int) -> String {
    let text = ThousandsSeparators.text(String(number))
    return text.contains(",") ? "\"\(text)\"" : text
  }

  /// The sum of rows as the row of a prefecture or the nation.
  package static func sum(_ rows: [SheetRow], code: String, prefecture: String) -> SheetRow {
    func add(_ part: (SheetRow) -> [Int]) -> [Int] {
      (0..<4).map { index in rows.reduce(0) { $0 + part($1)[index] } }
    }
    return SheetRow(
      code: code, prefecture: prefecture, name: "", male: rows.reduce(0) { $0 + $1.male },
      female: rows.reduce(0) { $0 + $1.female }, entries: add(\.entries),
      removals: add(\.removals))
  }
}

extension Fixture {
  package static let sheetHeader = """
    団体コード,都道府県名,市区町村名,令和2年,,,,令和元年,,,,,,,,,,,,,,,,,
    ,,,人口,,,世帯数,住民票記載数,,,,,,住民票消除数,,,,,,増減数(Ａ)-(Ｂ),増減率,自然増減数,自然増減率,社会増減数,社会増減率
    団体コード,都道府県名,市区町村名,男,女,計,,転入者数（国内）,転入者数（国外）,転入者数（計）,出生者数,その他（計）,計（Ａ）,転出者数（国内）,転出者数（国外）,転出者数（計）,死亡者数,その他（計）,計（Ｂ）,,,,,,
    """

  package static func title(
    _ date: String = "令和2年1月1日", _ flows: String = "令和元年（平成31年1月1日から令和元年12月31日まで）",
    residents: String = "（総計）"
  ) -> String {
    "\(date)住民基本台帳人口・世帯数、\(flows)人口動態（市区町村別）\(residents)"
      + String(repeating: ",", count: 24) + "（単位：人、世帯、％）"
  }

  /// A sheet with a byte order mark and CRLF, as the ministry publishes it.
  package static func sheet(
    _ lines: [String], title: String = Fixture.title(), header: String = Fixture.sheetHeader
  ) -> String {
    let all = [title] + header.split(separator: "\n").map(String.init) + lines
    return "\u{FEFF}" + all.joined(separator: "\r\n") + "\r\n"
  }

  /// The sheet of 1 January of a year from 2016 to 2019, with the flows of the year before.
  package static func sheet(
    ofYear year: Int, _ rows: [String], residents: String = "（総計）"
  ) -> String {
    let own = "平成\(year - 1988)年"
    let before = "平成\(year - 1989)年"
    return sheet(
      rows,
      title: title("\(own)1月1日", "\(before)（1月1日から同年12月31日まで）", residents: residents),
      header: sheetHeader.replacing("令和2年", with: own).replacing("令和元年", with: before))
  }

  /// Invented municipalities at codes that exist: 三つ in Tottori (31), one in Shimane (32).
  package static let rows2020: [SheetRow] = [
    SheetRow(
      code: "312011", prefecture: "鳥取県", name: "架空鳥取市", male: 90_000, female: 95_000,
      entries: [4_000, 300, 1_300, 40], removals: [4_600, 250, 2_100, 60]),
    SheetRow(
      code: "312029", prefecture: "鳥取県", name: "架空米子市", male: 70_000, female: 77_000,
      entries: [5_000, 200, 1_200, 20], removals: [4_900, 180, 1_700, 30]),
    SheetRow(
      code: "313025", prefecture: "鳥取県", name: "岩美郡架空町", male: 5_000, female: 5_800,
      entries: [200, 10, 40, 0], removals: [260, 12, 190, 1]),
    SheetRow(
      code: "322016", prefecture: "島根県", name: "架空松江市", male: 97_000, female: 104_000,
      entries: [6_000, 400, 1_500, 30], removals: [6_300, 350, 2_300, 50]),
  ]

  /// The rows with their prefectures and the nation.
  package static func wholeSheet(_ rows: [SheetRow]) -> [String] {
    let prefectures = Dictionary(grouping: rows, by: \.prefecture).sorted { $0.key < $1.key }
      .map { name, rows in
        SheetRow.sum(rows, code: name == "鳥取県" ? "310000" : "320005", prefecture: name)
      }
    return ([SheetRow.sum(rows, code: "", prefecture: "合計")] + prefectures + rows).map(\.line)
  }
}

// MARK: SSDSE

extension Fixture {
  package static let ssdse = """
    SSDSE-A-2026,Prefecture,Municipality,A1101,A1303,A4101
    ,,年度,2020,2020,2023
    地域コード,都道府県,市区町村,総人口,65歳以上人口,出生数
    R31201,鳥取県,架空鳥取市,185000,55500,1300
    R31202,鳥取県,架空米子市,147000,41000,1200
    R31302,鳥取県,架空町,10800,4500,40
    R32201,島根県,架空松江市,201000,60000,…

    """
}

// MARK: 住民基本台帳人口移動報告

extension Fixture {
  private static let moverAges =
    (0..<18).map { "\($0 * 5)歳～\($0 * 5 + 4)歳" } + ["90歳以上", "0歳～14歳", "15歳～64歳", "65歳以上"]

  /// The table of one measure; the counts of an age are its position × the factor of the sex.
  package static func movers(
    _ item: String, withOrigin: Bool, factors: (Int, Int) = (3, 2),
    areas: [(String, String)] = [("31000", "鳥取県"), ("31001", "市部"), ("31201", "架空鳥取市")],
    nationality: (String, String) = ("61000", "日本人移動者"), time: String = "2024000000"
  ) -> String {
    let heads = ["総数"] + moverAges + (withOrigin ? ["移動前の住所地不詳"] : [])
    let sexes = ["総数", "男", "女"]
    func line(_ cells: [String]) -> String { cells.joined(separator: ",") }
    let blank = Array(repeating: "", count: 7)
    var lines = [
      line(blank + sexes.flatMap { sex in heads.map { _ in sex } }),
      line(blank + sexes.flatMap { _ in heads }),
      line(
        [
          "表章項目", "国籍コード", "国籍", "時間軸（年次）コード", "時間軸（年次）", "全国・都道府県・市区町村コード", "全国・都道府県・市区町村",
        ] + sexes.flatMap { _ in heads.map { _ in "人" } }),
    ]
    for (code, name) in areas {
      var cells = [item, nationality.0, nationality.1, time, "2024年", code, name]
      for factor in [factors.0 + factors.1, factors.0, factors.1] {
        let counts = (0..<19).map { ($0 + 1) * factor }
        let broad = [counts[0..<3], counts[3..<13], counts[13...]].map { $0.reduce(0, +) }
        cells += ([counts.reduce(0, +)] + counts + broad + (withOrigin ? [7] : [])).map(String.init)
      }
      lines.append(line(cells))
    }
    return "\u{FEFF}" + lines.joined(separator: "\n") + "\n"
  }
}
