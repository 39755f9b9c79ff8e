/// What stands in the body of a Word file, in a cell or in a text box.
enum WordBlock {
  case paragraph(WordParagraph)
  case table(WordTable)
}

/// A paragraph.
struct WordParagraph {
  /// Its lines, parted by soft line breaks.
  var lines = [""]
  var style: String?
  var number: WordNumber?
  /// The level of its own in the outline, from 0; 9 is none.
  var outlineLevel: Int?
  /// What stands in text boxes that hang on it.
  var boxes: [WordBlock] = []
  /// What a reader should know of it.
  var issues: Set<WordIssue> = []
  /// Whether the mark at its end was deleted, so that the next paragraph goes on with it.
  var goesOn = false
}

/// A table.
struct WordTable {
  struct Cell {
    /// How many columns of the grid it takes.
    var span = 1
    /// Whether it goes on with the cell above it.
    var goesOnFromAbove = false
    /// Whether it goes on with the cell left of it.
    var goesOnFromLeft = false
    var blocks: [WordBlock] = []

    /// Whether a text or a table stands in it.
    var isFilled: Bool {
      blocks.contains { block in
        guard case .paragraph(let paragraph) = block else { return true }
        return !paragraph.lines.allSatisfy { TextFolding.isBlank($0) }
      }
    }
  }

  struct Row {
    /// The columns of the grid left of its first cell.
    var before = 0
    var cells: [Cell] = []
  }

  /// The widths of the columns of its grid, in twentieths of a point.
  var widths: [Int] = []
  var rows: [Row] = []
}

/// What a reader of a Word file should know.
enum WordIssue: Hashable, CaseIterable {
  /// Text was inserted, deleted or moved, and the change is recorded.
  case trackedChange
  case hiddenText
  case struckText
  case coveredText
  case picture
  case embeddedObject
  case comment
  case unknownSymbol
  /// Another file is part of this one.
  case otherFile
}
