import MunicipalModel
import PlanAnalysis
import Rendering

extension CrosswalkFindings {
  // MARK: Concepts

  var pairingRows: [Finding] {
    contents.pairings.flatMap { pairing -> [Finding] in
      var subject = Subject(
        concept: pairing.concept, theme: pairing.concept.theme,
        municipality: pairing.left.municipality, other: pairing.right.municipality)
      var rows = [row("comparability", subject, ReportCell(pairing.comparability))]
      for reason in pairing.reasons {
        subject.item = reason.aspect
        rows.append(
          row(
            "comparability_reason", subject, ReportCell(reason.text, value: reason.limit.rawValue)))
      }
      subject.item = ""
      switch pairing.level {
      case .failure(let gap): rows.append(row("level_difference", subject, ReportCell(narrow: gap)))
      case .success(let level):
        subject.period = "\(level.year)"
        subject.item = level.counting.rawValue
        rows += [
          row("level_difference", subject, ReportCell(difference: level.difference)),
          row("level_ratio", subject, ReportCell(level.ratio)),
        ]
        for (member, figure, perThousand) in [
          (pairing.left, level.left, level.leftPerThousand),
          (pairing.right, level.right, level.rightPerThousand),
        ] {
          var own = subject
          own.municipality = member.municipality
          own.other =
            member == pairing.left ? pairing.right.municipality : pairing.left.municipality
          own.document = member.document.rawValue
          own.period = figure.period?.code ?? ""
          rows.append(row("level", own, ReportCell(figure)))
          rows.append(row("level_per_1000", own, ReportCell(perThousand)))
        }
      }
      return rows
    }
  }

  var memberRows: [Finding] {
    contents.sharedMembers.flatMap { member -> [Finding] in
      var subject = Subject(
        concept: member.concept, theme: member.concept.theme, municipality: member.municipality,
        document: member.document.rawValue, item: member.name.ja)
      let source = member.placed.map { [$0.indicator.citation] } ?? member.newest?.sources ?? []
      guard member.isLead else {
        return [
          row(
            "further_indicator", subject,
            ReportCell(member.name, value: member.recognition.rawValue, sources: source))
        ]
      }
      var rows = [
        row(
          "indicator", subject,
          ReportCell(member.name, value: member.recognition.rawValue, sources: source))
      ]
      for (code, figure, gap) in [
        ("baseline", member.baseline, FigureGap.missingBaseline),
        ("actual", member.newest, .missingActual), ("target", member.target, .missingTarget),
      ] {
        var own = subject
        own.period = figure?.period?.code ?? ""
        own.accumulation = figure?.accumulation.rawValue ?? ""
        rows.append(row(code, own, figure.map { ReportCell($0) } ?? ReportCell(narrow: gap)))
      }
      subject.period = member.newest?.period?.code ?? ""
      rows += changes("change", member.changeSinceBaseline, subject)
      if let progress = member.progress {
        rows.append(row("direction", subject, ReportCell(direction: progress.aim)))
        rows.append(
          row(
            "direction_basis", subject,
            ReportCell(progress.aim.basis.label, value: progress.aim.basis.rawValue)))
        rows.append(
          row("progress", subject, ReportCell(progress.progress, to: 1, unit: "%")))
        rows.append(row("pace", subject, ReportCell(progress.pace, to: 2)))
      }
      subject.period = member.target?.period?.code ?? ""
      rows += changes("ambition", member.ambition, subject)
      subject.period = ""
      for note in member.notes {
        rows.append(row("note", subject, ReportCell(note, value: "note")))
      }
      for remark in member.remarks {
        rows.append(
          row(
            "remark_\(remark.code.rawValue)", subject,
            ReportCell(remark.text, value: remark.code.rawValue, sources: remark.sources)))
      }
      return rows
    }
  }

  private func changes(
    _ code: String, _ change: Result<ConceptChange, FigureGap>, _ subject: Subject
  ) -> [Finding] {
    let percent = change.flatMap { $0.percent.map { .success($0) } ?? .failure(.signMayChange) }
    return [
      row(code, subject, ReportCell(difference: change.map(\.difference))),
      row("\(code)_percent", subject, ReportCell(percent)),
    ]
  }

  // MARK: What is left over

  var leftoverRows: [Finding] {
    let crosswalk = contents.crosswalk
    var rows: [Finding] = []
    for concept in crosswalk.unsharedConcepts {
      for member in crosswalk.members where member.concept.id == concept.id {
        let subject = Subject(
          concept: concept, theme: concept.theme, municipality: member.municipality,
          document: member.document.rawValue, item: member.name.ja)
        let source = member.placed.map { [$0.indicator.citation] } ?? []
        rows.append(
          row(
            "unshared_concept", subject,
            ReportCell(member.name, value: member.recognition.rawValue, sources: source)))
      }
    }
    for unpaired in crosswalk.unpaired {
      let citation = unpaired.placed.indicator.citation
      let subject = Subject(
        municipality: unpaired.municipality, document: citation.document.rawValue,
        item: unpaired.placed.indicator.name)
      let cell =
        unpaired.reason.map { ReportCell($0, value: "not_paired", sources: [citation]) }
        ?? ReportCell(
          missing: "no_concept", text: LocalizedText(ja: "概念なし", en: "no concept"),
          sources: [citation])
      rows.append(
        row(unpaired.reason == nil ? "no_concept" : "not_paired", subject, cell))
    }
    for issue in crosswalk.issues {
      let subject = Subject(
        concept: crosswalk.taxonomy.concept(issue.concept), municipality: issue.municipality)
      rows.append(
        row(issue.code.rawValue, subject, ReportCell(issue.message, value: issue.code.rawValue)))
    }
    return rows
  }

  // MARK: Themes and goals

  var themeRows: [Finding] {
    var rows: [Finding] = []
    let themes = contents.crosswalk.taxonomy.themes.filter {
      (contents.filter.theme ?? $0.id) == $0.id
    }
    for theme in themes {
      for municipality in contents.crosswalk.municipalities {
        guard let summary = contents.themes.summary(theme.id, of: municipality.code) else {
          continue
        }
        let subject = Subject(theme: theme.id, municipality: municipality)
        rows += [
          row("theme_projects", subject, ReportCell(summary.projects)),
          row("theme_indicators", subject, ReportCell(summary.indicators)),
          row("theme_median_pace", subject, ReportCell(median: summary.medianPace, to: 2)),
          row("theme_pledges", subject, ReportCell(summary.pledges)),
        ]
      }
      for entry in contents.themes.entries where entry.themes.contains(theme.id) {
        let subject = Subject(
          theme: theme.id, municipality: entry.municipality, document: entry.document.rawValue,
          item: entry.placed.node.shortTitle)
        let isMain = entry.themes.first == theme.id
        rows.append(
          row(
            isMain ? "theme_assignment" : "theme_secondary_assignment", subject,
            ReportCell(entry.reason, value: theme.id, sources: [entry.placed.node.citation])))
      }
    }
    return rows
  }

  var goalRows: [Finding] {
    var rows: [Finding] = []
    let goals = contents.rules.goals.filter {
      (contents.filter.goal ?? $0.number) == $0.number
    }
    for goal in goals {
      for municipality in contents.crosswalk.municipalities {
        let cell = contents.matrix.cell(goal.number, of: municipality.code)
        let subject = Subject(goal: goal.number, municipality: municipality)
        rows += [
          row("sdg_projects", subject, ReportCell(cell.projects)),
          row("sdg_indicators", subject, ReportCell(cell.indicators)),
          row("sdg_median_pace", subject, ReportCell(median: cell.medianPace, to: 2)),
        ]
      }
      for tagged in contents.matrix.nodes(serving: goal.number) {
        let node = tagged.placed.node
        guard let tag = node.sdgs.first(where: { $0.goal == goal.number }) else { continue }
        let subject = Subject(
          goal: goal.number, municipality: tagged.municipality,
          document: tagged.document.rawValue, item: "\(node.level.rawValue): \(node.shortTitle)")
        rows.append(
          row(
            tag.isPublished ? "sdg_published" : "sdg_assigned", subject,
            ReportCell(
              tag.rationale, value: tag.isPublished ? "published" : "assigned",
              sources: [node.citation])))
      }
    }
    guard contents.filter.goal == nil else { return rows }
    for tagged in contents.matrix.untagged {
      let node = tagged.placed.node
      let subject = Subject(
        municipality: tagged.municipality, document: tagged.document.rawValue,
        item: "\(node.level.rawValue): \(node.shortTitle)")
      let cell = ReportCell(
        missing: "no_goal", text: LocalizedText(ja: "なし", en: "none"), sources: [node.citation])
      rows.append(row("sdg_untagged", subject, cell))
    }
    return rows
  }
}
