import MachiKurabe

// benchmark-national [--input FILE] [--results FOLDER] [--generate FILE] [--municipalities N] [--growth]
// [--format FORMAT]: measures how fast long data of the whole nation are read, rated and ranked.
do {
  let options = try BenchmarkOptions(CommandLine.arguments.dropFirst())
  let count = options.municipalities ?? SyntheticTable.nationwide
  if let path = options.generate {
    try TemporaryFolder.write(to: path, SyntheticTable(municipalities: count).forEachPiece)
  } else {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let target = options.results ?? folder.path
    var measurements: [Measurement] = []
    if let path = options.input {
      let (measurement, noticed) = try Measurement.run(path, resultsIn: target)
      measurements.append(measurement)
      for diagnostic in noticed.prefix(10) { BenchmarkOptions.complain(diagnostic.line.en) }
    } else {
      for factor in options.growth ? [1, 4, 16] : [1] {
        let path = "\(folder.path)/input.csv"
        try TemporaryFolder.write(
          to: path, SyntheticTable(municipalities: count * factor).forEachPiece)
        measurements.append(try Measurement.run(path, resultsIn: target).0)
      }
    }
    let report = MeasurementReport.report(measurements, isInvented: options.input == nil)
    print(options.format.renderer(language: .english).render(report), terminator: "")
  }
} catch {
  BenchmarkOptions.fail("\(error)", isUsage: error is BenchmarkOptions.Unknown)
}
