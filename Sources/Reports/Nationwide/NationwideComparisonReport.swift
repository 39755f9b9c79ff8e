import Demography
import MunicipalModel
public import Nationwide
import OpenData
public import Rendering

/// The report that `machi compare NAME... --data FOLDER` prints: municipalities side by side by what the nation publishes.
public enum NationwideComparisonReport {
  /// What a report is asked for.
  public struct Request: Hashable, Sendable {
    /// The years of the flows; `nil` for all.
    public var years: ClosedRange<Int>?
    /// What is shown beside the municipalities.
    public var beside: Set<ComparedArea.Kind>
    /// Whether series of other definitions follow, each in a section of its own.
    public var showsOtherDefinitions: Bool

    /// Makes a request.
    public init(
      years: ClosedRange<Int>? = nil, beside: Set<ComparedArea.Kind> = [],
      showsOtherDefinitions: Bool = false
    ) {
      self.years = years
      self.beside = beside
      self.showsOtherDefinitions = showsOtherDefinitions
    }
  }

  /// Makes the report.
  ///
  /// The figures of a section are of one definition: those of the first series of the folder that has every one of the
  /// municipalities. Where others are asked for, each has its own section, the oldest first: a break between them
  /// (the day of the stock, foreign residents) is where one section ends.
  ///
  /// - Parameter towns: the municipalities, of one folder.
  public static func report(
    _ towns: [MunicipalityData], _ request: Request = Request()
  ) -> Report {
    let data = towns.first?.data
    let years = request.years
    let fitting = (data?.series ?? []).filter { series in
      towns.allSatisfy { !$0.ratedAccounts(in: series, years: years).isEmpty }
    }
    let first = fitting.first ?? data?.series.first
    let shown =
      request.showsOtherDefinitions && fitting.count > 1
      ? fitting.sorted { $0.isOlder(than: $1) } : [first].compactMap(\.self)
    let comparisons = shown.map { series in
      DynamicsComparison(
        towns.map { town in
          DynamicsComparison.Member(
            municipality: town.municipality,
            accounts: town.ratedAccounts(in: series, years: years))
        })
    }
    let sections = zip(shown, comparisons).enumerated().flatMap {
      index, shownSeries -> [ReportSection] in
      let (series, comparison) = shownSeries
      let areas =
        data?.areas(beside: towns, request.beside, in: series, years: years) ?? []
      let suffix = index == 0 ? "" : "_\(index + 1)"
      let mergers = mergers(series, comparison, years: years)
      return [
        DynamicsSection(
          comparison, key: "dynamics" + suffix, label: shown.count > 1 ? series.label : nil,
          first: [BesideTable(areas, beside: comparison, withMembers: true).table].compactMap(
            \.self),
          takesOne: true
        ).section.noting(mergers, missing: request.beside.subtracting(areas.map(\.kind))),
        notes(series, data, comparison, mergers, years: years, key: "notes" + suffix),
      ]
    }
    let names = towns.map(\.municipality)
    return Report(
      title: LocalizedText(ja: "まちくらべ: ", en: "Comparing towns: ") + names.namesWithCodes,
      sections: sections
        // Of several definitions, the newest.
    ).answering(comparisons.last.map { DynamicsAnswers($0).answers } ?? [])
  }

  /// What the figures count, the years without a sheet, and what was noticed.
  private static func notes(
    _ series: RegistrySeries, _ data: NationwideData?, _ comparison: DynamicsComparison,
    _ mergers: [LocalizedText], years: ClosedRange<Int>?, key: String
  ) -> ReportSection {
    var notes: [LocalizedText] = []
    notes.append(
      LocalizedText(
        ja: "\(series.label.ja)の表による。その他の増減（職権記載など）は社会増減に入っている。",
        en: "By the sheets of \(series.label.en). Other change is inside the social change."))
    let have = Set(comparison.years.map(\.year))
    let lacking = series.wantedYears(years).filter { !have.contains($0) }
    if !lacking.isEmpty {
      let list = lacking.map { "\($0)" }
      notes.append(
        LocalizedText(
          ja: "\(list.joined(separator: "、"))年は、すべての市区町村の値がそろう表がない。",
          en: "No sheets with all of the municipalities for \(list.joined(separator: ", "))."))
      let others = (data?.series ?? []).filter { other in
        other.definition != series.definition && other.years.contains(where: lacking.contains)
      }
      notes += others.map { other in
        LocalizedText(
          ja: "そのうち\(other.label.ja)の表にある年は、数え方が違うため並べていない。",
          en:
            "Those in the sheets of \(other.label.en) are counted differently and not set beside these."
        )
      }
    }
    for (sheet, reason) in series.sheets.compactMap({ sheet in
      sheet.withheldRates.map { (sheet, $0) }
    }) {
      notes.append(
        LocalizedText(
          ja: "\(sheet.document): \(reason.message.ja)",
          en: "\(sheet.document): \(reason.message.en)"))
    }
    notes += mergers
    notes += data?.differences ?? []
    return ReportSection(
      key: key, heading: LocalizedText(ja: "ファイルと定義", en: "Files and definitions"),
      introduction: notes, tables: [NationwideDataReport.files(data, of: series)])
  }

  /// The years in which one of the municipalities took in others, so that its counts are of another area than before.
  private static func mergers(
    _ series: RegistrySeries, _ comparison: DynamicsComparison, years: ClosedRange<Int>?
  ) -> [LocalizedText] {
    var notes: [LocalizedText] = []
    for sheet in series.sheets where years?.contains(sheet.period.year) != false {
      guard let pair = series.pair(endingIn: sheet) else { continue }
      let period = sheet.period.label
      let towns = comparison.members.map(\.municipality)
      let changes = pair.changes.filter { change in
        change.kind != .recoding && towns.contains { $0.code == change.successor?.code }
      }
      notes += changes.map { change in
        LocalizedText(
          ja: "\(period.ja): \(change.message.ja)。それより前の人数は合併前の区域のもの。",
          en:
            "\(period.en): \(change.message.en). Counts of the years before are of the area before it."
        )
      }
      for town in towns where !changes.contains(where: { $0.successor?.code == town.code }) {
        guard let row = sheet.row(town.code), pair.isGrown(row) else { continue }
        notes.append(
          LocalizedText(
            ja: "\(period.ja): \(town.name.ja)は、なくなった市町村の住民を受け入れました。"
              + "それより前の人数は受け入れる前のもの。",
            en:
              "\(period.en): \(town.name.en) took in people of a municipality that is gone. Counts "
              + "of the years before are those before it."))
      }
    }
    return notes
  }
}

extension RegistrySeries {
  /// Whether its first sheet is of an earlier day; of the same, whether it comes first in a folder.
  fileprivate func isOlder(than other: Self) -> Bool {
    guard let own = sheets.first?.stockDate, let others = other.sheets.first?.stockDate else {
      return false
    }
    return own < others
  }
}

extension ReportSection {
  /// The section with remarks below its counts and index numbers, in which a merger is a jump, and a word on what was
  /// asked for and has no row in the sheets.
  fileprivate func noting(_ notes: [LocalizedText], missing: Set<ComparedArea.Kind>) -> Self {
    let missing = ComparedArea.Kind.allCases.filter(missing.contains).map { kind in
      switch kind {
      case .prefecture:
        LocalizedText(
          ja: "表に都道府県の行がないため、都道府県は並べていない。",
          en: "The sheets have no row of the prefecture, so it does not stand beside.")
      case .nation:
        LocalizedText(
          ja: "表に全国の行がないため、全国は並べていない。",
          en: "The sheets have no row of the nation, so it does not stand beside.")
      case .peers:
        LocalizedText(
          ja: "表に似た市区町村がないため、並べていない。",
          en: "The sheets have no peers, so none stand beside.")
      }
    }
    return Self(
      key: key, heading: heading, introduction: introduction + missing, charts: charts,
      tables: tables.map { table in
        guard ["counts", "indices"].contains(table.key) else { return table }
        return ReportTable(
          key: table.key, caption: table.caption, columns: table.columns, rows: table.rows,
          notes: table.notes + notes, basis: table.basis)
      }, closing: closing)
  }
}
