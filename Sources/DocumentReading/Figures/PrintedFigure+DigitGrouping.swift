import MunicipalModel

extension PrintedFigure {
  /// Whether a space between digits groups thousands, which only the figures around it can tell.
  public enum DigitGrouping: Hashable, Sendable {
    /// Commas, or nothing that tells: `80 100` may be two figures.
    case commas
    /// The figures of 1,000 and more are grouped by spaces: `88 545`.
    case spaces

    /// Finds how the figures of a table group their digits.
    ///
    /// Spaces group only if nearly all figures of 1,000 and more have them, and if they cannot be two
    /// figures each: `1 037` has a group that begins with a zero, or there are three of them at least.
    package init(of cells: some Sequence<String>) {
      var evidence = Evidence()
      for cell in cells where cell.utf8.count <= 100 { evidence.look(at: cell) }
      let isSure = evidence.isSure || evidence.spaced >= 3
      self =
        isSure && evidence.spaced >= 2 && evidence.spaced > 4 * evidence.other ? .spaces : .commas
    }

    private struct Evidence {
      /// Figures that spaces group.
      var spaced = 0
      /// Whether one of them cannot be several figures.
      var isSure = false
      /// Figures of 1,000 and more without spaces, and digits apart that cannot be one figure.
      var other = 0

      mutating func look(at cell: String) {
        var scanner = TextScanner(cell)
        while let scalar = scanner.current {
          guard scalar.decimalDigit != nil else {
            scanner.position += 1
            continue
          }
          var groups = [scanner.read { $0.decimalDigit != nil }]
          var separators: Set<Unicode.Scalar> = []
          while let next = scanner.current, next == " " || next == ",",
            scanner.peek(1)?.decimalDigit != nil
          {
            separators.insert(next)
            scanner.position += 1
            groups.append(scanner.read { $0.decimalDigit != nil })
          }
          add(groups, separators, isShare: scanner.current == "%", isYear: scanner.current == "年")
        }
      }

      private mutating func add(
        _ groups: [String], _ separators: Set<Unicode.Scalar>, isShare: Bool, isYear: Bool
      ) {
        let isGrouped =
          groups.count > 1 && groups[0].utf8.count <= 3
          && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        if groups.count == 1 {
          // 2018 may be a year.
          let mayBeYear = isYear || groups[0].utf8.count == 4 && "12".contains(groups[0].prefix(1))
          if groups[0].utf8.count > 3, !mayBeYear { other += 1 }
        } else if separators == [" "], isGrouped, !isShare {
          spaced += 1
          isSure = isSure || groups.count > 2 || groups[1].hasPrefix("0")
        } else {
          other += 1
        }
      }
    }
  }
}
