import Foundation

// Build tool: writes one Swift file, either with a target's data files as string literals
// (--files OUTPUT FILE…, or --own-files in the model itself) or with the list of the municipalities
// (--registry OUTPUT NAME…).

/// Escapes a text so that it can stand in a Swift string literal on one line.
func literal(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case _ where scalar.value < 0x20: result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

func filesSource(files: [String], imports: String) throws -> String {
  var source = """
    // Made at build time from the target's data files. Do not edit.
    \(imports)
    enum BuiltInFiles {
      static let all: [BuiltInFile] = [

    """
  for path in files {
    let url = URL(fileURLWithPath: path)
    let text = try String(contentsOf: url, encoding: .utf8)
    source += "    BuiltInFile(name: \"\(literal(url.lastPathComponent))\","
    source += " text: \"\(literal(text))\"),\n"
  }
  return source + "  ]\n}\n"
}

func registrySource(names: [String]) -> String {
  var source = "// Made at build time from the dependencies in Package.swift. Do not edit.\n"
  source += "internal import DocumentReading\n"
  for name in names { source += "internal import \(name)\n" }
  source += "\nextension BuiltInMunicipalities {\n  static let all: [any MunicipalityAdapter] = [\n"
  for name in names { source += "    \(name)(),\n" }
  return source + "  ]\n}\n"
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
  FileHandle.standardError.write(
    Data("usage: embed-documents --files|--own-files|--registry OUTPUT …\n".utf8))
  exit(2)
}
do {
  let inputs = Array(arguments.dropFirst(2))
  let source =
    try arguments[0] == "--registry"
    ? registrySource(names: inputs)
    : filesSource(
      files: inputs,
      imports:
        "internal import \(arguments[0] == "--own-files" ? "TextFormats" : "MunicipalModel")\n")
  try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
} catch {
  FileHandle.standardError.write(Data("embed-documents: \(error)\n".utf8))
  exit(1)
}
