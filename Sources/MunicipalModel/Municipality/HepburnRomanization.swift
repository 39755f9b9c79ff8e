/// Writes kana with Latin letters by Hepburn's rules (ヘボン式), without marks of long vowels: とうきょう is Tokyo.
///
/// Source: 外務省, ヘボン式ローマ字綴方表; ん before b, m and p is n, as on maps and signs of stations today.
package enum HepburnRomanization {
  /// The name of a municipality in Latin letters, without what 市, 区, 町 or 村 is read as.
  ///
  /// - Parameters:
  ///   - name: the name, whose last letter says what kind it is.
  ///   - kana: the name in hiragana, such as とまこまいし.
  package static func name(_ name: String, kana: String) -> String {
    let endings: [String] =
      switch name.last {
      case "市": ["し"]
      case "区": ["く"]
      case "町": ["ちょう", "まち"]
      case "村": ["むら", "そん"]
      default: []
      }
    let ending = endings.first { kana.hasSuffix($0) && kana != $0 } ?? ""
    let stem = kana.dropLast(ending.count)
    for (letters, reading) in laterWords where name.contains(letters) {
      if let word = stem.ranges(of: reading).last, word.lowerBound > stem.startIndex {
        return romanized(String(stem[..<word.lowerBound]))
          + romanized(String(stem[word.lowerBound...])).lowercased()
      }
    }
    return romanized(String(stem))
  }

  /// Words that begin with a vowel, which makes no long one with the word before: かつ and うら are Katsuura.
  ///
  /// As the municipalities write themselves: Toyooka, Setouchi, Takinoue, Nishinoomote, Soo; but Moka (真岡) and Sanagochi (佐那河内).
  private static let laterWords = [
    ("浦", "うら"), ("滝上", "うえ"), ("戸内", "うち"), ("ノ内", "うち"), ("之内", "うち"), ("豊岡", "おか"),
    ("豊丘", "おか"), ("之表", "おもて"), ("曽於", "お"),
  ]

  /// Kana in Latin letters with a capital; what is no kana is left out.
  package static func romanized(_ kana: String) -> String {
    var text = ""
    var isDoubled = false
    var rest = Substring(kana)
    while let first = rest.first {
      let two = String(rest.prefix(2))
      let syllable: String
      if let found = syllables[two], two.count == 2 {
        syllable = found
        rest = rest.dropFirst(2)
      } else {
        rest = rest.dropFirst()
        if first == "っ" {
          isDoubled = true
          continue
        }
        syllable = syllables[String(first)] ?? ""
      }
      if isDoubled, let letter = syllable.first {
        // っち is tchi.
        text.append(letter == "c" ? "t" : letter)
      }
      isDoubled = false
      text += syllable
    }
    for (long, short) in [("oo", "o"), ("ou", "o"), ("uu", "u")] {
      text = text.replacing(long, with: short)
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let syllables: [String: String] = {
    let rows: [(String, String)] = [
      ("あいうえお", "a i u e o"), ("かきくけこ", "ka ki ku ke ko"), ("さしすせそ", "sa shi su se so"),
      ("たちつてと", "ta chi tsu te to"), ("なにぬねの", "na ni nu ne no"), ("はひふへほ", "ha hi fu he ho"),
      ("まみむめも", "ma mi mu me mo"), ("やゆよ", "ya yu yo"), ("らりるれろ", "ra ri ru re ro"),
      ("わゐゑをん", "wa i e o n"), ("がぎぐげご", "ga gi gu ge go"), ("ざじずぜぞ", "za ji zu ze zo"),
      ("だぢづでど", "da ji zu de do"), ("ばびぶべぼ", "ba bi bu be bo"), ("ぱぴぷぺぽ", "pa pi pu pe po"),
      ("ゔ", "bu"),
    ]
    var table: [String: String] = [:]
    for (kana, latin) in rows {
      for (letter, syllable) in zip(kana, latin.split(separator: " ")) {
        table[String(letter)] = String(syllable)
      }
    }
    let glides: [(String, String)] = [
      ("き", "ky"), ("し", "sh"), ("ち", "ch"), ("に", "ny"), ("ひ", "hy"), ("み", "my"), ("り", "ry"),
      ("ぎ", "gy"), ("じ", "j"), ("ぢ", "j"), ("び", "by"), ("ぴ", "py"),
    ]
    for (letter, latin) in glides {
      for (small, vowel) in [("ゃ", "a"), ("ゅ", "u"), ("ょ", "o")] {
        table[letter + small] = latin + vowel
      }
    }
    return table
  }()
}
