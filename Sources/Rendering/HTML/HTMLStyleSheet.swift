/// The style sheet of a page: a phone, a desktop, paper; light and dark.
enum HTMLStyleSheet {
  /// The rules for a page whose widest table has a number of columns.
  static func css(columns: Int) -> String {
    // A table says once which of its columns hold figures, not each cell of them.
    let columns = 1...max(1, columns)
    let figures = columns.map { ".n\($0) tr>:nth-child(\($0))" }.joined(separator: ",")
    let rows = columns.map { ".n\($0) tbody>tr>:nth-child(\($0))" }.joined(separator: ",")
    let names = (1...HTMLTable.mostKeys).map { ".s\($0) thead th:nth-child(\($0))" }
      .joined(separator: ",")
    return """
      *{box-sizing:border-box}
      html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
      body{margin:0;background:#fff;color:#1a1c1e;font:16px/1.6 \(ChartStyleSheet.fonts)}
      header,.page{max-width:88rem;margin:0 auto;padding:0 1rem}
      main{min-width:0}
      nav ol{display:flex;gap:1.25rem;margin:0;padding:.25rem 0;list-style:none;overflow-x:auto;white-space:nowrap}
      nav a{display:block;padding:.3rem 0}
      @media (min-width:62rem){
      .page{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:2rem}
      nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:.5rem 0}
      nav ol{display:block;white-space:normal;font-size:.9rem;line-height:1.35}
      }
      h1{font-size:1.4rem;line-height:1.3;margin:.75rem 0 .25rem;overflow-wrap:anywhere}
      h2{font-size:1.25rem;line-height:1.3;margin:1.75rem 0 .5rem;padding-top:.4rem;border-top:2px solid #1a1c1e;overflow-wrap:anywhere}
      section:first-child h2{margin-top:.5rem}
      h3{font-size:1rem;margin:1.5rem 0 .5rem;overflow-wrap:anywhere}
      p{margin:.5rem 0;max-width:60rem;overflow-wrap:anywhere}
      a{color:#0b57d0}
      a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid #bd5400;outline-offset:2px}
      .skip{position:absolute;left:-99rem}
      .skip:focus{position:static;display:inline-block;padding:.5rem 1rem}
      summary{padding:.3rem 0;font-weight:600;cursor:pointer}
      .more{border-bottom:1px solid #d9dde1}
      summary small{font-weight:400}
      .nt summary,.cite summary{font-size:.875rem;font-weight:400}
      .nt{margin:0 0 1rem}
      .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:1rem 2rem;margin:.75rem 0}
      .charts:has(>figure:only-child){grid-template-columns:minmax(0,1fr)}
      .charts>figure:only-child svg{max-width:44rem}
      .beside{display:grid;gap:.5rem 2rem}
      @media (min-width:48rem){.beside{grid-template-columns:minmax(0,4fr) minmax(0,3fr)}}
      .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:.75rem;margin:.5rem 0}
      .card{border:1px solid #d9dde1;border-radius:.4rem;padding:.4rem .8rem}
      .card h3{margin:0;display:flex;align-items:center;gap:.4rem}
      .card dl{display:grid;grid-template-columns:1fr 1fr;gap:.2rem 1.25rem;margin:0}
      .card div:first-child{grid-column:1/-1}
      .card dt{font-size:.8rem;color:#50565c}
      .card dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
      .card div:first-child>dd{font-size:1.5rem;line-height:1.2}
      .answers{margin:.25rem 0}
      .answers div{padding:.1rem 0;border-bottom:1px solid #d9dde1}
      .answers dt{font-weight:600;font-size:.85rem;line-height:1.5}
      .answers dd{margin:0;max-width:60rem;font-size:.9rem;line-height:1.4;overflow-wrap:anywhere}
      figure{margin:0;min-width:0}
      figcaption{font-weight:600;line-height:1.4;margin-bottom:.15rem}
      figcaption small{display:block;font-weight:400}
      .src,.cite{font-size:.8rem;margin:.15rem 0;color:#50565c;overflow-wrap:anywhere}
      .src a{margin-left:.4rem;padding:.3rem .1rem}
      code{font-size:.8rem;color:#50565c}
      figure svg{display:block;width:100%;max-width:30rem;height:auto}
      figure .scroll svg{width:auto;max-width:none}
      section{content-visibility:auto;contain-intrinsic-size:auto 60rem}
      .scroll{overflow-x:auto;max-width:100%;margin:1rem 0}
      table{border-collapse:collapse;font-size:.875rem;line-height:1.45}
      caption{text-align:left;font-weight:600;padding:.25rem 0;font-size:1rem}
      caption>span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 2rem);overflow-wrap:anywhere}
      caption a{font-weight:400;font-size:.875rem;white-space:nowrap;padding:.2rem .4rem}
      th,td{padding:.3rem .55rem;text-align:left;vertical-align:top;border-bottom:1px solid #d9dde1}
      thead th,thead td{vertical-align:bottom;border-bottom:2px solid #50565c}
      tbody th{font-weight:400;min-width:8em;max-width:30em}
      td{min-width:7em;max-width:34em}
      thead th{min-width:4.5em;word-break:keep-all}
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
      .lead{max-width:none;margin:.1rem 0;color:#50565c;font-size:.8rem;line-height:1.45}
      .nb{white-space:nowrap}
      td>svg{display:block;margin-left:auto}
      .shared{position:absolute}
      .chart .el{fill:#1a1c1e}
      .chart .tg{stroke-width:2}
      .notes{font-size:.875rem;padding-left:2.75rem;margin:.25rem 0}
      .notes li{margin:.25rem 0;overflow-wrap:anywhere}
      .notes small{display:block}
      li:target,tr:has(a:target){background:#fff3c4}
      @media screen and (max-width:48rem){
      h1{font-size:1.15rem}
      nav ol{flex-wrap:wrap;gap:0 1rem;overflow-x:visible;white-space:normal}
      table{width:max-content}
      .scroll{background:linear-gradient(to right,#fff 2rem,transparent),linear-gradient(to left,#fff 2rem,transparent) right,linear-gradient(to right,#0003,transparent),linear-gradient(to left,#0003,transparent) right;background-repeat:no-repeat;background-size:2.5rem 100%,2.5rem 100%,.8rem 100%,.8rem 100%;background-attachment:local,local,scroll,scroll}
      tbody th[scope=row],\(names){position:sticky;left:0;background:#fff;z-index:1}
      tbody th,td{min-width:0;max-width:15em}
      table:not(.w) tbody th[scope=row]{max-width:7em;overflow-wrap:anywhere}
      thead th{min-width:0;max-width:9em;word-break:normal}
      .w{width:auto}
      .w td{max-width:none}
      .w tbody th{min-width:6em}
      }
      @media screen and (prefers-color-scheme:dark){
      body{background:#16191c;color:#eceef0}
      h2{border-color:#eceef0}
      a{color:#8fb4ff}
      th,td,.more,.card,.answers div{border-color:#3a4047}
      thead th,thead td{border-color:#b0b7be}
      .group th{background:#23282d}
      tbody th[scope=row],\(names){background:#16191c}
      .note,small,.lead,.src,.cite,code,.card dt{color:#b0b7be}
      .chart .el{fill:#eceef0}
      li:target,tr:has(a:target){background:#4a3f10}
      }
      @media screen and (max-width:48rem) and (prefers-color-scheme:dark){
      .scroll{background-image:linear-gradient(to right,#16191c 2rem,transparent),linear-gradient(to left,#16191c 2rem,transparent),linear-gradient(to right,#fff4,transparent),linear-gradient(to left,#fff4,transparent)}
      }
      @media print{
      @page{size:A4;margin:12mm}
      body{font-size:9pt;line-height:1.4}
      header,.page{max-width:none;padding:0}
      .page{display:block}
      nav,.skip,.cite,.src a,.more:not([open]),caption a{display:none}
      main:has(.more:not([open]))::after{content:"Charts and tables that were not opened, sources and formulas: tables.html";font-size:8pt}
      html[lang=ja] main:has(.more:not([open]))::after{content:"開いていない図と表、出典と算式は tables.html にあります。"}
      details.nt::details-content{content-visibility:visible;height:auto;display:block}
      summary{list-style:none;padding:.5mm 0}
      .cards,.beside{grid-template-columns:1fr 1fr;gap:4mm}
      figure svg{width:auto;max-width:100%;max-height:185mm}
      .card,.answers div,.more{break-inside:avoid}
      .src{font-size:8pt}
      section{content-visibility:visible}
      a{color:inherit;text-decoration:none}
      p,li{orphans:3;widows:3}
      h2,h2+p,h3,caption,figcaption,thead,.group{break-after:avoid}
      figure,tr,thead,caption,.scroll:not(:has(tr:nth-child(8))){break-inside:avoid}
      tbody tr:nth-child(-n+2),tbody tr:last-child,.scroll+.note{break-before:avoid}
      caption>span{position:static;max-width:none}
      .charts{display:block;columns:2;column-gap:6mm}
      .charts:has(>figure:only-child){columns:1}
      .charts figure{margin-bottom:4mm}
      .scroll{overflow:visible}
      table{font-size:8pt;width:100%}
      th,td{padding:.5mm 1mm;overflow-wrap:break-word;max-width:none}
      th,thead th,td.x.x.x{min-width:0}
      td{min-width:5em}
      thead th{word-break:keep-all}
      th,td{white-space:normal!important}
      .notes{font-size:8pt;columns:2;column-gap:8mm}
      .note,small,summary,.card dt,.src,code{font-size:8pt}
      td>svg{width:18mm;height:auto}
      h1{font-size:15pt}
      h2{font-size:12pt}
      caption,figcaption,h3{font-size:9pt}
      }

      """
  }
}
