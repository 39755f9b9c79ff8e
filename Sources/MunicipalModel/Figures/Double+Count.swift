extension Double {
  /// The number as a count is printed: 70, not 70.0.
  package var countText: String { Int(exactly: self).map(String.init) ?? description }
}
