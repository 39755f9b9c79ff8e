import MunicipalModel
import PlanAnalysis
import Rendering

/// Change since the baseline, ambition and progress of each shared concept, on one scale.
struct ConceptProgressSection {
  private let contents: CrosswalkContents

  init(_ contents: CrosswalkContents) { self.contents = contents }

  var section: ReportSection? {
    guard !contents.pairings.isEmpty else { return nil }
    return ReportSection(
      key: "progress",
      heading: LocalizedText(ja: "変化・目標の高さ・進捗", en: "Change, ambition, progress"),
      introduction: [
        LocalizedText(
          ja: "変化 = 最新の実績 − 基準値。目標の高さ = 目標値 − 基準値。計画期間の累計は1年当たりに直して基準の1年と比べます。"
            + "進捗 = (実績 − 基準値) ÷ (目標値 − 基準値)。ペース = 進捗 ÷ 計画期間の経過割合（1 = 予定どおり）。",
          en:
            "Change = newest actual − baseline. Ambition = target − baseline. What counts over the "
            + "plan's years is brought to one year. Progress = (actual − baseline) ÷ (target − "
            + "baseline). Pace = progress ÷ share of the plan's term that has passed (1 = on schedule)."
        )
      ], tables: [figures, progress])
  }

  private var members: [Crosswalk.Member] { contents.sharedMembers.filter(\.isLead) }

  private var figures: ReportTable {
    ReportTable(
      key: "concept_figures",
      caption: LocalizedText(ja: "基準値・最新の実績・目標値", en: "Baseline, newest actual, target"),
      rows: members,
      columns: [
        .concept(\.concept), .municipality(\.municipality),
        .number("baseline", "基準値", "baseline") { figure($0.baseline, .missingBaseline) },
        .number("actual", "最新の実績", "newest actual") { figure($0.newest, .missingActual) },
        .number("target", "目標値", "target") { figure($0.target, .missingTarget) },
        .number("actual_per_1000", "実績\n千人当たり", "actual\nper 1,000", cell: perThousand),
      ])
  }

  private func perThousand(_ member: Crosswalk.Member) -> ReportCell {
    guard member.concept.isPerResident else { return ReportCell(dash: .notPerResident) }
    guard let newest = member.newest else { return ReportCell(dash: .missingActual) }
    return ReportCell(member.perThousandResidents(newest), showsFormula: false)
  }

  private func figure(_ figure: Crosswalk.Figure?, _ gap: FigureGap) -> ReportCell {
    figure.map { ReportCell($0, showsPeriod: true) } ?? ReportCell(narrow: gap)
  }

  private var progress: ReportTable {
    ReportTable(
      key: "concept_progress",
      caption: LocalizedText(ja: "変化・目標の高さ・進捗", en: "Change, ambition, progress"),
      rows: members,
      columns: [
        .concept(\.concept), .municipality(\.municipality),
        .text("times", "基準→実績→目標", "baseline, actual, target", cell: times),
        .number("change", "変化", "change") { difference($0.changeSinceBaseline) },
        .number("change_percent", "基準比", "of baseline", unit: "%") {
          percent($0.changeSinceBaseline)
        },
        .number("ambition", "目標の高さ", "ambition") { difference($0.ambition) },
        .number("ambition_percent", "基準比", "of baseline", unit: "%") { percent($0.ambition) },
        .text("direction", "向き", "better") {
          $0.progress.map { ReportCell(direction: $0.aim) } ?? ReportCell(narrow: .missingTarget)
        },
        .number("progress", "進捗", "progress", unit: "%") { member in
          measure(member) { ReportCell($0.progress, to: 1, unit: "%", showsFormula: false) }
        },
        .number("pace", "ペース", "pace") { member in
          measure(member) { ReportCell($0.pace, to: 2, showsFormula: false) }
        },
        .text("marks", "注意", "note", cell: mark),
      ])
  }

  /// The times of the three figures, which differ from city to city.
  private func times(_ member: Crosswalk.Member) -> ReportCell {
    let unknown = LocalizedText(ja: "不明", en: "unknown")
    func label(_ figure: Crosswalk.Figure?) -> LocalizedText {
      figure.map { $0.period?.label ?? unknown } ?? LocalizedText("-")
    }
    let figures = [member.baseline, member.newest, member.target]
    return ReportCell(
      LocalizedText(
        ja: figures.map { label($0).ja }.joined(separator: " → "),
        en: figures.map { label($0).en }.joined(separator: " → ")),
      value: figures.map { $0?.period?.code ?? "" }.joined(separator: ";"))
  }

  private func difference(_ change: Result<ConceptChange, FigureGap>) -> ReportCell {
    // A plain difference follows from the table above; a mean a year is worth showing.
    let isPlain = (try? change.get())?.isOfPrintedFigures ?? true
    return ReportCell(difference: change.map(\.difference), showsFormula: !isPlain)
  }

  private func percent(_ change: Result<ConceptChange, FigureGap>) -> ReportCell {
    switch change {
    case .failure(let gap): ReportCell(dash: gap)
    case .success(let change):
      change.percent.map { ReportCell($0, style: .signed, showsFormula: false) }
        ?? ReportCell(narrow: .signMayChange)
    }
  }

  private func measure(
    _ member: Crosswalk.Member, _ cell: (ConceptProgress) -> ReportCell
  ) -> ReportCell {
    member.progress.map(cell) ?? ReportCell(narrow: .missingTarget)
  }

  /// What must be known to read the progress, in a word.
  private func mark(_ member: Crosswalk.Member) -> ReportCell {
    let marks = member.remarks.filter { $0.code.shortLabel != nil }
    guard !marks.isEmpty else { return ReportCell(LocalizedText(""), value: "") }
    let labels = marks.compactMap(\.code.shortLabel)
    return ReportCell(
      labels.joined(),
      value: marks.map(\.code.rawValue).joined(separator: ";"))
  }
}

extension MemberRemark.Code {
  /// A word for a narrow column; `nil` for what does not bear on progress.
  fileprivate var shortLabel: LocalizedText? {
    switch self {
    case .countsFromZero: LocalizedText(ja: "0から", en: "from zero")
    case .loweredExpectation: LocalizedText(ja: "見込みを下げた目標", en: "lowered expectation")
    case .targetNearBaseline: LocalizedText(ja: "目標が基準に近い", en: "target near baseline")
    case .unknownDirection: LocalizedText(ja: "向きが不明", en: "direction unknown")
    case .baselineInOtherDocument:
      LocalizedText(ja: "基準値は別の資料", en: "baseline in another document")
    default: nil
    }
  }
}
