/// One of the 47 prefectures (都道府県), by the first two digits of a municipality's code.
public enum Prefecture: Int, Hashable, Sendable, Codable, CaseIterable {
  /// 北海道
  case hokkaido = 1
  /// 青森県
  case aomori
  /// 岩手県
  case iwate
  /// 宮城県
  case miyagi
  /// 秋田県
  case akita
  /// 山形県
  case yamagata
  /// 福島県
  case fukushima
  /// 茨城県
  case ibaraki
  /// 栃木県
  case tochigi
  /// 群馬県
  case gunma
  /// 埼玉県
  case saitama
  /// 千葉県
  case chiba
  /// 東京都
  case tokyo
  /// 神奈川県
  case kanagawa
  /// 新潟県
  case niigata
  /// 富山県
  case toyama
  /// 石川県
  case ishikawa
  /// 福井県
  case fukui
  /// 山梨県
  case yamanashi
  /// 長野県
  case nagano
  /// 岐阜県
  case gifu
  /// 静岡県
  case shizuoka
  /// 愛知県
  case aichi
  /// 三重県
  case mie
  /// 滋賀県
  case shiga
  /// 京都府
  case kyoto
  /// 大阪府
  case osaka
  /// 兵庫県
  case hyogo
  /// 奈良県
  case nara
  /// 和歌山県
  case wakayama
  /// 鳥取県
  case tottori
  /// 島根県
  case shimane
  /// 岡山県
  case okayama
  /// 広島県
  case hiroshima
  /// 山口県
  case yamaguchi
  /// 徳島県
  case tokushima
  /// 香川県
  case kagawa
  /// 愛媛県
  case ehime
  /// 高知県
  case kochi
  /// 福岡県
  case fukuoka
  /// 佐賀県
  case saga
  /// 長崎県
  case nagasaki
  /// 熊本県
  case kumamoto
  /// 大分県
  case oita
  /// 宮崎県
  case miyazaki
  /// 鹿児島県
  case kagoshima
  /// 沖縄県
  case okinawa

  /// The name, such as 北海道 / Hokkaido.
  public var name: LocalizedText { Self.names[rawValue - 1] }

  private static let names = zip(allCases, japaneseNames).map { prefecture, japanese in
    let english = "\(prefecture)"
    return LocalizedText(
      ja: japanese, en: english.prefix(1).uppercased() + english.dropFirst())
  }

  private static let japaneseNames = [
    "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県",
    "東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県",
    "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県",
    "香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
  ]
}
