/// The style sheet that drawings share. A page holds it once, a file of its own holds its own.
///
/// The colours keep apart for the three common kinds of colour blindness and reach a contrast of
/// 4.5 to 1 with the ground, light or dark. No custom properties are used: not every program that
/// shows SVG knows them.
package enum ChartStyleSheet {
  private struct Theme {
    let ground: String
    let ink: String
    let muted: String
    let grid: String
    let series: [String]
    /// From low to high: ground and ink of a cell.
    let sequential: [(String, String)]
    /// From below zero over zero to above zero.
    let diverging: [(String, String)]
  }

  private static let light = Theme(
    ground: "#ffffff", ink: "#1a1c1e", muted: "#50565c", grid: "#d9dde1",
    series: ["#0b57d0", "#bd5400", "#0b4240", "#8166a8", "#662a05", "#57007a"],
    sequential: [
      ("#eff5fa", "#1a1c1e"), ("#cfe1ef", "#1a1c1e"), ("#a9c9e2", "#1a1c1e"),
      ("#7cabd1", "#1a1c1e"), ("#33719f", "#ffffff"), ("#1a5481", "#ffffff"),
      ("#073559", "#ffffff"),
    ],
    diverging: [
      ("#8a3600", "#ffffff"), ("#d58a4f", "#1a1c1e"), ("#f3d2b5", "#1a1c1e"),
      ("#f4f5f6", "#1a1c1e"), ("#c0d9eb", "#1a1c1e"), ("#6ba3cd", "#1a1c1e"),
      ("#0b4a78", "#ffffff"),
    ])

  private static let dark = Theme(
    ground: "#16191c", ink: "#eceef0", muted: "#b0b7be", grid: "#3a4047",
    series: ["#6f86ff", "#ffc23d", "#3fe8bd", "#dab7ff", "#c6763f", "#84929f"],
    sequential: [
      ("#1d2730", "#eceef0"), ("#223a4d", "#eceef0"), ("#28506d", "#eceef0"),
      ("#2c6791", "#ffffff"), ("#6aa9d8", "#101316"), ("#98c7ea", "#101316"),
      ("#c9e3f7", "#101316"),
    ],
    diverging: [
      ("#f0a468", "#101316"), ("#a85f28", "#ffffff"), ("#5d3a20", "#eceef0"),
      ("#262b30", "#eceef0"), ("#21455f", "#eceef0"), ("#2f75a6", "#ffffff"),
      ("#8cc4ee", "#101316"),
    ])

  /// The colours of series on a light ground, in their order.
  package static var seriesColours: [String] { light.series }

  /// The fonts of texts: those of common systems that hold Japanese.
  package static let fonts =
    "system-ui,-apple-system,\"Segoe UI\",\"Hiragino Sans\",\"Yu Gothic UI\",Meiryo,"
    + "\"Noto Sans CJK JP\",\"Noto Sans JP\",sans-serif"

  /// The rules: shapes and sizes, the light colours, and the dark ones where the reader asks for them.
  package static let css =
    """
    .chart text{font-family:\(fonts);font-size:12px;font-variant-numeric:tabular-nums}
    .chart .tt{font-size:15px;font-weight:600}
    .chart .hd{font-weight:600}
    .chart line,.chart path{fill:none}
    .chart .gr,.chart .ax{stroke-width:1}
    .chart .rf{stroke-width:1.5;stroke-dasharray:5 4}
    .chart .ld{stroke-width:1}
    .chart .sl{stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
    .chart .ol{stroke-width:1.8}
    .chart .oc{stroke-width:3.6}
    .chart .hm{fill:none;stroke-width:1.8;pointer-events:all}
    .chart .pt{stroke-width:1.4}
    .chart .vl{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}
    .chart .d1{stroke-dasharray:7 4}
    .chart .d2{stroke-dasharray:2 4}
    .chart .d3{stroke-dasharray:9 4 2 4}
    \(colours(light))
    @media screen and (prefers-color-scheme:dark){
    \(colours(dark))
    }

    """

  private static func colours(_ theme: Theme) -> String {
    var rules = [
      ".chart .bg{fill:\(theme.ground)}", ".chart text{fill:\(theme.ink)}",
      ".chart text.mu{fill:\(theme.muted)}", ".chart .gr{stroke:\(theme.grid)}",
      ".chart .ax,.chart .rf,.chart .hm,.chart .ol{stroke:\(theme.ink)}",
      ".chart .ld{stroke:\(theme.muted)}",
      ".chart .pg{fill:\(theme.muted)}",
      ".chart .sk{stroke:\(theme.muted)}", ".chart .pt,.chart .oc{stroke:\(theme.ground)}",
      ".chart .vl{stroke:\(theme.ground)}",
      ".chart path.mk{stroke:\(theme.ground)}", ".chart .no{fill:none;stroke:\(theme.grid)}",
    ]
    for (index, colour) in theme.series.enumerated() {
      rules.append(".chart .l\(index){stroke:\(colour)}")
      rules.append(".chart .f\(index){fill:\(colour);stroke:\(colour)}")
      rules.append(".chart text.t\(index){fill:\(colour)}")
    }
    for (name, scale) in [("q", theme.sequential), ("v", theme.diverging)] {
      for (index, colour) in scale.enumerated() {
        rules.append(".chart .\(name)\(index){fill:\(colour.0)}")
        rules.append(".chart text.\(name)t\(index){fill:\(colour.1)}")
      }
    }
    return rules.joined(separator: "\n")
  }
}
