import MunicipalModel

/// Spellings that documents of one city use for the same thing.
struct NameVariants {
  private let pairs: [(from: String, to: String)]

  /// The list in the data file `name-variants.tsv`: a spelling and the spelling that stands for it.
  static let builtIn = NameVariants(table: BuiltInFiles.all.text("name-variants.tsv"))

  init(table: String) {
    pairs = table.utf8.split(separator: 0x0A).dropFirst().compactMap { line in
      let cells = line.split(separator: 0x09).map { String(Substring($0)) }
      return cells.count >= 2 ? (TextFolding.key(cells[0]), TextFolding.key(cells[1])) : nil
    }
  }

  /// A folded name with every variant replaced.
  func unified(_ key: String) -> String {
    pairs.reduce(key) { text, pair in
      text.contains(word: pair.from)
        ? NameSimilarity.replacing(pair.from, with: pair.to, in: text) : text
    }
  }
}
