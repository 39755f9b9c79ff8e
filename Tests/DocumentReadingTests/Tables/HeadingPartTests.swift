import MunicipalModel
import Testing

@testable import DocumentReading

/// The second line of a heading has words of its own. The tables are made for these tests.
struct HeadingPartTests {
  @Test func `A mean beside years leaves them their times`() throws {
    let table = try TableSample(
      csv: """
        総合戦略
        指標,基準値,実績値,,,目標値
        ,R1,R3,R4,R5平均,R6
        起業件数（件）,3,4,5,6,20
        """)
    #expect(
      table.figures == [
        "起業件数: baseline FY2019 3, actual FY2021 4, actual FY2022 5, actual FY2023 6, target FY2024 20"
      ])
    #expect(table.indicators.first?.figures[3].accumulation == .average)
  }

  @Test func `Half years are not read, their sum is the year's`() throws {
    let table = try TableSample(
      csv: """
        進捗管理表
        指標,単位,基準値,令和5年度,,,目標値
        ,,R元,上期,下期,年度計,R6
        相談件数,件,101,51,52,103,150
        """)
    #expect(table.figures == ["相談件数: baseline FY2019 101, actual FY2023 103, target FY2024 150"])
    #expect(table.findings == ["unknown-column 4:4", "unknown-column 4:5"])
  }

  @Test func `A running total is read rather than the single year beside it`() throws {
    let table = try TableSample(
      csv: """
        進捗管理表
        指標,単位,基準値(R元),R4,,R5,,目標値(R6)
        ,,,単年,累計,単年,累計,累計
        起業件数,件,0,4,9,5,14,20
        """)
    #expect(
      table.figures == [
        "起業件数: baseline FY2019 0, actual FY2022 9, actual FY2023 14, target FY2024 20"
      ])
    #expect(
      table.indicators.first?.figures.map(\.accumulation) == [
        .single, .cumulative, .cumulative, .cumulative,
      ])
    #expect(table.findings == ["superseded-column 4:4", "superseded-column 4:6"])
  }

  @Test(arguments: [("変更前", "変更後"), ("見直し前", "見直し後"), ("当初", "変更後"), ("旧", "新")])
  func `Of a target before and after its revision the later one is read`(words: (String, String))
    throws
  {
    let table = try TableSample(
      csv: """
        進捗管理表
        指標,基準値(R元),目標値(R6),目標値(R6),実績値(R5)
        ,,\(words.0),\(words.1),
        起業件数,3件,20件,15件,11件
        """)
    #expect(
      table.figures == ["起業件数: baseline FY2019 3, target FY2024 15, actual FY2023 11"])
    #expect(table.findings == ["superseded-column 4:3"])
  }

  @Test func `A difference of years is no reason to lose the roles`() throws {
    let table = try TableSample(
      csv: """
        総合戦略
        指標,2019,2020,2021,2024,増減
        ,基準,実績,実績,目標,21-20
        起業件数（件）,3,4,5,12,1
        """)
    #expect(
      table.figures == [
        "起業件数: baseline FY2019 3, actual FY2020 4, actual FY2021 5, target FY2024 12"
      ])
  }

  @Test func `A year beside the value below one heading is its time`() throws {
    let table = try TableSample(
      csv: """
        進捗管理表
        指標,単位,基準値,,目標値,
        ,,年度,数値,年度,数値
        新規就農者数,人,H30,12,R6,20
        農業産出額,億円,〃,101.5,〃,110
        """)
    #expect(
      table.figures == [
        "新規就農者数: baseline FY2018 12, target FY2024 20",
        "農業産出額: baseline FY2018 101.5, target FY2024 110",
      ])
    #expect(table.findings == ["ditto-mark 6:3"])
  }

  @Test func `Three lines: the time of the check has a target and a state`() throws {
    let table = try TableSample(
      csv: """
        基本目標
        目標,基準年度,進捗確認年度,,進捗確認年度目標,目標年度
        ,平成22年度,平成27年度,,平成32年度,平成33年度
        ,,目標,現状,,
        環境基準達成率,78.2%,100%,83.8%,100%,100%
        """)
    #expect(
      table.figures == [
        "環境基準達成率: baseline FY2010 78.2, target FY2015 100, actual FY2015 83.8, "
          + "target FY2020 100, target FY2021 100"
      ])
  }
}
