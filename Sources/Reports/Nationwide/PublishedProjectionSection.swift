import MunicipalModel
package import Nationwide
import OpenData
package import Rendering

/// What the national institute published of a municipality's future (社人研の推計), beside what was computed.
package enum PublishedProjectionSection {
  /// The section; `nil` if no file of the folder has the municipality.
  package static func section(_ town: MunicipalityData) -> ReportSection? {
    let files = town.projections
    let code = town.municipality.code
    let years = Set(files.flatMap(\.years)).sorted()
    guard !files.isEmpty else { return nil }
    let table = ReportTable(
      key: "published_projection_\(code.sixDigits)",
      caption: LocalizedText(
        ja: "\(town.municipality.name.ja)の将来推計人口（社人研の公表値、10月1日、人）",
        en: "Published projection of \(town.municipality.name.en) (IPSS, 1 October, persons)"),
      columns: [
        .key("ages", LocalizedText(ja: "年齢", en: "ages")),
        .key("file", LocalizedText(ja: "ファイル", en: "file")),
      ] + years.map { .number("y\($0)", LocalizedText("\($0)"), unit: "persons") },
      rows: files.map { file in
        let figures = file.figures(of: code)
        let ages = file.ages?.label ?? LocalizedText(ja: "総人口", en: "all ages")
        return ReportRow(
          [
            ReportCell(ages, value: file.ages?.description ?? "all"),
            ReportCell(file.document.rawValue),
          ]
            + years.map { year in
              guard let figure = figures.first(where: { $0.period?.year == year }) else {
                return ReportCell(missing: .notAvailable)
              }
              guard let value = figure.reading.value else {
                return ReportCell(missing: .unreadable, sources: [figure.citation])
              }
              return ReportCell(value, style: .grouped, sources: [figure.citation])
            })
      },
      notes: files.map(\.title).uniqued.map { LocalizedText($0) })
    return ReportSection(
      key: "published_\(code.sixDigits)",
      heading: LocalizedText(ja: "公表された将来推計", en: "Published projection"), tables: [table])
  }
}
