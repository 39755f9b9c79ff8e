import MunicipalModel

/// How a line outside tables states the figures of an indicator: `{indicator}：{baseline}→{target}`.
///
/// `{indicator}` is the name; `{baseline}`, `{actual}`, `{target}` and the other roles are figures, each with its
/// unit and perhaps its time in brackets; `{text}` is passed over. Without `{indicator}` the name is that of the
/// line above. A space stands for one or more spaces; elsewhere spaces may be there
/// or not. Any arrow is an arrow, widths are folded, and a mark such as ・ may stand before the name.
package struct LineRule: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case space
    case name
    case prose
    case figure(IndicatorFigure.Role)
  }

  /// The text of one part of a line.
  struct Field: Hashable {
    let role: IndicatorFigure.Role
    let text: String
  }

  /// A line that is compared with rules, folded once for all of them.
  struct Line {
    fileprivate let scanner: TextScanner
    /// Its scalars with every arrow as one.
    fileprivate let plain: [Unicode.Scalar]
    private let all: Set<Unicode.Scalar>

    /// Takes a line; `nil` of one that is too long to state an indicator.
    init?(_ text: String) {
      guard text.utf8.count <= 900 else { return nil }
      scanner = TextScanner(text)
      plain = scanner.scalars.map(LineRule.plain)
      all = Set(plain)
    }

    /// Whether all scalars of a rule's words stand in it.
    fileprivate func holds(_ words: [Unicode.Scalar]) -> Bool { words.allSatisfy(all.contains) }
  }

  /// The rule as it was written.
  package let text: String
  let parts: [Part]
  /// The scalars of its words, without which no line is such a line.
  private let words: [Unicode.Scalar]

  /// Reads a rule; `nil` if it lacks a figure, names twice, or has an unknown `{…}`.
  package init?(_ text: String) {
    var parts: [Part] = []
    var literal = ""
    func flush() {
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
    }
    var scanner = TextScanner(text)
    while let scalar = scanner.current {
      if scanner.skip("{") {
        flush()
        let word = scanner.read { $0 != "}" }
        guard scanner.skip("}") else { return nil }
        if word == "indicator" {
          parts.append(.name)
        } else if word == "text" {
          parts.append(.prose)
        } else if let role = IndicatorFigure.Role(rawValue: word), role != .shared {
          parts.append(.figure(role))
        } else {
          return nil
        }
      } else if scalar == " " {
        flush()
        scanner.skipSpaces()
        parts.append(.space)
      } else {
        literal.unicodeScalars.append(Self.plain(scalar))
        scanner.position += 1
      }
    }
    flush()
    self.text = text
    self.parts = parts
    words = parts.flatMap { part in
      if case .text(let word) = part { Array(word.unicodeScalars) } else { [Unicode.Scalar]() }
    }
    guard parts.count(where: { $0 == .name }) <= 1,
      parts.contains(where: { if case .figure = $0 { true } else { false } }),
      !zip(parts, parts.dropFirst()).contains(where: { $0.isField && $1.isField })
    else { return nil }
  }

  /// Whether lines say the name of the indicator themselves.
  var hasName: Bool { parts.contains(.name) }

  /// The name and the figures of a line, if it is written so and every figure can be read.
  func match(_ line: String) -> (name: String, fields: [Field])? { Line(line).flatMap(match) }

  /// The same of a line that is compared with other rules too.
  func match(_ line: Line) -> (name: String, fields: [Field])? {
    guard line.holds(words) else { return nil }
    let scalars = line.plain
    var position =
      line.scanner.scalars.firstIndex { !Self.marks.contains($0) } ?? scalars.endIndex
    var name = ""
    var fields: [Field] = []
    for (index, part) in parts.enumerated() {
      switch part {
      case .text, .space:
        guard let next = Self.end(of: part, in: scalars, from: position) else { return nil }
        position = next
      case .name, .prose, .figure:
        guard let end = end(of: index, in: scalars, from: position) else { return nil }
        let field = TextFolding.trimmed(line.scanner.original(position..<end))
        guard !field.isEmpty else { return nil }
        if case .figure(let role) = part {
          fields.append(Field(role: role, text: field))
        } else if part == .name {
          name = field
        }
        position = end
      }
    }
    guard Self.skippingSpaces(scalars, from: position) == scalars.count,
      !hasName || PrintedFigure.reading(name).isText,
      fields.allSatisfy({
        $0.role == .assessment || PrintedFigure.reading($0.text).missingReason != .unreadable
      })
    else { return nil }
    return (name, fields)
  }

  /// Where a field ends: before the first place at which the parts up to the next field stand.
  private func end(of index: Int, in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    let next = parts[(index + 1)...].prefix { !$0.isField }
    guard !next.isEmpty else { return scalars.count }
    return (start + 1..<max(start + 1, scalars.count) + 1).first { first in
      var position: Int? = first
      for part in next {
        position = position.flatMap { Self.end(of: part, in: scalars, from: $0) }
      }
      return position != nil
    }
  }

  /// Where a word or a space ends that stands at a position; `nil` if it does not.
  private static func end(of part: Part, in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var position = skippingSpaces(scalars, from: start)
    guard case .text(let word) = part else {
      return position > start || position >= scalars.count ? position : nil
    }
    for scalar in word.unicodeScalars {
      position = skippingSpaces(scalars, from: position)
      guard position < scalars.count, scalars[position] == scalar else { return nil }
      position += 1
    }
    return position
  }

  private static func skippingSpaces(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var position = start
    while position < scalars.count, scalars[position] == " " { position += 1 }
    return position
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    DocumentSession.arrows.contains(scalar) ? "→" : scalar
  }

  /// What may stand before the name.
  static let marks = Set(" ・●○◎◆◇■□▶▷►※*-–+".unicodeScalars)
}

extension LineRule.Part {
  /// Whether it is a name or a figure.
  var isField: Bool {
    switch self {
    case .name, .prose, .figure: true
    case .text, .space: false
    }
  }
}
