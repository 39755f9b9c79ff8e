extension KeyedDecodingContainer {
  /// The error that says what is wrong with the object itself, with its path.
  package func corrupted(_ description: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: codingPath, debugDescription: description))
  }
}
