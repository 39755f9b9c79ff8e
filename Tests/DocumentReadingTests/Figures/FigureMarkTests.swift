import DocumentReading
import MunicipalModel
import Testing

/// Every mark that stands in place of a figure keeps its meaning.
@Suite struct FigureMarkTests {
  static let marks: [(String, MissingReason)] = [
    ("", .blank), (" ", .blank), ("　", .blank), ("\u{FEFF}", .blank), ("—", .notApplicable),
    ("－", .notApplicable),
    ("-", .notApplicable), ("−", .notApplicable), ("ー", .notApplicable), ("―", .notApplicable),
    (" — ", .notApplicable),
    ("--", .notApplicable), ("⇒", .notYetDue), ("→", .notYetDue), ("調査なし", .notSurveyed),
    ("調査 なし", .notSurveyed),
    ("未公表", .notPublished), ("(算定中)", .beingComputed), ("（算定中）", .beingComputed),
    ("算定中", .beingComputed),
    ("集計中", .beingComputed), ("中止", .cancelled), ("調査中", .beingSurveyed), ("（調査中）", .beingSurveyed),
    ("未実施", .notCarriedOut), ("実施なし", .notCarriedOut), ("未集計", .beingComputed),
    ("…", .notAvailable), ("Ｎ/Ａ", .notAvailable), ("X", .withheld),
    ("Ｘ", .withheld),
    ("***", .withheld), ("移住定住促進事業との共通指標", .shared(with: "移住定住促進事業")),
    ("保育所入所運営事業との共通指標 (経済的負担の軽減)", .shared(with: "保育所入所運営事業(経済的負担の軽減)")),
    ("保育所入所運営事業との共通指標\u{3000}（保育の質と量の確保）", .shared(with: "保育所入所運営事業(保育の質と量の確保)")),
    ("高齢者・障がい者の冬の暮らし支援事業との共通指標", .shared(with: "高齢者・障がい者の冬の暮らし支援事業")),
  ]

  @Test("A mark says why there is no value", arguments: marks)
  func mark(_ printed: String, _ reason: MissingReason) {
    let figure = PrintedFigure(printed, unit: "人")
    #expect(figure.reading == .missing(reason))
    #expect(figure.reading.quantities.isEmpty)
    #expect(figure.printed == printed)
    #expect(figure.issues.isEmpty)
  }

  @Test(
    "A sentence with the words of a mark in it is no mark",
    arguments: ["共通指標", "との共通指標", "他の事業と共通して実施する", "未公表の資料による", "調査なしのため", "算定中のもの"])
  func sentence(_ printed: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.reading == .missing(.unreadable))
    #expect(figure.issues.map(\.code) == ["unreadable-figure"])
  }
}
