extension String {
  /// Makes a text of scalars.
  package init(scalars: ArraySlice<Unicode.Scalar>) {
    self.init(unsafeUninitializedCapacity: scalars.count * 4) { output in
      var count = 0
      for scalar in scalars { TextFolding.append(scalar, to: output, &count) }
      return count
    }
  }

  /// Makes a text of scalars.
  package init(scalars: [Unicode.Scalar]) { self.init(scalars: scalars[...]) }
}
