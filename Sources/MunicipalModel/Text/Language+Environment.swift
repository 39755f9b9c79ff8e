#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Language {
  /// The language of the environment: Japanese if LC_ALL, LC_MESSAGES or LANG says so, else English.
  public static var ofEnvironment: Self {
    ofEnvironment { name in getenv(name).map { String(cString: $0) } }
  }

  /// The language of the first of LC_ALL, LC_MESSAGES and LANG that is set.
  ///
  /// Japanese for `ja`, `ja_JP.UTF-8` and the like; English for any other locale, and for none.
  package static func ofEnvironment(_ variable: (String) -> String?) -> Self {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = variable(name), !value.isEmpty else { continue }
      return value.prefix(while: \.isLetter).lowercased() == "ja" ? .japanese : .english
    }
    return .english
  }
}
