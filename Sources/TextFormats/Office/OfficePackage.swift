/// The parts of a workbook or a Word file, which are members of an archive, and how they refer to each other
/// (Open Packaging Conventions, ECMA-376 part 2).
struct OfficePackage: Sendable {
  /// How one part refers to another.
  struct Relationship: Hashable, Sendable {
    let id: String
    /// The last word of the type's address, such as `worksheet`: that of the strict form is the same.
    let type: String
    /// The name of the part in the archive.
    let target: String
  }

  /// The file, for errors.
  let file: String
  private(set) var archive: ZipArchive

  /// Reads the directory of the archive.
  init(_ bytes: [UInt8], file: String) throws(FormError) {
    self.file = file
    archive = try ZipArchive(bytes, file: file)
  }

  /// The part that holds the document itself.
  mutating func mainPart() throws(FormError) -> String {
    let root = try relationships(of: "")
    guard let main = root.first(where: { $0.type == "officeDocument" }) else {
      throw missing("_rels/.rels")
    }
    return main.target
  }

  /// Unpacks a part that must be there.
  mutating func part(_ name: String) throws(FormError) -> XMLPart {
    guard let bytes = try archive.unpack(name) else { throw missing(name) }
    return try XMLPart(bytes, file: file, name: name)
  }

  private func missing(_ part: String) -> FormError {
    FormError(code: .missingPart, file: file, part: part)
  }

  /// What a part refers to within the archive; nothing if it has no list of relationships.
  mutating func relationships(of part: String) throws(FormError) -> [Relationship] {
    let slash = part.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(part[...$0]) } ?? ""
    let list = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
    guard archive.has(list) else { return [] }
    return try self.part(list).read { xml throws(FormError) in
      var relationships: [Relationship] = []
      while true {
        switch try xml.next() {
        case .finished: return relationships
        case .start where xml.isAt("Relationship"):
          guard let id = xml.text(ofAttribute: "Id"), let type = xml.text(ofAttribute: "Type"),
            let target = xml.text(ofAttribute: "Target"),
            xml.attribute("TargetMode").map({ $0 == "External" }) != true
          else { continue }
          relationships.append(
            Relationship(
              id: id, type: type.split(separator: "/").last.map { String($0) } ?? "",
              target: Self.resolved(target, from: folder)))
        default: break
        }
      }
    }
  }

  /// The name of the part that a target means: from the root with a `/`, otherwise from the folder.
  static func resolved(_ target: String, from folder: String) -> String {
    let isAbsolute = target.utf8.first == UInt8(ascii: "/")
    var steps: [Substring] = []
    for step in ((isAbsolute ? "" : folder) + target).split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
