import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Scales of judgement")
struct JudgementScaleTests {
  private typealias Grade = JudgementScale.Grade

  private static func grade(_ id: String, from: Double? = nil, below: Double? = nil) -> Grade {
    Grade(id: id, label: LocalizedText(id), from: from, below: below)
  }

  private static func scale(_ grades: [Grade]) throws(ScaleError) -> JudgementScale {
    try JudgementScale(id: "own", name: LocalizedText("own"), measure: .pace, grades: grades)
  }

  @Test("The built-in scales")
  func builtIn() throws {
    let scales = try JudgementScale.builtIn()
    #expect(scales.map(\.id) == ["pro-rata", "iwamizawa", "four-grade", "eurostat"])
    #expect(scales.map(\.measure) == [.pace, .pace, .achievement, .compoundGrowth])
    for scale in scales {
      #expect(!scale.source.ja.isEmpty && !scale.source.en.isEmpty)
      for grade in scale.grades { #expect(!grade.label.ja.isEmpty && !grade.label.en.isEmpty) }
    }
  }

  @Test(
    "A boundary belongs to the better grade",
    arguments: [
      ("pro-rata", 1.0, "steady"), ("pro-rata", 0.999_999, "mostly"), ("pro-rata", 0.6, "mostly"),
      ("pro-rata", 0.599_999, "improve"), ("pro-rata", -70, "improve"),
      ("iwamizawa", 1, "on-track"), ("iwamizawa", 0.99, "sluggish"),
      ("four-grade", 100, "A"), ("four-grade", 99.99, "B"), ("four-grade", 80, "B"),
      ("four-grade", 79.99, "C"), ("four-grade", 60, "C"), ("four-grade", 59.99, "D"),
      ("four-grade", 0, "D"),
      // Eurostat: 95 %, 60 %, 0 %.
      ("eurostat", 95, "significant"), ("eurostat", 94.99, "moderate"),
      ("eurostat", 60, "moderate"), ("eurostat", 59.99, "insufficient"),
      ("eurostat", 0, "insufficient"), ("eurostat", -0.01, "moving-away"),
    ] as [(String, Double, String)])
  func boundaries(scale: String, value: Double, grade: String) throws {
    #expect(try JudgementScale.builtIn(scale).grade(of: value)?.id == grade)
  }

  @Test("Every number has exactly one grade; what is no number has none")
  func total() throws {
    for scale in try JudgementScale.builtIn() {
      for value in [-.infinity, -1e300, -0.0, 0, 1e-300, 0.6, 59, 1e300, .infinity] as [Double] {
        #expect(scale.grades.count { $0.contains(value) } == 1, "\(scale.id) \(value)")
      }
      #expect(scale.grade(of: .nan) == nil)
    }
  }

  @Test("Grades may be given in any order; the best comes first")
  func order() throws {
    let scale = try Self.scale([
      Self.grade("middle", from: 1, below: 2), Self.grade("low", below: 1),
      Self.grade("high", from: 2),
    ])
    #expect(scale.grades.map(\.id) == ["high", "middle", "low"])
    #expect(try Self.scale([Self.grade("only")]).grade(of: 7)?.id == "only")
  }

  @Test(
    "A scale with gaps, overlaps or odd grades is refused, and the grade is named",
    arguments: [
      ([], .noGrades, nil),
      // From 0.9 to 1 there is nothing.
      ([grade("a", from: 1), grade("b", below: 0.9)], .gap, "a"),
      // From 0.8 to 0.9 there are two.
      ([grade("a", from: 0.8), grade("b", below: 0.9)], .overlap, "a"),
      ([grade("a"), grade("b", below: 1)], .overlap, "a"),
      ([grade("a", from: 1), grade("b", from: 2), grade("c", below: 1)], .overlap, "b"),
      // Nothing below 0, nothing from 100 up.
      ([grade("a", from: 50), grade("b", from: 0, below: 50)], .gap, "b"),
      ([grade("a", from: 50, below: 100), grade("b", below: 50)], .gap, "a"),
      (
        [grade("a", from: 1), grade("b", from: 1, below: 1), grade("c", below: 1)], .emptyGrade, "b"
      ),
      ([grade("a", from: 1), grade("b", from: 2, below: 1)], .emptyGrade, "b"),
      ([grade("a", from: 1), grade("a", below: 1)], .repeatedGrade, "a"),
      ([grade("", from: 1), grade("b", below: 1)], .unnamedGrade, ""),
      ([grade("a", from: .nan), grade("b", below: 1)], .notANumber, "a"),
      ([grade("a", from: .infinity), grade("b", below: .infinity)], .notANumber, "a"),
    ] as [([JudgementScale.Grade], ScaleError.Code, String?)])
  func invalid(grades: [JudgementScale.Grade], code: ScaleError.Code, grade: String?) throws {
    let error = try #require(throws: ScaleError.self) { try Self.scale(grades) }
    #expect(error.code == code)
    #expect(error.grade == grade)
    #expect(error.scale == "own")
    #expect(error.message.ja.contains("own") && error.message.en.contains("own"))
  }

  @Test("A scale of more grades than a table has room for is refused")
  func tooMany() throws {
    func grades(_ count: Int) -> [Grade] {
      (0..<count).map { index in
        Self.grade(
          "g\(index)", from: index == 0 ? nil : Double(index),
          below: index == count - 1 ? nil : Double(index + 1))
      }
    }
    #expect(try Self.scale(grades(50)).grades.count == 50)
    let error = try #require(throws: ScaleError.self) { try Self.scale(grades(51)) }
    #expect(error.code == .tooManyGrades)
    #expect(error.message.en == "scale own: there are 51 grades; at most 50 are taken")
  }

  @Test("An indicator is judged by the measure of the scale")
  func judging() throws {
    // tomakomai-progress:391, 育児相談件数 668 → 300, 420 now: 140.0 %, no way to go.
    let progress = try Published.progress(Published.tomakomai, "tomakomai-progress", line: 391)
    #expect(try JudgementScale.builtIn("four-grade").judge(progress).grade?.id == "A")
    #expect(try JudgementScale.builtIn("pro-rata").judge(progress).grade?.id == "steady")
    let growth = try JudgementScale.builtIn("eurostat").judge(progress)
    #expect(growth.grade == nil && growth.gap == .loweredExpectation)
  }
}
