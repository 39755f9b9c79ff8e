import MachiKurabe

extension CommandOption where Value == Bool {
  /// An option without a value, such as `--all`.
  static func flag(
    _ name: String, short: Character? = nil, help: LocalizedText
  ) -> Self {
    var declaration = OptionDeclaration(name: name, help: help)
    declaration.short = short
    declaration.isRepeatable = true
    return Self(declaration) { !$0.isEmpty }
  }
}

extension CommandOption where Value == String? {
  /// An option with any text as its value, such as `--output FILE`.
  static func text(
    _ name: String, short: Character? = nil, placeholder: LocalizedText,
    values: ValueKind = .text, help: LocalizedText
  ) -> Self {
    var declaration = OptionDeclaration(name: name, help: help)
    declaration.short = short
    declaration.placeholder = placeholder
    declaration.values = values
    return Self(declaration) { $0.last }
  }
}

extension CommandOption where Value == [String] {
  /// An option that may be given several times, with any text as its value.
  static func texts(
    _ name: String, short: Character? = nil, placeholder: LocalizedText,
    values: ValueKind = .text, help: LocalizedText
  ) -> Self {
    var declaration = OptionDeclaration(name: name, help: help)
    declaration.short = short
    declaration.placeholder = placeholder
    declaration.values = values
    declaration.isRepeatable = true
    return Self(declaration) { $0 }
  }
}

extension CommandOption where Value == Int? {
  /// An option with a whole number as its value, such as `--year 2021`.
  static func integer(
    _ name: String, placeholder: LocalizedText, in range: ClosedRange<Int>, help: LocalizedText
  ) -> Self {
    var declaration = OptionDeclaration(name: name, help: help)
    declaration.placeholder = placeholder
    let bounds = (range.lowerBound, range.upperBound)
    declaration.problem = { text in
      if let number = Int(text), range.contains(number) { return nil }
      return LocalizedText(
        ja: "\(bounds.0)から\(bounds.1)までの整数を指定してください",
        en: "expected a whole number from \(bounds.0) to \(bounds.1)")
    }
    return Self(declaration) { $0.last.flatMap { Int($0) } }
  }
}

extension CommandOption where Value == ClosedRange<Int>? {
  /// An option with two whole numbers, from and through, such as `--population-between 50000 200000`.
  ///
  /// A second number below the first is refused.
  static func integers(
    _ name: String, placeholder: LocalizedText, help: LocalizedText
  ) -> Self {
    var declaration = OptionDeclaration(name: name, help: help)
    declaration.placeholder = placeholder
    declaration.valueCount = 2
    declaration.problem = { text in
      if let number = Int(text), number >= 0 { return nil }
      return LocalizedText(ja: "0以上の整数を2つ指定してください", en: "expected two whole numbers from 0")
    }
    declaration.problemOfAll = { texts in
      let numbers = texts.compactMap { Int($0) }
      guard numbers.count == 2, numbers[0] > numbers[1] else { return nil }
      return LocalizedText(
        ja: "小さい方を先に指定してください", en: "expected the smaller number first")
    }
    return Self(declaration) { texts in
      let numbers = texts.suffix(2).compactMap { Int($0) }
      guard numbers.count == 2, numbers[0] <= numbers[1] else { return nil }
      return numbers[0]...numbers[1]
    }
  }
}

extension CommandOption {
  /// An option with one of several words as its value; `nil` if it is not given.
  static func choice<Choice>(
    _ name: String, of type: Choice.Type = Choice.self, help: LocalizedText,
    standard: LocalizedText? = nil
  ) -> Self
  where
    Choice: RawRepresentable & CaseIterable & Sendable, Choice.RawValue == String, Value == Choice?
  {
    Self(choices(name, Choice.allCases.map(\.rawValue), help: help, standard: standard)) {
      $0.last.flatMap { Choice(rawValue: $0) }
    }
  }

  /// An option with one of several words as its value, one of which holds if it is not given.
  static func choice(
    _ name: String, among choices: [Value] = Array(Value.allCases), standard: Value,
    help: LocalizedText
  ) -> Self
  where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    let words = choices.map(\.rawValue)
    return Self(
      Self.choices(name, words, help: help, standard: LocalizedText(standard.rawValue))
    ) { $0.last.flatMap { Value(rawValue: $0) } ?? standard }
  }

  /// An option with some of several words as its value, separated by commas or given one by one.
  static func choices<Choice>(_ name: String, help: LocalizedText) -> Self
  where
    Choice: RawRepresentable & CaseIterable & Sendable, Choice.RawValue == String, Value == [Choice]
  {
    let words = Choice.allCases.map(\.rawValue)
    @Sendable func parts(_ text: String) -> [String] {
      text.split(separator: ",").map { TextFolding.trimmed(String($0)) }
    }
    var declaration = choices(name, words, help: help, standard: nil)
    declaration.placeholder = LocalizedText(words.joined(separator: ","))
    declaration.isRepeatable = true
    let problem = declaration.problem
    declaration.problem = { text in
      let parts = parts(text)
      return parts.isEmpty ? problem(text) : parts.lazy.compactMap(problem).first
    }
    return Self(declaration) { $0.flatMap(parts).compactMap { Choice(rawValue: $0) } }
  }

  private static func choices(
    _ name: String, _ words: [String], help: LocalizedText, standard: LocalizedText?
  ) -> OptionDeclaration {
    var declaration = OptionDeclaration(name: name, help: help)
    declaration.placeholder = LocalizedText(words.joined(separator: "|"))
    declaration.values = .words(words)
    declaration.standard = standard
    declaration.problem = { text in
      words.contains(text) ? nil : Spelling.expectation(for: text, among: words)
    }
    return declaration
  }
}
