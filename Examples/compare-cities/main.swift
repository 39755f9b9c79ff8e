import DocumentReading
import Iwamizawa
import MunicipalModel
import Reporting
import Tomakomai

// Two cities side by side: population dynamics on one definition, plans, and what does not follow from the cities'
// own figures. Every figure tells the lines of the documents that it comes from.
let records = try [Iwamizawa().record(), Tomakomai().record()]
let report = ComparisonReport.report(records)
print(TextRenderer(language: .ofEnvironment).render(report), terminator: "")
