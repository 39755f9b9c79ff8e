import DocumentReading
import MunicipalModel
import PlanAnalysis
import TestSupport
import Testing

/// The concepts that the built-in cities share. Figures are those of the documents.
@Suite("Crosswalk: shared concepts")
struct CrosswalkConceptTests {
  let crosswalk: Crosswalk

  init() throws { crosswalk = try CrosswalkSample.builtIn() }

  @Test(
    "Every pairing has the comparability that its definitions allow",
    arguments: [
      ("total_fertility", Crosswalk.Comparability.similar), ("in_migration", .similar),
      ("out_migration", .similar), ("net_migration", .similar), ("tourist_arrivals", .similar),
      ("foreign_guests", .related), ("business_startups", .similar),
      ("company_entries", .similar), ("new_industry_support", .related),
      ("supported_employment", .related), ("skills_training", .related), ("uij_turn", .similar),
      ("migration_trial", .related), ("liveability", .related), ("childcare_waiting", .related),
      ("family_support", .similar), ("childcare_consultation", .related),
      ("indoor_play", .similar), ("childcare_perception", .related),
      ("multi_child_support", .related), ("disaster_mail", .similar), ("ict_services", .related),
    ])
  func comparability(concept: String, expected: Crosswalk.Comparability) throws {
    let pairing = try pairing(concept)
    #expect(pairing.comparability == expected)
    #expect(!pairing.reasons.isEmpty, "it says why it is not more")
    #expect(pairing.reasons.map(\.limit).min() == expected)
    for reason in pairing.reasons {
      #expect(!reason.text.ja.isEmpty && !reason.text.en.isEmpty)
      #expect(reason.text.en.contains("Iwamizawa") || reason.text.en.contains("neither"))
    }
  }

  @Test("22 concepts are shared, 20 of them by indicators of both plans")
  func counts() {
    #expect(crosswalk.sharedConcepts.count == 22)
    #expect(crosswalk.pairings.count == 22)
    #expect(
      crosswalk.pairings.count { $0.left.placed != nil && $0.right.placed != nil } == 20)
    #expect(crosswalk.issues == [], "every file fits the documents")
  }

  @Test("Each city's indicators are sorted or left over, and none is lost")
  func nothingIsLost() throws {
    for record in try CrosswalkSample.records() {
      let members = crosswalk.members.filter {
        $0.municipality == record.municipality && $0.placed != nil
      }
      let unpaired = crosswalk.unpaired.filter { $0.municipality == record.municipality }
      let document: DocumentID =
        record.municipality.code == CrosswalkSample.tomakomai
        ? "tomakomai-progress" : "iwamizawa-progress"
      let plan = try #require(record.contents(of: document)?.plans.first)
      let repeats = plan.indicators.filter { $0.indicator.first(.shared) != nil }
      #expect(members.count + unpaired.count + repeats.count == plan.indicators.count)
      let cited = Set(
        (members.compactMap(\.placed) + unpaired.map(\.placed)).map(\.indicator.citation))
      #expect(cited.count == members.count + unpaired.count, "none is sorted twice")
    }
  }

  @Test("Every figure of a pairing stands in the line that it cites")
  func citations() throws {
    var documents: [DocumentID: DocumentText] = [:]
    for adapter in Published.adapters {
      documents.merge(try adapter.builtInLibrary().documents) { first, _ in first }
    }
    var checked = 0
    for pairing in crosswalk.pairings {
      for member in [pairing.left, pairing.right] {
        let figures = [member.baseline, member.newest, member.target].compactMap { $0 }
        #expect(!figures.isEmpty, "\(pairing.concept.id) of \(member.municipality.name.en)")
        var all = figures
        if let level = try? pairing.level.get() { all += [level.left, level.right] }
        for figure in all {
          #expect(!figure.sources.isEmpty)
          for source in figure.sources {
            let text = try #require(documents[source.document]).line(source.line)
            #expect(
              TextFolding.key(text).contains(TextFolding.key(source.printed)),
              "\(source) in \(text)")
            checked += 1
          }
        }
      }
    }
    #expect(checked > 150)
  }

  @Test(
    "Baseline, newest actual figure and target are those of the tables",
    arguments: [
      // concept, city, role, figure, unit, document, line
      ("total_fertility", "012106", "actual", "1.18", "", "iwamizawa-progress", 263),
      ("total_fertility", "012131", "target", "1.8", "", "tomakomai-progress", 331),
      ("in_migration", "012106", "baseline", "3.19", "%", "iwamizawa-progress", 434),
      ("in_migration", "012131", "actual", "6006", "人", "tomakomai-progress", 455),
      ("net_migration", "012106", "target", "-275", "人", "iwamizawa-progress", 252),
      ("net_migration", "012131", "actual", "-54", "人", "tomakomai-progress", 107),
      ("tourist_arrivals", "012106", "actual", "583871", "人", "iwamizawa-progress", 425),
      ("tourist_arrivals", "012131", "actual", "2131000", "人", "tomakomai-progress", 456),
      ("foreign_guests", "012131", "target", "42560", "人泊", "tomakomai-progress", 709),
      ("business_startups", "012131", "actual", "77", "人", "tomakomai-progress", 214),
      ("company_entries", "012106", "target", "9", "社", "iwamizawa-progress", 590),
      ("childcare_waiting", "012106", "actual", "2", "人", "iwamizawa-progress", 502),
      ("childcare_waiting", "012131", "baseline", "3", "人", "tomakomai-progress", 376),
      ("family_support", "012131", "baseline", "4478", "件", "tomakomai-progress", 396),
      ("childcare_consultation", "012131", "actual", "420", "件", "tomakomai-progress", 391),
      ("migration_trial", "012106", "actual", "8", "人", "iwamizawa-progress", 437),
      ("uij_turn", "012131", "actual", "11", "人", "tomakomai-progress", 512),
      ("indoor_play", "012106", "target", "42365", "人", "iwamizawa-progress", 469),
      ("disaster_mail", "012106", "actual", "4008", "人", "iwamizawa-progress", 558),
      ("migration_trial", "012106", "actual", "8", "人", "iwamizawa-progress", 437),
      ("childcare_perception", "012131", "baseline", "2.9", "5段階評価", "tomakomai-progress", 332),
      ("ict_services", "012131", "target", "3", "件", "tomakomai-progress", 705),
    ] as [(String, String, String, String, String, String, Int)])
  func figures(
    concept: String, city: String, role: String, value: String, unit: String, document: String,
    line: Int
  ) throws {
    let member = try #require(crosswalk.lead(concept, of: MunicipalityCode(city)))
    let figure = try #require(
      role == "baseline" ? member.baseline : role == "actual" ? member.newest : member.target)
    #expect(figure.value.description == value)
    #expect(figure.unit == unit)
    #expect(figure.sources.map(\.document.rawValue) == [document])
    #expect(figure.sources.map(\.line) == [line])
  }

  @Test("A baseline that the revision alone prints is told, and used for no verdict")
  func baselineElsewhere() throws {
    let mail = try #require(crosswalk.lead("disaster_mail", of: CrosswalkSample.tomakomai))
    let remark = try #require(mail.remarks.first { $0.code == .baselineInOtherDocument })
    #expect(remark.text.en.contains("tomakomai-revision:1364"))
    // The same indicator is not judged by its plan either.
    let placed = try #require(mail.placed)
    let plan = try #require(Published.record(Published.tomakomai).leadingPlan)
    #expect(IndicatorProgress(of: placed, term: plan.term).pace.gap == .missingBaseline)
    #expect(mail.progress?.progress.gap == .missingBaseline)
    #expect(mail.progress?.pace.defined == nil && mail.baseline == nil)
  }

  @Test("Each indicator has one progress, one pace and one actual figure in every part")
  func oneRoad() throws {
    var compared = 0
    for member in crosswalk.members {
      guard let placed = member.placed, let progress = member.progress,
        let record = try CrosswalkSample.records().first(where: {
          $0.municipality == member.municipality
        })
      else { continue }
      let plan = try #require(
        record.plans.first { plan in
          plan.document == member.document && plan.edition == .current
        })
      let own = try #require(
        plan.indicators.first { $0.indicator.citation == placed.indicator.citation })
      let judged = IndicatorProgress(of: own, term: plan.term)
      let name = placed.indicator.name
      #expect(judged.progressFromBaseline == progress.progress, "\(name)")
      #expect(judged.pace == progress.pace, "\(name)")
      #expect(judged.aim == progress.aim, "\(name)")
      if let newest = member.newest, judged.actual.defined?.rule == .newest {
        let actual = try #require(judged.actual.defined)
        #expect(newest.sources == actual.sources, "\(name)")
      }
      compared += 1
    }
    #expect(compared > 60)
    // 2世帯8人 of 5世帯15人: the indicator counts movers, so 8 of 15.
    let trial = try Published.progress(Published.iwamizawa, "iwamizawa-progress", line: 437)
    #expect(trial.actual.defined?.value == ExactDecimal(8))
    #expect(trial.actual.defined?.unit == "人")
    #expect(isClose(trial.progressFromBaseline.defined?.value, 800.0 / 15))
  }

  @Test("A concept's direction is that of the list of directions")
  func directions() {
    for member in crosswalk.members {
      guard let placed = member.placed, let direction = member.concept.direction else { continue }
      let aim = Aim(of: placed.indicator)
      if aim.basis == .word {
        #expect(aim.direction == direction, "\(placed.indicator.name) in \(member.concept.id)")
      }
    }
  }

  @Test("What is left alone on purpose says why")
  func rejected() throws {
    let rejected = crosswalk.unpaired.filter { $0.reason != nil }
    #expect(rejected.count == 9)
    for unpaired in rejected {
      let reason = try #require(unpaired.reason)
      #expect(!reason.ja.isEmpty && !reason.en.isEmpty)
      #expect(
        !crosswalk.members.contains {
          $0.placed?.indicator.citation == unpaired.placed.indicator.citation
        })
    }
  }

  @Test("No name of the two cities fits two concepts")
  func patternsAreUnambiguous() throws {
    let taxonomy = try ConceptTaxonomy.builtIn()
    // Without the cities' files, every indicator is sorted by its name alone.
    let plain = try Crosswalk(CrosswalkSample.records(), taxonomy: taxonomy)
    #expect(!plain.issues.contains { $0.code == .severalConcepts })
    // The names alone find most of what the files state, and never something else.
    for member in plain.members {
      guard let placed = member.placed,
        let known = crosswalk.members.first(where: {
          $0.placed?.indicator.citation == placed.indicator.citation
        })
      else { continue }
      #expect(known.concept.id == member.concept.id, "\(placed.indicator.name)")
    }
    #expect(plain.sharedConcepts.count >= 18)
    // Nothing is known of their definitions, so none is said to be the same.
    #expect(!plain.pairings.contains { $0.comparability == .sameDefinition })
  }

  private func pairing(_ concept: String) throws -> Crosswalk.Pairing {
    try #require(crosswalk.pairings.first { $0.concept.id == concept })
  }
}
