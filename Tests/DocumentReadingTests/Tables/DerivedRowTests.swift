import MunicipalModel
import Testing

@testable import DocumentReading

/// Rows that follow from others, and rows whose names say what their figures are. The tables are made for these
/// tests, in the form of plans for child care.
struct DerivedRowTests {
  private static let layout = """
    { "columns": [{ "heading": "区分", "means": "indicator" }] }
    """

  private func table(_ rows: String) throws -> TableSample {
    try TableSample("計画\n区分\t令和2年度\t令和3年度\n\(rows)", Self.layout)
  }

  @Test(arguments: [
    "確保方策－量の見込み", "②－①", "量の見込みと確保方策の差（②－①）", "過不足", "差引（②-①）", "差",
  ])
  func `A difference of rows is told and is no indicator`(name: String) throws {
    let table = try table("①量の見込み\t10人\t20人\n②確保方策\t30人\t40人\n\(name)\t20人\t20人")
    #expect(table.indicators.map(\.name) == ["量の見込み", "確保方策"])
    #expect(table.findings == ["derived-row 5:1"])
  }

  @Test(arguments: ["B-1グランプリ来場者数", "1-2 講座参加者数", "Wi-Fi利用件数", "学級満足度（Q-U）", "男女の賃金の差"])
  func `A dash in a name makes no difference of it`(name: String) throws {
    let table = try table("\(name)（実績）\t10\t20\n講座参加者数（実績）\t1\t2")
    #expect(table.indicators.count == 2)
    #expect(table.findings.isEmpty)
  }

  @Test func `Labels of rows make a formula`() throws {
    let rows = "A 量の見込み\t10人\t20人\nB 確保方策\t30人\t40人\nB-A\t20人\t20人"
    #expect(try table(rows).findings == ["derived-row 5:1"])
  }

  @Test func `What is expected and what is planned is no actual figure`() throws {
    let table = try table("量の見込み\t10人\t20人\n確保方策\t30人\t40人\n確保方策（実績）\t35人\t")
    #expect(
      table.figures == [
        "量の見込み: actual FY2020 10, actual FY2021 20",
        "確保方策: target FY2020 30, target FY2021 40",
        "確保方策（実績）: actual FY2020 35, actual FY2021 -",
      ])
    let quantities = table.indicators.map { $0.figures.first?.reading.quantity }
    #expect(quantities.map { $0?.isEstimate } == [true, false, false])
    #expect(table.findings.isEmpty)
  }

  @Test func `Years without a word are read as actual, and that is told`() throws {
    let table = try table("講座数\t10回\t20回")
    #expect(table.figures == ["講座数: actual FY2020 10, actual FY2021 20"])
    #expect(table.findings == ["years-as-actual 2:2"])
  }

  @Test func `Beside a target a name changes nothing`() throws {
    let table = try TableSample("指標\t令和2年度\t目標値\n待機児童数の見込み\t10人\t0人")
    #expect(table.indicators.first?.figures.first?.reading.quantity?.isEstimate == false)
    #expect(table.findings.isEmpty)
  }
}
