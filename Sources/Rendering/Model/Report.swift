public import MunicipalModel

/// What is shown to a reader: a title, and sections of notes and tables.
///
/// A report holds finished cells. A renderer turns it into text, Markdown, CSV or JSON and computes
/// nothing.
public struct Report: Hashable, Sendable {
  /// The title.
  public let title: LocalizedText
  /// The sections in reading order.
  package let sections: [ReportSection]
  /// What is known of the publication of the documents that cells cite.
  public let publications: [DocumentID: Publication]
  /// The sections in chapters, for a page that shows a part of them at first; empty where it shows all.
  package private(set) var chapters: [ReportChapter] = []
  /// What a reader comes for, in sentences that stand before all else where there is little room.
  package private(set) var answers: [LocalizedText] = []
  /// The day on which the report was made; `nil` if it does not say.
  package private(set) var date: Period?

  /// Makes a report.
  ///
  /// - Parameter records: those whose documents are cited, for the lines of sources to say what they are.
  package init(
    title: LocalizedText, sections: [ReportSection], citing records: [MunicipalityRecord] = []
  ) {
    self.title = title
    self.sections = sections
    publications = Dictionary(
      records.flatMap(\.documents).compactMap { contents in
        contents.publication.map { (contents.document, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Makes a report of sections that are made one after the other.
  ///
  /// - Parameter isBrief: whether those behind the first with a table are left out, which ``BriefRenderer`` does not
  ///   show.
  package init(
    title: LocalizedText, isBrief: Bool, sections: [() -> [ReportSection]],
    citing records: [MunicipalityRecord]
  ) {
    var made: [ReportSection] = []
    for section in sections where !isBrief || made.allSatisfy(\.tables.isEmpty) {
      made += section()
    }
    self.init(title: title, sections: made, citing: records)
  }

  /// Makes a report in chapters.
  ///
  /// - Parameter publications: what is known of documents that the records do not describe.
  package init(
    title: LocalizedText, chapters: [ReportChapter], citing records: [MunicipalityRecord],
    publications: [DocumentID: Publication], date: Period?
  ) {
    let sections = chapters.flatMap { $0.parts.map(\.section) }
    let described = Self(title: title, sections: sections, citing: records).publications
    self.init(
      title: title, sections: sections,
      publications: described.merging(publications, uniquingKeysWith: { first, _ in first }))
    self.chapters = chapters
    self.date = date
  }

  private init(
    title: LocalizedText, sections: [ReportSection], publications: [DocumentID: Publication]
  ) {
    self.title = title
    self.sections = sections
    self.publications = publications
  }

  /// The report with what it answers.
  package func answering(_ answers: [ReportAnswer?]) -> Self {
    var copy = self
    copy.answers = answers.compactMap { $0?.text }
    return copy
  }

  /// Makes a report of one section without a heading.
  package init(title: LocalizedText, key: String, tables: [ReportTable]) {
    self.init(title: title, sections: [ReportSection(key: key, tables: tables)])
  }
}

/// A part of a report: notes before, charts, tables, notes after.
package struct ReportSection: Hashable, Sendable {
  /// A stable name in snake case, by which exported files know the section.
  package private(set) var key: String
  /// The heading; `nil` for none.
  package private(set) var heading: LocalizedText?
  /// Paragraphs before the tables.
  package let introduction: [LocalizedText]
  /// The charts in reading order. Renderers that cannot draw leave them out: the tables say the same.
  package private(set) var charts: [ReportChart]
  /// The tables in reading order.
  package private(set) var tables: [ReportTable]
  /// Paragraphs after the tables.
  package let closing: [LocalizedText]

  /// Makes a section.
  package init(
    key: String, heading: LocalizedText? = nil, introduction: [LocalizedText] = [],
    charts: [ReportChart] = [], tables: [ReportTable] = [], closing: [LocalizedText] = []
  ) {
    self.key = key
    self.heading = heading
    self.introduction = introduction
    self.charts = charts
    self.tables = tables
    self.closing = closing
  }
}

extension ReportSection {
  /// The section without charts that draw nothing and tables that say nothing; `nil` if nothing is left.
  ///
  /// A table says nothing if it has no row, or but the columns that name its rows.
  package var withoutEmptyParts: Self? {
    var copy = self
    copy.charts = charts.filter { !$0.values.isEmpty }
    copy.tables = tables.filter { table in
      !table.rows.isEmpty && table.columns.contains { $0.role == .value }
    }
    let had = !charts.isEmpty || !tables.isEmpty
    return had && copy.charts.isEmpty && copy.tables.isEmpty && closing.isEmpty ? nil : copy
  }

  /// The section with its charts in the colour of the municipality that it is about.
  ///
  /// - Parameter place: the place of the municipality among all.
  package func coloured(_ place: Int) -> Self {
    var copy = self
    copy.charts = charts.map { $0.found($0.finding, colour: place) }
    return copy
  }

  /// The section under another heading, and perhaps another key, as part of a larger report.
  package func headed(_ heading: LocalizedText, key: String? = nil) -> Self {
    var copy = self
    copy.heading = heading
    copy.key = key ?? self.key
    return copy
  }
}
