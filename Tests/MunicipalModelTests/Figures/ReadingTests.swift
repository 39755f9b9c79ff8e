import MunicipalModel
import Testing

@Suite struct ReadingTests {
  static let persons = Quantity(ExactDecimal(46), unit: "人")
  static let households = Quantity(ExactDecimal(3), unit: "世帯", bound: .atLeast)

  static let missing: [(MissingReason, String)] = [
    (.blank, "blank"), (.notApplicable, "not_applicable"), (.notYetDue, "not_yet_due"),
    (.notSurveyed, "not_surveyed"), (.notPublished, "not_published"),
    (.beingComputed, "being_computed"),
    (.beingSurveyed, "being_surveyed"), (.cancelled, "cancelled"),
    (.notCarriedOut, "not_carried_out"), (.inWords, "in_words"), (.notAvailable, "not_available"),
    (.withheld, "withheld"),
    (.shared(with: "移住定住促進事業"), "shared"), (.unreadable, "unreadable"),
  ]

  @Test("No value is no number, and its reason has a stable word", arguments: missing)
  func noValue(_ reason: MissingReason, _ code: String) throws {
    let reading = Reading.missing(reason)
    #expect(reading.status == code)
    #expect(reading.value == nil && reading.quantity == nil && reading.quantities.isEmpty)
    #expect(try throughJSON(reading) == reading)
  }

  @Test("Every reason has its own word")
  func distinctCodes() { #expect(Set(Self.missing.map { $0.0.code }).count == Self.missing.count) }

  @Test("The first of several numbers is the main one")
  func several() throws {
    let reading = Reading.several([Self.households, Self.persons])
    #expect(reading.quantity == Self.households)
    #expect(reading.quantities == [Self.households, Self.persons])
    #expect(reading.status == "value")
    #expect(try throughJSON(reading) == reading)
  }

  @Test("A number for reference is not the value of the cell")
  func reference() throws {
    let reading = Reading.reference(Self.persons)
    #expect(reading.value == nil)
    #expect(reading.quantities == [Self.persons])
    #expect(reading.status == "reference")
    #expect(try throughJSON(reading) == reading)
  }

  @Test("A word is no number")
  func label() throws {
    let reading = Reading.label("順調")
    #expect(reading.value == nil && reading.quantities.isEmpty)
    #expect(reading.status == "label")
    #expect(try throughJSON(reading) == reading)
  }

  @Test("One number is the value")
  func value() throws {
    let reading = Reading.value(Self.persons)
    #expect(reading.value == ExactDecimal(46))
    #expect(reading.status == "value")
    #expect(try throughJSON(reading) == reading)
  }

  @Test("A plus sign is kept in JSON, and a quantity without one is written as before")
  func plusSign() throws {
    let increase = Quantity(ExactDecimal(8), unit: "人", isPrintedWithPlus: true)
    #expect(try throughJSON(increase) == increase)
    #expect(try throughJSON(Self.persons).isPrintedWithPlus == false)
    #expect(increase != Quantity(ExactDecimal(8), unit: "人"))
    #expect(try !encoded(Self.persons).contains("plus"))
  }

  @Test("An estimate is kept in JSON, and a quantity that is none is written as before")
  func estimate() throws {
    let estimate = Quantity(ExactDecimal(8), unit: "人", isEstimate: true)
    #expect(try throughJSON(estimate) == estimate)
    #expect(try encoded(estimate).contains("\"estimate\":true"))
    #expect(estimate != Quantity(ExactDecimal(8), unit: "人"))
    #expect(try !encoded(Self.persons).contains("estimate"))
    #expect(try throughJSON(Self.persons).isEstimate == false)
    let several = Reading.several([Self.households, Self.persons]).asEstimate
    #expect(several.quantities.map(\.isEstimate) == [true, true])
    #expect(Reading.value(Self.households).asEstimate.quantity?.bound == .atLeast)
    #expect(Reading.missing(.blank).asEstimate == .missing(.blank))
  }

  static let magnitudes: [(String, String, String, String?)] = [
    ("213.1", "万人", "人", "2131000"), ("4", "億円", "万円", "40000"), ("35000", "万円", "億円", "3.5000"),
    ("1498", "千円", "百万円", "1.498"), ("12", "人", "件", nil), ("12", "万", "億", nil),
    ("12", "", "人", "12"), ("2", "百人", "百人", "2"),
  ]

  @Test("A number is counted in another magnitude of its unit exactly", arguments: magnitudes)
  func magnitude(_ value: String, _ unit: String, _ other: String, _ expected: String?) throws {
    let quantity = Quantity(try #require(ExactDecimal(value)), unit: unit)
    #expect(quantity.number(of: other)?.description == expected)
  }

  @Test("The enumerations are written by their stable words")
  func stableWords() throws {
    #expect(try encoded(Accumulation.atPlanEnd) == "\"at_plan_end\"")
    #expect(try encoded(Quantity.Bound.atLeast) == "\"at-least\"")
    #expect(try encoded(RoundingRule.halfUp) == "\"half-up\"")
    #expect(try encoded(IndicatorFigure.Role.baseline) == "\"baseline\"")
    #expect(try encoded(Plan.Edition.superseded) == "\"superseded\"")
  }
}
