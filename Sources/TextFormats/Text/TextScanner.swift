/// A cursor over the folded scalars of a short text, for hand-written parsers.
package struct TextScanner {
  package let scalars: [Unicode.Scalar]
  package var position = 0
  private let originals: [Unicode.Scalar]
  /// Which originals each scalar stands for; `nil` where each stands for its own.
  private let places: [Range<Int>]?

  /// Starts at the beginning of a text, whose width variants and look-alikes are folded.
  package init(_ text: some StringProtocol) {
    var originals: [Unicode.Scalar] = []
    var isFolded = true
    var needsPlaces = false
    var text = String(text)
    text.withUTF8 { bytes in
      originals.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        let scalar = TextFolding.nextScalar(in: bytes, &index)
        guard scalar.value > 0x7E || scalar.value < 0x20 else {
          originals.append(scalar)
          continue
        }
        if TextFolding.isInvisible(scalar) { continue }
        originals.append(scalar)
        let folded = TextFolding.fold(scalar)
        isFolded = isFolded && folded == scalar
        needsPlaces = needsPlaces || Self.needsPlaces(folded)
      }
    }
    let scalars = isFolded ? originals : originals.map(TextFolding.fold)
    self.originals = originals
    if needsPlaces {
      (self.scalars, places) = Self.spelledOut(scalars)
    } else {
      self.scalars = scalars
      places = nil
    }
  }

  /// Whether a folded scalar becomes several, or one with the scalar before it.
  private static func needsPlaces(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x3099 || scalar.value == 0x309A || TextFolding.isSquare(scalar)
  }

  /// Spells squares out and puts kana and their marks of voiced sounds together.
  private static func spelledOut(
    _ scalars: [Unicode.Scalar]
  ) -> ([Unicode.Scalar], [Range<Int>]) {
    var result: [Unicode.Scalar] = []
    var places: [Range<Int>] = []
    for (index, scalar) in scalars.enumerated() {
      if let letters = LookAlikes.letters(of: scalar) {
        result += letters
        places += letters.map { _ in index..<(index + 1) }
      } else if let last = result.last, let voiced = LookAlikes.voiced(last, scalar) {
        result[result.count - 1] = voiced
        places[places.count - 1] = places[places.count - 1].lowerBound..<(index + 1)
      } else {
        result.append(scalar)
        places.append(index..<(index + 1))
      }
    }
    return (result, places)
  }

  package var isAtEnd: Bool { position >= scalars.count }

  package var current: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

  /// What has not been read.
  package var rest: String {
    String(scalars: scalars[position...])
  }

  /// The text of some of the scalars, before folding.
  package func original(_ range: Range<Int>) -> String {
    var range = range.clamped(to: scalars.indices)
    guard let first = range.first, let last = range.last else { return "" }
    if let places {
      range = places[first].lowerBound..<places[last].upperBound
    }
    return String(scalars: originals[range])
  }

  package func peek(_ offset: Int) -> Unicode.Scalar? {
    let index = position + offset
    return scalars.indices.contains(index) ? scalars[index] : nil
  }

  package mutating func skipSpaces() {
    while let scalar = current, scalar == " " { position += 1 }
  }

  /// Reads `word` if it stands here.
  package mutating func skip(_ word: String) -> Bool {
    guard let first = word.utf8.first, position < scalars.count else { return word.isEmpty }
    if first < 0x80, UInt32(first) != scalars[position].value { return false }
    var index = position
    for scalar in word.unicodeScalars {
      guard index < scalars.count, scalars[index] == scalar else { return false }
      index += 1
    }
    position = index
    return true
  }

  /// Reads the first of `words` that stands here.
  package mutating func skip(anyOf words: [String]) -> String? {
    guard position < scalars.count else { return nil }
    for word in words where skip(word) { return word }
    return nil
  }

  /// Reads the first of `words` that stands here.
  package mutating func skip(anyOf words: WordList) -> String? {
    words.index(at: position, of: scalars).map { index in
      position += words.scalars[index].count
      return words.words[index]
    }
  }

  /// Reads scalars as long as `accept` holds.
  package mutating func read(while accept: (Unicode.Scalar) -> Bool) -> String {
    let start = position
    while let scalar = current, accept(scalar) { position += 1 }
    return String(scalars: scalars[start..<position])
  }

  /// Reads a whole number of at most `maximumDigits` digits.
  package mutating func number(maximumDigits: Int = 9) -> Int? {
    let start = position
    var value = 0
    while let scalar = current, let digit = scalar.decimalDigit {
      guard position - start < maximumDigits else {
        position = start
        return nil
      }
      value = value * 10 + digit
      position += 1
    }
    return position > start ? value : nil
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII digit.
  package var decimalDigit: Int? {
    value >= 0x30 && value <= 0x39 ? Int(value) - 0x30 : nil
  }
}
