package import MunicipalModel

/// The concepts and the themes that indicators of any city are sorted by.
package struct ConceptTaxonomy: Hashable, Sendable {
  /// The themes, in the order to show.
  package let themes: [Theme]
  /// The concepts, in the order to show.
  package let concepts: [IndicatorConcept]

  /// The taxonomy that comes with the package.
  ///
  /// - Throws: ``TextFormats/DataFileError`` if a built-in file is damaged.
  package static func builtIn() throws(DataFileError) -> Self {
    try Self(
      concepts: BuiltInFiles.all.file("concepts.json"), themes: BuiltInFiles.all.file("themes.json")
    )
  }

  /// Reads a taxonomy from its two files.
  ///
  /// - Parameters:
  ///   - concepts: a file like the built-in `concepts.json`.
  ///   - themes: a file like the built-in `themes.json`.
  /// - Throws: ``TextFormats/DataFileError`` that names the entry: JSON that is broken, a member that is missing
  ///   or unknown, an identifier that is there twice, an unknown theme, a goal outside of 1 to 17.
  package init(concepts: BuiltInFile, themes: BuiltInFile) throws(DataFileError) {
    self.themes = try StrictJSON.decode(ThemeFile.self, from: themes).themes
    self.concepts = try StrictJSON.decode(ConceptFile.self, from: concepts).concepts
    try Self.checkUnique(self.themes.map(\.id), file: themes.name, list: "themes")
    try Self.checkUnique(self.concepts.map(\.id), file: concepts.name, list: "concepts")
    for (index, concept) in self.concepts.enumerated() {
      guard self.themes.contains(where: { $0.id == concept.theme }) else {
        throw DataFileError(
          code: .unknownReference, file: concepts.name, path: "concepts[\(index)].theme",
          expected: LocalizedText(self.themes.map(\.id).joined(separator: ", ")),
          found: concept.theme)
      }
      try Self.checkUnique(
        concept.aspects.map(\.id), file: concepts.name, list: "concepts[\(index)].aspects")
    }
  }

  /// The concept of a name.
  package func concept(_ id: String) -> IndicatorConcept? { concepts.first { $0.id == id } }

  /// The concepts that an indicator is recognised by, in their order.
  func concepts(for name: String, titles: [String]) -> [IndicatorConcept] {
    let key = TextFolding.key(name)
    let titles = titles.map { TextFolding.key($0) }
    return concepts.filter { concept in
      concept.patterns.contains { $0.matches(key: key, titles: titles) }
    }
  }

  /// The theme of a name.
  package func theme(_ id: String) -> Theme? { themes.first { $0.id == id } }

  static func checkUnique(
    _ ids: [String], file: String, list: String
  ) throws(DataFileError) {
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
      throw DataFileError(
        code: .duplicateID, file: file, path: "\(list)[\(index)].id", found: id)
    }
  }
}

/// What plans are about, across cities: 働く, 移住・交流, 子育て, 暮らし.
package struct Theme: Hashable, Sendable, Identifiable, Decodable {
  /// The stable name, in snake case.
  package let id: String
  /// The name to show.
  package let name: LocalizedText
  /// What it takes in.
  package let description: LocalizedText

  private enum CodingKeys: String, CodingKey, CaseIterable { case id, name, description }

  /// Decodes a theme.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    id = try members.word(.id)
    name = try members.decode(LocalizedText.self, forKey: .name)
    description = try members.decode(LocalizedText.self, forKey: .description)
  }
}

private struct ThemeFile: Decodable {
  let themes: [Theme]

  enum CodingKeys: String, CodingKey, CaseIterable { case themes }

  init(from decoder: any Decoder) throws {
    themes = try decoder.members(CodingKeys.self).decode([Theme].self, forKey: .themes)
  }
}

private struct ConceptFile: Decodable {
  let concepts: [IndicatorConcept]

  enum CodingKeys: String, CodingKey, CaseIterable { case concepts }

  init(from decoder: any Decoder) throws {
    concepts = try decoder.members(CodingKeys.self)
      .decode([IndicatorConcept].self, forKey: .concepts)
  }
}
