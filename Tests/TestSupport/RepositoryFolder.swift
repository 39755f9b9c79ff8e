internal import Foundation

/// Folders of the repository that hold data only and are not built in.
public enum RepositoryFolder {
  /// The path of the folder of a municipality, such as `Urakawa`.
  public static func municipality(_ name: String) -> String { file("Municipalities/\(name)") }

  /// The path of a file of the repository, such as `README.md`.
  public static func file(_ path: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: path).path
  }
}
