/// Something a reader noticed in a document.
public struct Diagnostic: Hashable, Sendable, Codable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Worth knowing; nothing is lost.
    case info
    /// Odd as printed; it was read all the same.
    case warning
    /// Not read: a figure is missing from the model.
    case error

    /// Orders from `info` to `error`.
    public static func < (left: Self, right: Self) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// A stable name of what was noticed, such as `malformed-grouping`.
  public struct Code: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    /// The name.
    public let rawValue: String
    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Makes a code from a literal.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
  }

  /// One line for a person to read, such as `tomakomai-progress:294:4: warning: …`.
  public var line: LocalizedText {
    let place = citation.cellPlace
    // Many messages quote the cell themselves.
    func printed(_ message: String) -> String {
      let cell = citation.printed
      let isQuoted =
        message.hasSuffix(": \(cell)") || message.contains("「\(cell)」")
        || message.contains("\"\(cell)\"")
      return cell.isEmpty || isQuoted ? "" : " 「\(cell)」"
    }
    return LocalizedText(
      ja: "\(place): \(severity.rawValue): \(message.ja)\(printed(message.ja))",
      en: "\(place): \(severity.rawValue): \(message.en)\(printed(message.en))")
  }

  /// How much it matters.
  public let severity: Severity
  /// What was noticed.
  public let code: Code
  /// One sentence for a person to read.
  public let message: LocalizedText
  /// Where it was noticed.
  public let citation: Citation

  /// Makes a diagnostic.
  package init(severity: Severity, code: Code, message: LocalizedText, citation: Citation) {
    self.severity = severity
    self.code = code
    self.message = message
    self.citation = citation
  }
}

extension Diagnostic.Severity {
  /// 情報, 注意, 誤り.
  public var label: LocalizedText {
    switch self {
    case .info: LocalizedText(ja: "情報", en: "info")
    case .warning: LocalizedText(ja: "注意", en: "warning")
    case .error: LocalizedText(ja: "誤り", en: "error")
    }
  }
}
