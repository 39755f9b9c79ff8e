import MachiKurabe

// Two cities side by side: population dynamics on one definition, plans, and what does not follow from the cities'
// own figures. Every figure tells the lines of the documents that it comes from.
let report = ComparisonReport.report(try MunicipalityRecord.builtIn())
print(ReportFormat.text.renderer(language: .ofEnvironment).render(report), terminator: "")
