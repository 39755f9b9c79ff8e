/// The style sheet of a page: a phone, a desktop, paper; light and dark.
enum HTMLStyleSheet {
  /// The rules for a page whose widest table has a number of columns.
  static func css(columns: Int) -> String {
    // A table says once which of its columns hold figures, not each cell of them.
    let columns = 1...max(1, columns)
    let figures = columns.map { ".n\($0) tr>:nth-child(\($0))" }.joined(separator: ",")
    let rows = columns.map { ".n\($0) tbody>tr>:nth-child(\($0))" }.joined(separator: ",")
    return """
      *{box-sizing:border-box}
      html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
      body{margin:0;background:#fff;color:#1a1c1e;font:16px/1.6 \(ChartStyleSheet.fonts)}
      header,nav,main{max-width:76rem;margin:0 auto;padding:0 1rem}
      h1{font-size:1.6rem;line-height:1.3;margin:1.5rem 0 1rem;overflow-wrap:anywhere}
      h2{font-size:1.3rem;line-height:1.3;margin:2.5rem 0 .75rem;padding-top:.5rem;border-top:2px solid #1a1c1e;overflow-wrap:anywhere}
      h3{font-size:1rem;margin:1.5rem 0 .5rem;overflow-wrap:anywhere}
      p{margin:.5rem 0;max-width:60rem;overflow-wrap:anywhere}
      a{color:#0b57d0}
      a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid #bd5400;outline-offset:2px}
      .skip{position:absolute;left:-99rem}
      .skip:focus{position:static;display:inline-block;padding:.5rem 1rem}
      summary{padding:.4rem 0;font-weight:600;cursor:pointer}
      nav ol{columns:16rem;column-gap:2rem;margin:0;padding-left:1.5rem}
      nav li{break-inside:avoid;padding:.2rem 0}
      .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:1.5rem;margin:1rem 0}
      figure{margin:0;min-width:0}
      figcaption{font-weight:600;margin-bottom:.25rem}
      figure svg{display:block;width:100%;max-width:30rem;height:auto}
      figure .scroll svg{width:auto;max-width:none}
      section{content-visibility:auto;contain-intrinsic-size:auto 60rem}
      .scroll{overflow-x:auto;max-width:100%;margin:1rem 0}
      table{border-collapse:collapse;font-size:.875rem;line-height:1.45}
      caption{text-align:left;font-weight:600;padding:.25rem 0;font-size:1rem}
      caption>span{position:sticky;left:0;display:inline-block;max-width:calc(min(100vw,76rem) - 2rem);overflow-wrap:anywhere}
      caption a{font-weight:400;font-size:.875rem;white-space:nowrap;padding:.2rem .4rem}
      th,td{padding:.3rem .55rem;text-align:left;vertical-align:top;border-bottom:1px solid #d9dde1}
      thead th,thead td{vertical-align:bottom;border-bottom:2px solid #50565c}
      tbody th{font-weight:400;min-width:8em;max-width:30em}
      td{min-width:7em;max-width:34em}
      thead th{min-width:4.5em}
      \(figures){min-width:0;text-align:right;font-variant-numeric:tabular-nums}
      \(rows),.k td:last-child{white-space:nowrap}
      .k td:last-child,thead td{min-width:0}
      .x.x.x{white-space:normal}
      td.x.x.x{min-width:9em}
      @media (min-width:48.1rem){.w td{max-width:54em}}
      .group th{font-weight:600;background:#eff2f5;max-width:none}
      .group span{position:sticky;left:.55rem}
      .total td,.total th{font-weight:600}
      .k td:last-child a{padding:.3rem .4rem;margin:-.3rem -.4rem}
      .note,small{color:#50565c;font-size:.875rem}
      .nb{white-space:nowrap}
      td>svg{display:block;margin-left:auto}
      .shared{position:absolute}
      .chart .el{fill:#50565c}
      .chart .tg{stroke-width:2}
      .notes{font-size:.875rem;padding-left:2.75rem}
      .notes li{margin:.25rem 0;overflow-wrap:anywhere}
      .notes small{display:block}
      li:target,tr:has(a:target){background:#fff3c4}
      @media screen and (max-width:48rem){
      table{width:max-content}
      tbody th,td{min-width:0;max-width:15em}
      thead th{min-width:0;max-width:9em}
      .w{width:auto}
      .w td{max-width:none}
      .w tbody th{min-width:6em}
      }
      @media screen and (prefers-color-scheme:dark){
      body{background:#16191c;color:#eceef0}
      h2{border-color:#eceef0}
      a{color:#8fb4ff}
      th,td{border-color:#3a4047}
      thead th,thead td{border-color:#b0b7be}
      .group th{background:#23282d}
      .note,small{color:#b0b7be}
      .chart .el{fill:#b0b7be}
      li:target,tr:has(a:target){background:#4a3f10}
      }
      @media print{
      @page{size:A4;margin:12mm}
      body{font-size:9pt;line-height:1.4}
      header,nav,main{max-width:none;padding:0}
      nav,.skip{display:none}
      section{content-visibility:visible}
      a{color:inherit;text-decoration:none}
      p,li{orphans:3;widows:3}
      h2,h2+p,h3,caption,figcaption,thead,.group{break-after:avoid}
      figure,tr,thead,caption,.scroll:not(:has(tr:nth-child(12))){break-inside:avoid}
      tbody tr:nth-child(-n+2),tbody tr:last-child,.scroll+.note{break-before:avoid}
      caption>span{position:static;max-width:none}
      .charts{grid-template-columns:1fr 1fr;gap:6mm}
      .scroll{overflow:visible}
      table{font-size:6.5pt;width:100%}
      th,td{padding:.5mm 1mm;overflow-wrap:break-word;max-width:none}
      th,thead th,td.x.x.x{min-width:0}
      td{min-width:5em}
      thead th{word-break:keep-all}
      th,td{white-space:normal!important}
      .notes{font-size:6.5pt;columns:2}
      .note,small{font-size:6.5pt}
      td>svg{width:18mm;height:auto}
      h1{font-size:15pt}
      h2{font-size:12pt}
      caption,figcaption,h3{font-size:9pt}
      }

      """
  }
}
