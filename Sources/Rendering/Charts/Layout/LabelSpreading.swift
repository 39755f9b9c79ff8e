/// Moves labels apart along one axis so that none overlaps, as near to their points as can be.
package enum LabelSpreading {
  /// A label: where its middle should be, and how much room it takes.
  package struct Label: Hashable {
    package let wanted: Double
    package let length: Double
  }

  /// The middles of the labels, in the order given, within a range where they fit.
  ///
  /// Labels that would overlap stand together about the mean of where they should be. Labels that do
  /// not fit together run over the end of the range, still without overlapping.
  package static func places(_ labels: [Label], within range: ClosedRange<Double>) -> [Double] {
    let order = labels.indices.sorted { (labels[$0].wanted, $0) < (labels[$1].wanted, $1) }
    // Where a label should be, less the room that those before it take: these may not descend.
    var offsets: [Double] = []
    var room = 0.0
    var blocks: [(sum: Double, count: Int)] = []
    for index in order {
      let offset = room + labels[index].length / 2
      offsets.append(offset)
      room += labels[index].length
      blocks.append((labels[index].wanted - offset, 1))
      while blocks.count > 1 {
        let last = blocks[blocks.count - 1]
        let before = blocks[blocks.count - 2]
        if before.sum / Double(before.count) < last.sum / Double(last.count) { break }
        blocks.removeLast()
        blocks[blocks.count - 1] = (before.sum + last.sum, before.count + last.count)
      }
    }
    let highest = max(range.lowerBound, range.upperBound - room)
    let starts = blocks.flatMap { block in
      Array(repeating: block.sum / Double(block.count), count: block.count)
    }
    var places = labels.map(\.wanted)
    for (position, index) in order.enumerated() {
      places[index] = min(highest, max(range.lowerBound, starts[position])) + offsets[position]
    }
    return places
  }
}
