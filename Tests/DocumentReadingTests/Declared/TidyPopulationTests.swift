import DocumentReading
import MunicipalModel
import Testing

@Suite("The population as tidy CSV")
struct TidyPopulationTests {
  @Test("Rows become figures of the municipality, with their cells")
  func figures() throws {
    let contents = try DeclaredSample.read(
      csv: "period,item,printed,unit\n令和元年,births,81,人\n2020年,year_end_population,\"12,000\",\n",
      content: "population")
    #expect(
      contents.populationFigures.map {
        "\($0.period?.code ?? "-") \($0.item.rawValue) \($0.reading.value?.description ?? "-")"
      } == ["CY2019 births 81", "CY2020 year_end_population 12000"])
    #expect(contents.populationFigures.last?.citation.line == 3)
    #expect(contents.populationFigures.last?.citation.cell == 3)
    #expect(DeclaredSample.notes(contents) == [])
  }

  @Test("A unit of the row is that of its figure; without one, counts are persons or households")
  func units() throws {
    let contents = try DeclaredSample.read(
      csv:
        "period,item,printed,unit\n2019年,year_end_population,12,千人\n2019年,households,5,\n2019年,births,9,\n"
        + "2019年,ageing_rate,31.2,%\n2019年,total_fertility_rate,1.4,\n",
      content: "population")
    #expect(
      contents.populationFigures.map { $0.reading.quantity?.unit } == ["千人", "世帯", "人", "%", ""])
  }

  @Test("A row without an item or a period, and an item of an unusual name are told")
  func oddities() throws {
    let contents = try DeclaredSample.read(
      csv:
        "period,item,printed\n2019年,,1\n,births,2\n2019年,brith,3\n2019年,young_population_share,4\n",
      content: "population")
    #expect(
      DeclaredSample.notes(contents) == [
        "row-without-item 2:2", "row-without-period 3:1", "unknown-item 4:2",
      ])
    #expect(contents.populationFigures.count == 3)
  }

  @Test("Of two rows of one item and period the first counts, and the second is told")
  func repeated() throws {
    let contents = try DeclaredSample.read(
      csv: "period,item,printed\n2019年,births,81\n令和元年,births,90\n2020年,births,79\n",
      content: "population")
    #expect(
      contents.populationFigures.compactMap(\.reading.value) == [81, 79].map(ExactDecimal.init))
    #expect(DeclaredSample.notes(contents) == ["repeated-figure 3:3"])
  }
}
