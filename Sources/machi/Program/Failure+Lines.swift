import MachiKurabe

/// How an error is told: a line for each thing that is wrong.
extension Failure {
  /// The messages of an error; of open data with the first things that the reader noticed, which often are the reason.
  var lines: [LocalizedText] {
    guard let error = self as? OpenDataError else { return messages }
    return [error.message] + NoticedLines.lines(of: error.diagnostics, paths: [:])
  }
}
