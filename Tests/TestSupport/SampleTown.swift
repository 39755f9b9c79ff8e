public import Foundation

/// A folder of a small town, changed by each test.
public enum SampleTown {
  /// Its municipality.json.
  public static let description = """
    {
      "code": "016071",
      "name": { "ja": "浦河町", "en": "Urakawa" },
      "documents": [
        { "id": "plan", "title": { "ja": "計画", "en": "plan" }, "layout": "plan.layout.json",
          "words": [["浦河町"]], "plan": { "term": "平成27年度～令和元年度" } },
        { "id": "people", "title": { "ja": "人口", "en": "population" }, "content": "population",
          "population_definition": { "stock_date": "12-31", "source": "住民基本台帳" } }
      ]
    }
    """
  /// Its files by name.
  public static let files = [
    "municipality.json": description,
    "plan.layout.json":
      "{ \"headings\": [ { \"level\": \"goal\", \"pattern\": \"目標{number} {title}\" } ] }",
    "plan.txt": "浦河町\n目標1 しごと\n指標\t基準値（平成26年度）\t目標値（令和元年度）\n転入者数\t715人\t950人\n",
    "people.csv": "item,period,printed\nbirths,2019年,81\n",
  ]

  /// Writes the files, with changes; a file that is changed to `nil` is left out.
  public static func write(
    _ folder: TemporaryFolder, _ changes: [String: String?] = [:], bytes: [String: Data] = [:]
  ) throws {
    for (name, text) in files.merging(changes.compactMapValues { $0 }, uniquingKeysWith: { $1 })
    where !(changes.keys.contains(name) && changes[name] == .some(.none)) {
      try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
    }
    for (name, data) in bytes { try data.write(to: URL(filePath: folder.file(name))) }
  }
}
