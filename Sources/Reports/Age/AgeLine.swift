import MunicipalModel
import Rendering

/// A row of a table by age: whose ages it is about, and what is shown of each municipality.
struct AgeLine {
  /// What is shown of a municipality; where there is none, a column says that nothing is available.
  struct Figures {
    let net: ReportCell
    let rate: ReportCell
    let contribution: ReportCell
    var share = ReportCell.empty
    var bar = ReportCell.empty
  }

  var first: ReportCell
  var second = ReportCell.empty
  /// In the order of the municipalities.
  let figures: [Figures?]

  /// The cell that names the sum of all ages.
  static let total = ReportCell(LocalizedText(ja: "計", en: "total"), value: "total")

  /// The columns of each municipality.
  ///
  /// - Parameters:
  ///   - symbol: the unit of the rates.
  ///   - contribution: the unit of the contributions.
  static func columns(
    of members: [MunicipalityCode], names: AgeReportNames, symbol: String = "%",
    contribution: String = "percentage points", hasShares: Bool = false, hasBars: Bool = true
  ) -> [TableColumn<AgeLine>] {
    members.enumerated().flatMap { index, code -> [TableColumn<AgeLine>] in
      let name = names.name(code)
      let suffix = code.sixDigits
      func cell(_ figure: @escaping (Figures) -> ReportCell) -> (AgeLine) -> ReportCell {
        { $0.figures[index].map(figure) ?? ReportCell(missing: .notAvailable) }
      }
      return [
        .number(
          "net_\(suffix)", "\(name.ja)\n人", "\(name.en)\npersons", unit: "persons",
          cell: cell(\.net)),
        .number(
          "rate_\(suffix)", "\n率 \(symbol)", "\nrate \(symbol)", unit: symbol, cell: cell(\.rate)),
        .number(
          "contribution_\(suffix)", "\n寄与", "\ncontr.", unit: contribution,
          cell: cell(\.contribution)),
      ]
        + (hasShares
          ? [.number("share_\(suffix)", "\n構成比 %", "\nshare %", unit: "%", cell: cell(\.share))]
          : []) + (hasBars ? [.text("bar_\(suffix)", "", "", cell: cell(\.bar))] : [])
    }
  }
}
