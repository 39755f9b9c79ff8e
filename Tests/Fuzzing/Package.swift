// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets of their own package, so that nobody else builds them. `.ci/fuzz` builds and runs them.
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "MachiKurabe", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz-open-data",
      dependencies: [
        .product(name: "MunicipalityFolders", package: "MachiKurabe"),
        .product(name: "Nationwide", package: "MachiKurabe"),
      ])
  ]
)
