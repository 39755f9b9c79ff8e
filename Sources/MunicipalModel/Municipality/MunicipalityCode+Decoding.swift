extension KeyedDecodingContainer {
  /// A municipality's code, which must be a text.
  ///
  /// A code that lost its zero is read where the name or the list of codes tells it; a number, as `1213`, is
  /// refused with the code that may be meant, for JSON keeps no zero at its beginning.
  ///
  /// - Parameter name: the name that stands beside it.
  package func municipalityCode(_ key: Key, named name: String = "") throws -> MunicipalityCode {
    let number = try? decode(Int.self, forKey: key)
    let text = try number.map(String.init) ?? decode(String.self, forKey: key)
    func fault(_ ja: String, _ en: String) -> StrictDecodingError {
      StrictDecodingError(
        code: .badValue, path: codingPath + [key],
        expected: LocalizedText(
          ja: "検査数字のある市町村のコード" + ja, en: "a municipality's code with its check digit" + en),
        found: text)
    }
    let code: MunicipalityCode
    do throws(MunicipalityCodeError) {
      code = try MunicipalityCode(printed: text, name: name)
    } catch {
      throw fault("（\(error.reason.ja)）", " (\(error.reason.en))")
    }
    guard number == nil else { throw fault("。\"\(code)\"?", "; \"\(code)\"?") }
    return code
  }
}
