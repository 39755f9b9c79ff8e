import Foundation
import PackagePlugin

/// Turns a target's data files, those of its folder `Documents` or `Data`, into a Swift file, so that
/// they travel inside the program. For a target without data files it lists the municipalities that
/// the target depends on.
@main
struct EmbedDocuments: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let tool = try context.tool(named: "embed-documents").url
    let folders = ["Documents", "Data"].map { target.directoryURL.appending(path: $0) }
    guard let folder = folders.first(where: { FileManager.default.fileExists(atPath: $0.path) })
    else {
      let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInMunicipalities+All.swift")
      return [
        .buildCommand(
          displayName: "Listing the built-in municipalities",
          executable: tool,
          arguments: ["--registry", output.path] + municipalities(of: target),
          outputFiles: [output]
        )
      ]
    }
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding the data files of \(target.name)",
        executable: tool,
        // The model itself holds the type of the files.
        arguments: [target.name == "MunicipalModel" ? "--own-files" : "--files", output.path]
          + files.map(\.path),
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }

  /// The targets among the dependencies that live in the folder `Municipalities`.
  private func municipalities(of target: any Target) -> [String] {
    target.dependencies.compactMap { dependency in
      guard case .target(let other) = dependency else { return nil }
      let folder = other.directoryURL.deletingLastPathComponent().lastPathComponent
      return folder == "Municipalities" ? other.name : nil
    }
  }
}
