#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
package import MunicipalModel
package import Rendering

/// The description of tidy files that the Frictionless tools read: `datapackage.json`.
package enum DataPackage {
  /// The JSON text of the description.
  ///
  /// - Parameters:
  ///   - tables: the tables, each in a file of its name with the ending `.csv`.
  ///   - sources: the documents that the figures were read from, each with its title, and where it is known.
  /// - Throws: `EncodingError`, which well-formed tables do not cause.
  package static func json(for tables: [TidyTable], sources: [Source]) throws -> String {
    let descriptor = Descriptor(
      name: "machikurabe",
      title: "What municipalities published about their population and their plans",
      profile: "tabular-data-package",
      sources: sources,
      resources: tables.map(Resource.init))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(descriptor), as: UTF8.self)
    return UnsafeCharacters.escaped(inJSON: text) + "\n"
  }

  private struct Descriptor: Encodable {
    let name: String
    let title: String
    let profile: String
    let sources: [Source]
    let resources: [Resource]
  }

  /// A document that figures were read from.
  package struct Source: Encodable {
    let title: String
    let path: String?
    let name: String

    /// Takes what is known of a document, or its title.
    package init(_ id: DocumentID, _ publication: Publication?, title: String) {
      self.title = publication?.labelWithoutAddress.ja ?? title
      path = publication?.url
      name = id.rawValue
    }
  }

  private struct Resource: Encodable {
    let name: String
    let path: String
    let profile = "tabular-data-resource"
    let format = "csv"
    let mediatype = "text/csv"
    let encoding = "utf-8"
    let description: String
    let dialect = Dialect()
    let schema: Schema

    init(_ table: TidyTable) {
      name = table.name
      path = table.name + ".csv"
      description = table.description
      schema = Schema(table)
    }
  }

  private struct Dialect: Encodable {
    let delimiter = ","
    let lineTerminator = "\n"
    let quoteChar = "\""
    let doubleQuote = true
    let header = true
  }

  private struct Schema: Encodable {
    let fields: [Field]
    let primaryKey: [String]
    let missingValues = [""]

    init(_ table: TidyTable) {
      fields = table.columns.map(Field.init)
      primaryKey = table.key
    }
  }

  private struct Field: Encodable {
    let name: String
    let type: String
    let description: String
    let constraints: Constraints?

    init(_ column: TidyTable.Column) {
      name = column.name
      type = column.kind.rawValue
      description = column.description
      constraints =
        column.isRequired || !column.choices.isEmpty
        ? Constraints(
          required: column.isRequired ? true : nil,
          enumeration: column.choices.isEmpty ? nil : column.choices) : nil
    }
  }

  private struct Constraints: Encodable {
    let required: Bool?
    let enumeration: [String]?

    enum CodingKeys: String, CodingKey {
      case required
      case enumeration = "enum"
    }
  }
}
