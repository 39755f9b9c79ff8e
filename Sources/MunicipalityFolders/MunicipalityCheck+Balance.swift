internal import Demography
internal import MunicipalModel

extension MunicipalityCheck {
  /// Years whose stocks and changes do not balance: the stock before, natural, social and other change
  /// make the stock after.
  ///
  /// Where no other change is printed, it is what is left over, unless the social change holds it.
  static func balanceFindings(of contents: DocumentContents, file: String) -> [Finding] {
    contents.accounts.compactMap { account in
      guard let equation = try? BalancingEquation(account), !equation.isBalancedByConstruction
      else { return nil }
      let other = contents.populationFigures.first {
        $0.item == .otherChange && $0.basis == .observed && $0.period == account.period
      }
      return finding(equation, printed: other?.reading.value, file: file)
    }
  }

  private static func finding(
    _ equation: BalancingEquation, printed: ExactDecimal?, file: String
  ) -> Finding? {
    let left = equation.otherChange.value
    // Where the social change holds the other change, nothing is left, printed or not.
    let isInside = equation.population.otherChange == .insideSocialChange
    let printed = isInside ? nil : printed
    let isKnown = printed != nil || isInside
    guard printed ?? ExactDecimal(0) != ExactDecimal(exactly: left),
      isKnown || equation.population.otherChange == .notStated
    else { return nil }
    let year = equation.period.label
    let sum = [equation.openingStock, equation.naturalChange, equation.socialChange]
      .map { "\($0.value)" }
    let cited = equation.closingStock.sources.last
    let other = printed.map { "\($0)" } ?? "0"
    let closing = equation.closingStock.value
    let message =
      isKnown
      ? LocalizedText(
        ja: "\(year.ja): 前年末人口 \(sum[0])、自然増減 \(sum[1])、社会増減 \(sum[2])、その他の増減 \(other) を足しても"
          + "年末人口 \(closing) になりません",
        en: "\(year.en): the stock before, \(sum[0]), with natural change \(sum[1]), social change "
          + "\(sum[2]) and other change \(other) does not make the stock after, \(closing)")
      : LocalizedText(
        ja: "\(year.ja): 前年末人口 \(sum[0])、自然増減 \(sum[1])、社会増減 \(sum[2]) と年末人口 \(closing) の間に"
          + "\(left)が残ります（その他の増減 other_change が書かれていません）",
        en:
          "\(year.en): between the stock before, \(sum[0]), natural change \(sum[1]), social change "
          + "\(sum[2]) and the stock after, \(closing), \(left) is left over; no other_change is given"
      )
    return Finding(
      severity: isKnown ? .warning : .info, code: "stocks-do-not-balance", file: file,
      line: cited?.line, cell: cited?.cell, message: message)
  }
}
