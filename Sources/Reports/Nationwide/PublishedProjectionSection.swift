package import Demography
import MunicipalModel
package import Nationwide
import OpenData
package import Rendering

/// What the national institute published of a municipality's future (社人研の推計), beside what was computed.
package enum PublishedProjectionSection {
  /// The section; `nil` if no file of the folder has the municipality.
  ///
  /// - Parameter study: the municipality's own projections, if there are any; the closed one is set beside the published.
  package static func section(
    _ town: MunicipalityData, beside study: ProjectionStudy? = nil
  ) -> ReportSection? {
    let files = town.projections
    let code = town.municipality.code
    let years = Set(files.flatMap(\.years)).sorted()
    guard !files.isEmpty else { return nil }
    typealias Row = (file: RegionalProjection, figures: [AreaFigure])
    let names: [TableColumn<Row>] = [
      .key("ages", "年齢", "ages") {
        ReportCell(
          $0.file.ages?.label ?? LocalizedText(ja: "総人口", en: "all ages"),
          value: $0.file.ages?.description ?? "all")
      },
      .key("file", "ファイル", "file") { ReportCell($0.file.document.rawValue) },
    ]
    let populations = years.map { year -> TableColumn<Row> in
      .number("y\(year)", LocalizedText("\(year)"), unit: "persons") {
        cell($0.figures.first { $0.period?.year == year })
      }
    }
    let table = ReportTable(
      key: "published_projection_\(code.sixDigits)",
      caption: LocalizedText(
        ja: "\(town.municipality.name.ja)の将来推計人口（社人研の公表値、10月1日、人）",
        en: "Published projection of \(town.municipality.name.en) (IPSS, 1 October, persons)"),
      rows: files.map { ($0, $0.figures(of: code)) }, columns: names + populations,
      notes: files.map(\.title).uniqued.map { LocalizedText($0) })
    return ReportSection(
      key: "published_\(code.sixDigits)",
      heading: LocalizedText(ja: "公表された将来推計", en: "Published projection"),
      tables: [table, study.flatMap { closed($0, of: town) }].compactMap(\.self))
  }

  /// The closed projection beside the published one: what migration, as it is expected, takes or brings.
  private static func closed(_ study: ProjectionStudy, of town: MunicipalityData) -> ReportTable? {
    guard let entry = study.entries.first(where: { $0.scenario.id == "closed" }),
      let day = entry.plan.baseDay,
      let comparison = PublishedComparison(entry.projection, baseDay: day, of: town)
    else { return nil }
    let columns: [TableColumn<PublishedComparison.Row>] = [
      .key("day", "日", "day") { ReportCell($0.day.description) },
      .number("closed", "封鎖人口", "closed", unit: "persons") {
        ReportCell(rounding: $0.own, to: 0)
      },
      .number("published", "公表推計", "published", unit: "persons") {
        ReportCell(rounding: $0.published, to: 0, sources: $0.sources)
      },
      .number("ratio", "比(%)", "ratio (%)", unit: "%") {
        ReportCell(rounding: $0.ratio * 100, to: 1, sources: $0.sources)
      },
    ]
    return ReportTable(
      key: "closed_and_published_\(town.municipality.code.sixDigits)",
      caption: LocalizedText(
        ja: "封鎖人口 ÷ 公表推計（社会増減の影響、人）",
        en: "Closed ÷ published, the influence of migration (persons)"),
      rows: comparison.rows, columns: columns,
      notes: [
        LocalizedText(
          ja: "公表推計は10月1日の値の間を直線で補った。100%を超える分は、公表推計が見込む転出超過による。基準人口（住民基本台帳と国勢調査）と、"
            + "出生・死亡の仮定の違いも入る。",
          en:
            "Published figures between those of 1 October are by straight line. What is over 100% is the net "
            + "out-migration that the published projection expects; the base (register, census) and the assumptions of "
            + "births and deaths differ too.")
      ])
  }

  private static func cell(_ figure: AreaFigure?) -> ReportCell {
    guard let figure else { return ReportCell(missing: .notAvailable) }
    guard let value = figure.reading.value else {
      return ReportCell(missing: .unreadable, sources: [figure.citation])
    }
    return ReportCell(value, style: .grouped, sources: [figure.citation])
  }
}
