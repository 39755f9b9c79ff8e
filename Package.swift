// swift-tools-version: 6.2
import PackageDescription

/// One line a municipality: the name of its folder in `Municipalities`.
let municipalities = [
  "Iwamizawa",
  "Tomakomai",
]

/// One line an example, with the modules that it imports: the name of its folder in `Examples`, which is also the name
/// of the program.
let examples: KeyValuePairs<String, [String]> = [
  "benchmark-national": ["MachiKurabe"],
  "benchmark-projection": ["MachiKurabe"],
  "compare-cities": ["Reporting"] + municipalities,
  "dashboard-json": ["MachiKurabe"],
  "indicators-behind": ["MachiKurabe"],
  "nationwide": ["MachiKurabe"],
  "own-city": ["MachiKurabe"],
  "social-change-by-age": ["MachiKurabe"],
]

let package = Package(
  name: "MachiKurabe",
  platforms: [.macOS(.v13), .iOS(.v16)],
  products: [
    .library(name: "MachiKurabe", targets: ["MachiKurabe"]),
    .library(name: "OpenData", targets: ["OpenData"]),
    .executable(name: "machi", targets: ["machi"]),
  ]
    + municipalities.map { .library(name: $0, targets: [$0]) },
  targets: [
    .target(name: "MunicipalModel", exclude: ["Data"], plugins: ["EmbedDocuments"]),
    .target(name: "DocumentReading", dependencies: ["MunicipalModel"]),
    .target(
      name: "Demography",
      dependencies: ["MunicipalModel"],
      exclude: ["Data"],
      plugins: ["EmbedDocuments"]
    ),
    .target(
      name: "PlanAnalysis",
      dependencies: ["MunicipalModel", "Demography"],
      exclude: ["Data"],
      plugins: ["EmbedDocuments"]
    ),
    .target(name: "OpenData", dependencies: ["MunicipalModel", "DocumentReading", "Demography"]),
    .target(
      name: "Reporting",
      dependencies: ["MunicipalModel", "Demography", "PlanAnalysis", "OpenData"]
    ),
    .target(
      name: "MachiKurabe",
      dependencies: [
        "MunicipalModel", "DocumentReading", "Demography", "PlanAnalysis", "OpenData", "Reporting",
      ] + municipalities.map { .init(stringLiteral: $0) },
      plugins: ["EmbedDocuments"]
    ),

    .executableTarget(name: "machi", dependencies: ["MachiKurabe"]),

    .executableTarget(name: "embed-documents"),
    .plugin(
      name: "EmbedDocuments",
      capability: .buildTool(),
      dependencies: ["embed-documents"]
    ),

    .target(
      name: "TestSupport",
      dependencies: ["MunicipalModel", "DocumentReading"],
      path: "Tests/TestSupport"
    ),
    .testTarget(
      name: "MunicipalModelTests",
      dependencies: ["MunicipalModel", "TestSupport"]
    ),
    .testTarget(
      name: "DocumentReadingTests",
      dependencies: ["DocumentReading", "TestSupport"]
    ),
    .testTarget(name: "DemographyTests", dependencies: ["Demography", "TestSupport"]),
    .testTarget(name: "OpenDataTests", dependencies: ["OpenData", "TestSupport"]),
    .testTarget(name: "PlanAnalysisTests", dependencies: ["MachiKurabe", "TestSupport"]),

    .testTarget(name: "ReportingTests", dependencies: ["MachiKurabe", "TestSupport"]),
    .testTarget(name: "MachiKurabeTests", dependencies: ["MachiKurabe", "TestSupport"]),
    .testTarget(name: "MachiTests", dependencies: ["machi", "TestSupport"]),
  ]
    + municipalities.flatMap { name -> [Target] in
      [
        .target(
          name: name,
          dependencies: ["MunicipalModel", "DocumentReading"],
          path: "Municipalities/\(name)",
          exclude: ["Documents", "Tests"],
          plugins: ["EmbedDocuments"]
        ),
        .testTarget(
          name: "\(name)Tests",
          dependencies: ["MachiKurabe", "TestSupport"],
          path: "Municipalities/\(name)/Tests"
        ),
      ]
    }
    + examples.map { name, modules in
      .executableTarget(
        name: name,
        dependencies: modules.map { .init(stringLiteral: $0) },
        path: "Examples/\(name)",
        exclude: name.hasPrefix("benchmark-") ? ["compare.py"] : []
      )
    },
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .plugin {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
