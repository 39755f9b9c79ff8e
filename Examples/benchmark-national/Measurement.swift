import MachiKurabe

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of the job: read a long table, form the rates, rank, write both results.
struct Measurement {
  let municipalities: Int
  let years: Int
  let rows: Int
  let diagnostics: Int
  let reading: Duration
  let ranking: Duration
  let writing: Duration
  /// The largest memory of the process until now, in bytes.
  let peakMemory: Int

  var total: Duration { reading + ranking + writing }

  var rowsPerSecond: Int { Int(Double(rows) / max(total / .seconds(1), 1e-9)) }

  /// Runs the job; nothing is printed.
  static func run(_ input: String, resultsIn folder: String) throws -> (Measurement, [Diagnostic]) {
    let clock = ContinuousClock()
    let start = clock.now
    let table = try LongTable.read(contentsOfFile: input)
    let read = clock.now
    let rates = table.socialChangeRates
    let rankings = try table.years.map { try rates.ranking(at: .ages(20...29), in: $0) }
    let ranked = clock.now
    try TemporaryFolder.write(to: "\(folder)/rates.csv") { $0(rates.csv) }
    try TemporaryFolder.write(to: "\(folder)/ranking.csv") { $0(csv(of: rankings)) }
    let measurement = Measurement(
      municipalities: table.municipalities.count, years: table.years.count, rows: table.rowCount,
      diagnostics: table.diagnostics.count, reading: read - start, ranking: ranked - read,
      writing: clock.now - ranked, peakMemory: peakMemoryOfProcess())
    return (measurement, table.diagnostics)
  }

  /// The lines of all years, with rates of four digits.
  private static func csv(of rankings: [RateRanking]) -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "year", "rank", "code", "name", "social_change", "previous_population", "rate_percent",
    ])
    for entry in rankings.flatMap(\.entries) {
      guard case .calendarYear(let year) = entry.rate.period else { continue }
      writer.field(year)
      writer.field(entry.rank)
      writer.field(entry.municipality.code.sixDigits)
      writer.field(entry.municipality.name.ja)
      writer.field(entry.rate.numerator)
      writer.field(Int(entry.rate.denominator.coefficient))
      writer.field(entry.rate.rounded(to: 4).map { Int($0.coefficient) }, decimals: 4)
      writer.endRow()
    }
    return writer.bytes
  }

  private static func peakMemoryOfProcess() -> Int {
    var usage = rusage()
    #if canImport(Glibc)
      let own = __rusage_who_t(RUSAGE_SELF.rawValue)
    #else
      let own = RUSAGE_SELF
    #endif
    guard getrusage(own, &usage) == 0 else { return 0 }
    #if canImport(Darwin)
      return Int(usage.ru_maxrss)
    #else
      return Int(usage.ru_maxrss) * 1024
    #endif
  }
}

/// The table of what was measured.
enum MeasurementReport {
  static func report(_ measurements: [Measurement], isInvented: Bool) -> Report {
    var note = LocalizedText(
      ja: "縦持ちのCSVを読み、社会増減率と20～29歳の率による順位を計算し、二つのCSVに書き出す。",
      en:
        "Reads a long CSV, computes social change rates and ranks by the rate at 20–29, and writes both "
        + "as CSV.")
    if isInvented {
      note = LocalizedText(ja: note.ja + "データは架空のもの。", en: note.en + " The data are invented.")
    }
    let table = ReportTable(
      key: "benchmark",
      caption: LocalizedText(ja: "全国データの処理時間", en: "The job on the whole nation's data"),
      columns: [
        .number("municipalities", LocalizedText(ja: "団体数", en: "municipalities")),
        .number("rows", LocalizedText(ja: "行数", en: "rows")),
        .number("reading", LocalizedText(ja: "読込 ms", en: "reading ms"), unit: "ms"),
        .number("ranking", LocalizedText(ja: "順位 ms", en: "ranking ms"), unit: "ms"),
        .number("writing", LocalizedText(ja: "書出 ms", en: "writing ms"), unit: "ms"),
        .number("total", LocalizedText(ja: "合計 ms", en: "total ms"), unit: "ms"),
        .number("rows_per_second", LocalizedText(ja: "行/秒", en: "rows per second")),
        .number("peak_memory", LocalizedText(ja: "最大メモリ MB", en: "peak memory MB"), unit: "MB"),
      ],
      rows: measurements.map { run in
        ReportRow([
          number(run.municipalities), number(run.rows), milliseconds(run.reading),
          milliseconds(run.ranking), milliseconds(run.writing), milliseconds(run.total),
          number(run.rowsPerSecond), number(run.peakMemory / 1_000_000),
        ])
      },
      notes: [note])
    return Report(title: table.caption, key: "benchmark", tables: [table])
  }

  private static func number(_ value: Int) -> ReportCell {
    var digits = String(value)
    var grouped = ""
    while digits.count > 3 {
      grouped = "," + digits.suffix(3) + grouped
      digits = String(digits.dropLast(3))
    }
    return ReportCell(text: LocalizedText(digits + grouped), value: .integer(value))
  }

  private static func milliseconds(_ duration: Duration) -> ReportCell {
    let value = ExactDecimal(rounding: duration / .milliseconds(1), to: 1) ?? ExactDecimal(0)
    return ReportCell(text: LocalizedText(value.description), value: .decimal(value))
  }
}
