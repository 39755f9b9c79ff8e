extension Sequence where Element: Hashable {
  /// The elements without repetition, in their order.
  @inlinable package var uniqued: [Element] {
    var seen: Set<Element> = []
    var result: [Element] = []
    for element in self where seen.insert(element).inserted { result.append(element) }
    return result
  }
}
