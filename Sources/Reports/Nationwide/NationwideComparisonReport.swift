import Demography
import MunicipalModel
public import Nationwide
import OpenData
public import Rendering

/// The report that `machi compare NAME... --data FOLDER` prints: municipalities side by side by what the nation publishes.
public enum NationwideComparisonReport {
  /// Makes the report.
  ///
  /// All figures are of one definition: the first series of the folder that has every one of the municipalities.
  ///
  /// - Parameters:
  ///   - towns: the municipalities, of one folder.
  ///   - years: the years of the flows; `nil` for all.
  public static func report(
    _ towns: [MunicipalityData], years: ClosedRange<Int>? = nil
  ) -> Report {
    let data = towns.first?.data
    let series =
      data?.series.first { series in
        towns.allSatisfy { !$0.ratedAccounts(in: series, years: years).isEmpty }
      } ?? data?.series.first
    let members = towns.map { town in
      DynamicsComparison.Member(
        municipality: town.municipality,
        accounts: series.map { town.ratedAccounts(in: $0, years: years) } ?? [])
    }
    let comparison = DynamicsComparison(members)
    let names = towns.map(\.municipality)
    return Report(
      title: LocalizedText(
        ja: "まちくらべ: " + names.map { "\($0.name.ja)（\($0.code)）" }.joined(separator: "、"),
        en: "Comparing towns: " + names.map { "\($0.name.en) (\($0.code))" }.joined(separator: ", ")
      ),
      sections: [
        DynamicsSection(comparison).section,
        notes(series, data, comparison, years: years),
      ])
  }

  /// What the figures count, the years without a sheet, and what was noticed.
  private static func notes(
    _ series: RegistrySeries?, _ data: NationwideData?, _ comparison: DynamicsComparison,
    years: ClosedRange<Int>?
  ) -> ReportSection {
    var notes: [LocalizedText] = []
    if let series {
      notes.append(
        LocalizedText(
          ja: "\(series.label.ja)の表による。その他の増減（職権記載など）は社会増減に入っている。",
          en: "By the sheets of \(series.label.en). Other change is inside the social change."))
      let have = Set(comparison.years.map(\.year))
      let wanted = years.map { $0.count > 100 ? [] : Array($0) } ?? []
      let lacking = wanted.filter { !have.contains($0) }
      if !lacking.isEmpty {
        let list = lacking.map { "\($0)" }
        notes.append(
          LocalizedText(
            ja: "\(list.joined(separator: "、"))年は、すべての市区町村の値がそろう表がない。",
            en: "No sheets with all of the municipalities for \(list.joined(separator: ", "))."))
      }
      for (sheet, reason) in series.sheets.compactMap({ sheet in
        sheet.withheldRates.map { (sheet, $0) }
      }) {
        notes.append(
          LocalizedText(
            ja: "\(sheet.document): \(reason.message.ja)",
            en: "\(sheet.document): \(reason.message.en)"))
      }
    }
    notes += data?.differences ?? []
    return ReportSection(
      key: "notes", heading: LocalizedText(ja: "ファイルと定義", en: "Files and definitions"),
      introduction: notes,
      tables: series.map { [NationwideDataReport.files(data, of: $0)] } ?? [])
  }
}
