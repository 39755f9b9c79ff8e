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
          + "\(names.0.en) ÷ \(names.1.en))"), rows: pairings,
      columns: [
        .concept(\.concept),
        .key("year", "年", "year") {
          switch $0.level {
          case .failure(let gap): ReportCell(narrow: gap)
          case .success(let level): ReportCell(level.year, style: .plain)
          }
        },
        .number("left", names.0, cell: level { ReportCell($0.left) }),
        .number("right", names.1, cell: level { ReportCell($0.right) }),
        .number(
          "left_per_1000", "\(names.0.ja)\n千人当たり", "\(names.0.en)\nper 1,000",
          cell: level { perThousand($0.leftPerThousand) }),
        .number(
          "right_per_1000", "\(names.1.ja)\n千人当たり", "\(names.1.en)\nper 1,000",
          cell: level { perThousand($0.rightPerThousand) }),
        .number(
          "difference", "差", "difference",
          cell: level { ReportCell(difference: $0.difference, showsFormula: false) }),
        .number("ratio", "比", "ratio", cell: level(ratio)),
        .text(
          "counting", "数え方", "counted",
          cell: level { ReportCell($0.countingLabel, value: $0.counting.rawValue) }),
      ], notes: notes(pairings))
  }

  /// A cell of a level; where there is none, a dash, as the year says why.
  private func level(
    _ cell: @escaping (Crosswalk.LevelComparison) -> ReportCell
  ) -> (Crosswalk.Pairing) -> ReportCell {
    { pairing in
      switch pairing.level {
      case .failure(let gap): ReportCell(dash: gap)
      case .success(let level): cell(level)
      }
    }
  }

  private func perThousand(_ level: Result<Crosswalk.Figure, FigureGap>) -> ReportCell {
    switch level {
    case .failure(.notPerResident): ReportCell(dash: .notPerResident)
    default: ReportCell(level, showsFormula: false)
    }
  }

  /// The ratio; where there is no difference for the same reason, a dash.
  private func ratio(_ level: Crosswalk.LevelComparison) -> ReportCell {
    switch (level.difference, level.ratio) {
    case (.failure(let first), .failure(let second)) where first == second:
      ReportCell(dash: second)
    default: ReportCell(level.ratio, showsFormula: false)
    }
  }

  /// The populations that levels per 1,000 residents are on.
  private var populations: ReportTable {
    var rows: [(municipality: Municipality, year: Int, population: Crosswalk.Figure)] = []
    var seen: Set<Crosswalk.Figure> = []
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
        rows.append((municipality, year, population))
      }
    }
    return ReportTable(
      key: "populations",
      caption: LocalizedText(
        ja: "千人当たりに使った年末人口", en: "Year-end populations behind the levels per 1,000"), rows: rows,
      columns: [
        .municipality(\.municipality),
        .key("year", "年", "year") { ReportCell($0.year, style: .plain) },
        .number("population", "年末人口", "population") { ReportCell($0.population) },
      ])
  }

  /// Which concepts mix calendar and fiscal years.
  private func notes(_ pairings: [Crosswalk.Pairing]) -> [LocalizedText] {
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

extension Crosswalk.LevelComparison {
  /// The way of counting, with a mark where a calendar year stands beside a fiscal year.
  fileprivate var countingLabel: LocalizedText {
    let mark = mixesYearKinds ? "※" : ""
    return LocalizedText(ja: counting.label.ja + mark, en: counting.label.en + mark)
  }
}
