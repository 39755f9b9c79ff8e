// swift-tools-version: 6.2
import PackageDescription

/// One line a municipality: the name of its folder in `Municipalities`.
let municipalities = [
  "Iwamizawa",
  "Tomakomai",
]

/// One line an example: the name of its folder in `Examples`, which is also the name of the program.
let examples = [
  "benchmark-national",
  "benchmark-projection",
  "compare-cities",
  "dashboard-json",
  "indicators-behind",
  "nationwide",
  "own-city",
  "social-change-by-age",
]

let package = Package(
  name: "MachiKurabe",
  platforms: [.macOS(.v13), .iOS(.v16)],
  products: [
    .library(name: "MachiKurabe", targets: ["MachiKurabe"]),
    .library(name: "OpenData", targets: ["OpenData"]),
    .library(name: "Nationwide", targets: ["Nationwide"]),
    .library(name: "MunicipalityFolders", targets: ["MunicipalityFolders"]),
    .executable(name: "machi", targets: ["machi"]),
  ],
  targets: [
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "TextFormats", dependencies: ["CZlib"]),
    .target(
      name: "MunicipalModel",
      dependencies: ["TextFormats"],
      exclude: ["Data"],
      plugins: ["EmbedDocuments"]
    ),
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
    .target(name: "Rendering", dependencies: ["TextFormats", "MunicipalModel"]),
    .target(name: "OpenData", dependencies: ["TextFormats", "MunicipalModel", "DocumentReading"]),
    .target(name: "Nationwide", dependencies: ["MunicipalModel", "Demography", "OpenData"]),
    .target(
      name: "MunicipalityFolders",
      dependencies: ["MunicipalModel", "DocumentReading", "Demography", "PlanAnalysis"]
    ),
    .target(
      name: "Reports",
      dependencies: [
        "MunicipalModel", "DocumentReading", "Demography", "Rendering", "PlanAnalysis", "OpenData",
        "Nationwide", "MunicipalityFolders",
      ]
    ),
    .target(
      name: "MachiKurabe",
      dependencies: [
        "MunicipalModel", "DocumentReading", "Demography", "Rendering", "PlanAnalysis", "OpenData",
        "Nationwide", "MunicipalityFolders", "Reports",
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
      dependencies: ["CZlib", "TextFormats", "MunicipalModel", "DocumentReading"],
      path: "Tests/TestSupport"
    ),
    .testTarget(name: "TextFormatsTests", dependencies: ["TextFormats", "TestSupport"]),
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
    .testTarget(name: "NationwideTests", dependencies: ["Nationwide", "TestSupport"]),
    .testTarget(name: "RenderingTests", dependencies: ["Rendering", "TestSupport"]),
    .testTarget(
      name: "PlanAnalysisTests",
      dependencies: ["PlanAnalysis", "Iwamizawa", "Tomakomai", "TestSupport"]
    ),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "TestSupport"]),
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
    + examples.map {
      .executableTarget(
        name: $0,
        dependencies: ["MachiKurabe"],
        path: "Examples/\($0)",
        exclude: $0.hasPrefix("benchmark-") ? ["compare.py"] : []
      )
    },
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .plugin && target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
