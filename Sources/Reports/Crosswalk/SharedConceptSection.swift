import MunicipalModel
import PlanAnalysis
import Rendering

/// What the municipalities share: each concept, how comparable it is, and why not more.
struct SharedConceptSection {
  private let contents: CrosswalkContents

  init(_ contents: CrosswalkContents) { self.contents = contents }

  var section: ReportSection {
    ReportSection(
      key: "shared_concepts", heading: LocalizedText(ja: "比べられるもの", en: "What can be compared"),
      introduction: introduction, tables: contents.pairs.map(table))
  }

  private var introduction: [LocalizedText] {
    let pairings = contents.pairings
    guard contents.crosswalk.municipalities.count > 1 else {
      return [
        LocalizedText(
          ja: "市町村が1つなので、組になるものはありません。", en: "There is one municipality, so there are no pairs.")
      ]
    }
    let both = pairings.count { $0.left.placed != nil && $0.right.placed != nil }
    func count(_ comparability: Crosswalk.Comparability) -> Int {
      pairings.count { $0.comparability == comparability }
    }
    let (same, similar, related) = (
      count(.sameDefinition), count(.similar), count(.related)
    )
    return [
      LocalizedText(
        ja: "共通の概念は\(pairings.count)、うち両市とも計画の指標を持つものは\(both)。"
          + "定義が同じもの\(same)、似たもの\(similar)、関連するだけのもの\(related)。",
        en: "Shared concepts: \(pairings.count), of which \(both) are indicators of both plans. "
          + "Same definition: \(same), similar: \(similar), related only: \(related)."),
      LocalizedText(
        ja: "「同じ定義」は資料の記載から同じと確かめられるものだけです。どちらかの資料に記載のない点があれば「似た定義」までとし、"
          + "測るものが違えば「関連するのみ」として水準の差や比は示しません。",
        en:
          "\"Same definition\" is said only where the documents show it. Where one of them is silent, "
          + "two indicators are similar at most; where they measure different things they are "
          + "related only, and no difference or ratio of levels is shown."),
    ]
  }

  private func table(_ pair: (left: Municipality, right: Municipality)) -> ReportTable {
    let pairings = contents.pairings.filter {
      $0.left.municipality == pair.left && $0.right.municipality == pair.right
    }
    return ReportTable(
      key: "shared_concepts",
      caption: LocalizedText(
        ja: "共通の概念（\(pair.left.name.ja)と\(pair.right.name.ja)）",
        en: "Shared concepts (\(pair.left.name.en) and \(pair.right.name.en))"),
      lines: contents.crosswalk.taxonomy.themes.flatMap { theme -> [TableRow<Crosswalk.Pairing>] in
        let own = pairings.filter { $0.concept.theme == theme.id }
        return own.isEmpty ? [] : [.group(theme.name, key: theme.id)] + own.map { .normal($0) }
      },
      columns: [
        .concept(\.concept),
        .text("comparability", "比較可能性", "comparability") { ReportCell($0.comparability) },
        .text("left_indicator", pair.left.name) { cell($0.left) },
        .text("right_indicator", pair.right.name) { cell($0.right) },
        .text("reason", "そう判断した理由", "why not more") {
          ReportCell(
            $0.reasons.map(\.text).joined("。", ". "),
            value: $0.reasons.map(\.aspect).joined(separator: ";"))
        },
      ])
  }

  private func cell(_ member: Crosswalk.Member) -> ReportCell {
    let sources = member.placed.map { [$0.indicator.citation] } ?? member.newest?.sources ?? []
    return ReportCell(member.name, sources: sources)
  }
}
