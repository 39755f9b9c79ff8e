import MunicipalModel
import Testing

@testable import Rendering

/// Maps of dots: places, classes of values, the marked one.
struct MapTests {
  private func chart(
    _ values: [Double?], places: [(Double, Double)?], marked: Int? = nil
  ) -> ReportChart {
    SampleCharts.chart(
      .map,
      categories: places.enumerated().map { index, place in
        ChartCategory(
          LocalizedText("town \(index)"),
          place: place.flatMap { GeographicPlace(latitude: $0.0, longitude: $0.1) })
      },
      series: [ChartSeries(LocalizedText("rate"), points: SampleCharts.points(values))]
        + (marked.map { index in
          [
            ChartSeries(
              LocalizedText("Here"),
              points: SampleCharts.points(values.indices.map { $0 == index ? values[$0] : nil }))
          ]
        } ?? []))
  }

  private func document(_ chart: ReportChart) throws -> SVGDocument {
    try #require(SVGDocument(SVGRenderer(language: .english, width: 360).file(chart)))
  }

  /// Sapporo, Tokyo and Naha: 43.1° N 141.4° E, 35.7° N 139.7° E, 26.2° N 127.7° E.
  private static let cities: [(Double, Double)?] = [(43.1, 141.4), (35.7, 139.7), (26.2, 127.7)]

  @Test func northIsAboveAndEastIsRightInEqualLengths() throws {
    let document = try document(chart([1, 1, 1], places: Self.cities, marked: 0))
    let dots = try #require(
      document.all("path").first { $0.attributes["style"] == "stroke-width:.4" })
    let starts = try #require(dots.attributes["d"]).split(separator: "M").map { part in
      part.split(whereSeparator: { "l ".contains($0) }).prefix(2).compactMap { Double($0) }
    }
    #expect(starts.count == 3)
    let (sapporo, tokyo, naha) = (starts[0], starts[1], starts[2])
    #expect(naha[0] < tokyo[0] && tokyo[0] < sapporo[0])
    #expect(sapporo[1] < tokyo[1] && tokyo[1] < naha[1])
    // A degree east at 34.65° N, the middle, is cos 34.65° = 0.8226 of one north.
    let across = (sapporo[0] - naha[0]) / (141.4 - 127.7)
    let up = (naha[1] - sapporo[1]) / (43.1 - 26.2)
    #expect(abs(across / up - 0.8226) < 0.002)
  }

  @Test func belowZeroIsTellableWithoutColour() throws {
    let levels = try #require(MapLevels([-2.4, -1.5, -0.5, 0, 0.5, 1.5, 2.4]))
    #expect(levels.labels == ["-2", "-1", "0", "1", "2"])
    #expect(levels.label(0).en == "below -2" && levels.label(5).ja == "2以上")
    #expect([-2.4, -0.5, 0, 2].map(levels.position) == [0, 2, 3, 5])
    let looks = (0..<levels.count).map(levels.level)
    #expect(looks.map(\.isBelowZero) == [true, true, true, false, false, false])
    #expect(Set(looks.map(\.classes)).count == 6)
    #expect(looks[0].classes == "v0 ld" && looks[5].classes == "v6 ld")
  }

  @Test func valuesOfOneSignHaveOneScale() throws {
    let levels = try #require(MapLevels((1...100).map { -Double($0) / 50 }))
    let looks = (0..<levels.count).map(levels.level)
    #expect(looks.allSatisfy { $0.classes.hasPrefix("q") && $0.isBelowZero })
    let gains = try #require(MapLevels((1...100).map { Double($0) / 50 }))
    #expect((0..<gains.count).allSatisfy { !gains.level($0).isBelowZero })
    // A place at 0 is not below it, and its class holds none that are.
    let mixed = try #require(MapLevels((0...100).map { -Double($0) / 50 }))
    #expect(!mixed.level(mixed.position(of: 0)).isBelowZero)
    #expect(mixed.level(mixed.position(of: -0.02)).isBelowZero)
    #expect(MapLevels([]) == nil)
    #expect(MapLevels([3, 3])?.count ?? 0 > 0)
  }

  @Test func theMarkedOneHasARingAndItsName() throws {
    let document = try document(chart([-1, 2, 0.5], places: Self.cities, marked: 1))
    #expect(document.all("path").filter { $0.classes == ["hm"] }.count == 1)
    #expect(document.all("text").map(\.text).contains("Here 2.0"))
  }

  @Test func whatHasNoPlaceIsCounted() throws {
    let document = try document(chart([1, 2, nil], places: [(40, 140), nil, nil]))
    #expect(
      document.all("text").map(\.text).contains("1 without a known place are not on the map."))
    #expect(GeographicPlace(latitude: 90, longitude: 0) == nil)
    #expect(GeographicPlace(latitude: .nan, longitude: 0) == nil)
  }

  @Test(arguments: [0, 24.5, 36, 60, 84.9])
  func cosineIsThatOfTables(_ degrees: Double) {
    // cos 0°, 24.5°, 36°, 60°, 84.9° of printed tables.
    let known = [0: 1, 24.5: 0.909961, 36: 0.809017, 60: 0.5, 84.9: 0.088894]
    #expect(abs(GeographicPlace.cosine(ofDegrees: degrees) - (known[degrees] ?? 9)) < 1e-6)
  }

  @Test func aBandIsFilledWhereBothEdgesAre() throws {
    let chart = SampleCharts.chart(
      .line, categories: SampleCharts.years,
      series: [
        ChartSeries(
          LocalizedText("upper"), key: "u", points: SampleCharts.points([3, 4, nil, 5, 6, 7, 8]),
          isMuted: true, fillsTo: "l"),
        ChartSeries(
          LocalizedText("lower"), key: "l", points: SampleCharts.points([1, 2, 1, 2, 1, 2, 1]),
          isMuted: true),
      ])
    let document = try document(chart)
    let bands = document.all("path").filter { $0.attributes["style"] == "fill-opacity:.2" }
    // 2015–2016, and 2018–2021: twice as many corners as years.
    #expect(bands.map { $0.attributes["d"]?.filter { "ML".contains($0) }.count } == [4, 8])
    let vega = VegaLiteRenderer(language: .english).render(chart)
    #expect(vega.contains("\"value2\": 1") && vega.contains("\"area\""))
  }
}
