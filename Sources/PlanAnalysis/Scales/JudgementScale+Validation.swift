import MunicipalModel

extension JudgementScale {
  /// The grades from the best to the worst, if they cover every number exactly once.
  static func sorted(_ grades: [Grade], scale: String) throws(ScaleError) -> [Grade] {
    func error(
      _ code: ScaleError.Code, _ grade: Grade?, _ ja: String, _ en: String
    ) -> ScaleError {
      ScaleError(code: code, scale: scale, grade: grade?.id, detail: LocalizedText(ja: ja, en: en))
    }
    guard !grades.isEmpty else { throw error(.noGrades, nil, "段階がありません", "there is no grade") }
    guard grades.count <= maximumGrades else {
      throw error(
        .tooManyGrades, nil, "段階が\(grades.count)あります。\(maximumGrades)までです",
        "there are \(grades.count) grades; at most \(maximumGrades) are taken")
    }
    var ids: Set<String> = []
    for grade in grades {
      guard !grade.id.isEmpty else {
        throw error(.unnamedGrade, grade, "名前（id）のない段階があります", "a grade has no id")
      }
      guard ids.insert(grade.id).inserted else {
        throw error(.repeatedGrade, grade, "同じidの段階が2つあります", "two grades have this id")
      }
      for bound in [grade.from, grade.below].compactMap({ $0 }) where !bound.isFinite {
        throw error(.notANumber, grade, "境界が数ではありません", "a boundary is not a number")
      }
      if let from = grade.from, let below = grade.below, !(from < below) {
        throw error(
          .emptyGrade, grade, "from \(text(from)) が below \(text(below)) より小さくありません",
          "from \(text(from)) is not less than below \(text(below))")
      }
    }
    let sorted = grades.sorted {
      ($0.from ?? -.infinity, $0.below ?? .infinity) < (
        $1.from ?? -.infinity, $1.below ?? .infinity
      )
    }
    if let worst = sorted.first, let from = worst.from {
      throw error(
        .gap, worst, "\(text(from))未満の値に段階がありません（最下位の段階にfromは不要です）",
        "values below \(text(from)) have no grade (the lowest grade takes no from)")
    }
    for (lower, upper) in zip(sorted, sorted.dropFirst()) {
      guard let end = lower.below, let start = upper.from, start >= end else {
        throw error(
          .overlap, upper, "段階「\(lower.id)」と重なります", "it overlaps with the grade \(lower.id)")
      }
      if start > end {
        throw error(
          .gap, upper, "\(text(end))以上\(text(start))未満の値に段階がありません",
          "values from \(text(end)) to below \(text(start)) have no grade")
      }
    }
    if let best = sorted.last, let below = best.below {
      throw error(
        .gap, best, "\(text(below))以上の値に段階がありません（最上位の段階にbelowは不要です）",
        "values from \(text(below)) up have no grade (the highest grade takes no below)")
    }
    return sorted.reversed()
  }

  /// A boundary as a person writes it: 1, 0.6.
  private static func text(_ bound: Double) -> String {
    Int(exactly: bound).map(String.init) ?? "\(bound)"
  }
}
