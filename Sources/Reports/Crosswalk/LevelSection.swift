import MunicipalModel
import PlanAnalysis
import Rendering

/// The levels of both municipalities in the newest common year, per 1,000 residents where that is meant.
struct LevelSection {
  private let contents: CrosswalkContents

  init(_ contents: CrosswalkContents) { self.contents = contents }

  var section: ReportSection? {
    guard !contents.pairings.isEmpty else { return nil }
    return ReportSection(
      key: "levels", heading: LocalizedText(ja: "水準", en: "Levels"),
      introduction: [
        LocalizedText(
          ja: "両市に値がある最も新しい年で比べます。千人当たりは各市の資料の年末人口で割った値で、差と比はその値、"
            + "千人当たりのないものは記載の値から計算します。符号の変わりうる値の比は示しません。",
          en:
            "Compared in the newest year that both have a figure of. Per 1,000 residents is on the "
            + "year-end population that the city's own document prints; difference and ratio are of "
            + "that, or of the figures themselves. No ratio is shown of what may change sign.")
      ], tables: contents.pairs.map(table) + [populations].filter { !$0.rows.isEmpty })
  }

  private func table(_ pair: (left: Municipality, right: Municipality)) -> ReportTable {
    let pairings = contents.pairings.filter {
      $0.left.municipality == pair.left && $0.right.municipality == pair.right
    }
    let names = (pair.left.name, pair.right.name)
    return ReportTable(
      key: "levels",
      caption: LocalizedText(
        ja: "共通の年の水準（差は\(names.0.ja) − \(names.1.ja)、比は\(names.0.ja) ÷ \(names.1.ja)）",
        en: "Levels of a common year (difference: \(names.0.en) − \(names.1.en); ratio: "
          + "\(names.0.en) ÷ \(names.1.en))"),
      columns: [
        .key("concept", LocalizedText(ja: "概念", en: "concept")),
        .key("year", LocalizedText(ja: "年", en: "year")),
        .number("left", names.0), .number("right", names.1),
        .number(
          "left_per_1000",
          LocalizedText(ja: "\(names.0.ja)\n千人当たり", en: "\(names.0.en)\nper 1,000")),
        .number(
          "right_per_1000",
          LocalizedText(ja: "\(names.1.ja)\n千人当たり", en: "\(names.1.en)\nper 1,000")),
        .number("difference", LocalizedText(ja: "差", en: "difference")),
        .number("ratio", LocalizedText(ja: "比", en: "ratio")),
        .text("counting", LocalizedText(ja: "数え方", en: "counted")),
      ], rows: pairings.map(row), notes: notes(pairings))
  }

  private func row(_ pairing: ConceptPairing) -> ReportRow {
    switch pairing.level {
    case .failure(let gap):
      return ReportRow(
        [ReportCell(pairing.concept), ReportCell(gap)]
          + Array(repeating: ReportCell(dash: gap), count: 7))
    case .success(let level):
      return [
        ReportCell(pairing.concept), ReportCell(level.year, style: .plain),
        ReportCell(level.left), ReportCell(level.right),
        perThousand(level.leftPerThousand), perThousand(level.rightPerThousand),
        ReportCell(difference: level.difference, showsFormula: false), ratio(level),
        ReportCell(level.countingLabel, value: level.counting.rawValue),
      ]
    }
  }

  private func perThousand(_ level: Result<ConceptFigure, ConceptGap>) -> ReportCell {
    switch level {
    case .failure(.notPerResident): ReportCell(dash: .notPerResident)
    default: ReportCell(level, showsFormula: false)
    }
  }

  /// The ratio; where there is no difference for the same reason, a dash.
  private func ratio(_ level: LevelComparison) -> ReportCell {
    switch (level.difference, level.ratio) {
    case (.failure(let first), .failure(let second)) where first == second:
      ReportCell(dash: second)
    default: ReportCell(level.ratio, showsFormula: false)
    }
  }

  /// The populations that levels per 1,000 residents are on.
  private var populations: ReportTable {
    var rows: [ReportRow] = []
    var seen: Set<ConceptFigure> = []
    let members = contents.sharedMembers.filter { $0.isLead && $0.concept.isPerResident }
    for municipality in contents.crosswalk.municipalities {
      let own = members.filter { $0.municipality == municipality }
      var years: Set<Int> = []
      for member in own {
        if let year = member.newest.flatMap(member.year) { years.insert(year) }
      }
      for pairing in contents.pairings where pairing.concept.isPerResident {
        if let year = (try? pairing.level.get())?.year { years.insert(year) }
      }
      for year in years.sorted() {
        guard let population = own.first?.population(atEndOf: year),
          seen.insert(population).inserted
        else { continue }
        rows.append([
          ReportCell(municipality), ReportCell(year, style: .plain), ReportCell(population),
        ])
      }
    }
    return ReportTable(
      key: "populations",
      caption: LocalizedText(
        ja: "千人当たりに使った年末人口", en: "Year-end populations behind the levels per 1,000"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("year", LocalizedText(ja: "年", en: "year")),
        .number("population", LocalizedText(ja: "年末人口", en: "population")),
      ], rows: rows)
  }

  /// Which concepts mix calendar and fiscal years.
  private func notes(_ pairings: [ConceptPairing]) -> [LocalizedText] {
    let mixed = pairings.filter { (try? $0.level.get())?.mixesYearKinds == true }
    guard !mixed.isEmpty else { return [] }
    return [
      LocalizedText(
        ja: "暦年と年度が混じるもの（※）: " + mixed.map(\.concept.name.ja).joined(separator: "、") + "。",
        en: "A calendar year against a fiscal year (※): "
          + mixed.map(\.concept.name.en).joined(separator: ", ") + ".")
    ]
  }
}

extension LevelComparison {
  /// The way of counting, with a mark where a calendar year stands beside a fiscal year.
  fileprivate var countingLabel: LocalizedText {
    let mark = mixesYearKinds ? "※" : ""
    return LocalizedText(ja: counting.label.ja + mark, en: counting.label.en + mark)
  }
}
