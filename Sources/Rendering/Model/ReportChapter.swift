package import MunicipalModel

/// What a page shows at first of some sections: answers, cards, the charts and tables that stand open.
///
/// Formats of one column of text have the sections alone.
package struct ReportChapter: Hashable, Sendable {
  /// A section, and how much of it stands open; the rest is folded, or on the page of all tables.
  package struct Part: Hashable, Sendable {
    /// The section.
    package let section: ReportSection
    /// So many of its charts stand open, from the first.
    package let openCharts: Int
    /// So many of its tables stand open, from the first.
    package let openTables: Int

    /// Makes a part.
    package init(_ section: ReportSection, openCharts: Int = 0, openTables: Int = 0) {
      self.section = section
      self.openCharts = openCharts
      self.openTables = openTables
    }
  }

  /// A stable name in snake case.
  package let key: String
  /// The heading.
  package let heading: LocalizedText
  /// A table whose rows are drawn as cards, one a municipality; `nil` for none.
  package let cards: ReportTable?
  /// What a reader comes for, in sentences.
  package let answers: [ReportAnswer]
  /// A chart that stands beside the answers, which a section of another chapter has too.
  package let chart: ReportChart?
  /// The sections in reading order.
  package let parts: [Part]

  /// Makes a chapter.
  package init(
    key: String, heading: LocalizedText, cards: ReportTable? = nil, answers: [ReportAnswer] = [],
    chart: ReportChart? = nil, parts: [Part]
  ) {
    self.key = key
    self.heading = heading
    self.cards = cards
    self.answers = answers
    self.chart = chart
    self.parts = parts
  }
}

/// An answer in a sentence: what it is about, and the printed cells that it rests on.
package struct ReportAnswer: Hashable, Sendable {
  /// The question, or whom the answer is about.
  package let label: LocalizedText
  /// The sentence.
  package let text: LocalizedText
  /// The printed cells.
  package let sources: [Citation]
  /// The chapter that says more; `nil` for the one that it stands in.
  package let chapter: String?

  /// Makes an answer.
  package init(
    _ label: LocalizedText, _ text: LocalizedText, sources: [Citation], chapter: String? = nil
  ) {
    self.label = label
    self.text = text
    self.sources = sources
    self.chapter = chapter
  }
}
