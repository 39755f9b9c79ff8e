import Testing

@testable import DocumentReading

/// What is said of tables that are not read. The tables are made for these tests.
struct UnreadTableKindTests {
  @Test(
    arguments: [
      ("年,性別,0～4歳,5～9歳,10～14歳,15～19歳\n令和2年,男,10,11,12,13", UnreadTableKind.ages),
      ("年齢,人数\n0～4歳,10\n5～9歳,11\n10～14歳,12\n15～19歳,13", .ages),
      ("月,人口,世帯数,出生\n4月,4110,1925,1\n5月,4105,1923,0\n6月,4100,1920,1", .months),
      ("地区,総人口,世帯数\n東地区,4110,1925\n西地区,4105,1923", .itemsWithoutYears),
      ("年,日南町,日野町\nH27,4765,3278\nR2,4196,2907", .yearsWithoutItems),
      (
        "区分,総人口,年少人口\n平成22年,22265,2600\n（構成比）,100.0,11.7\n平成27年,20873,2240\n（構成比）,100.0,10.8",
        .itemsAndYears
      ),
    ])
  func `The kind is told by its names`(table: String, kind: UnreadTableKind) {
    #expect(UnreadTableKind(rows(table)) == kind)
  }

  @Test(arguments: ["事業名,予算,決算\n橋の修繕,100,90\n道路の整備,200,180", "指標,基準値,目標値\n参加者数,9,40"])
  func `Of other tables nothing is said`(table: String) {
    #expect(UnreadTableKind(rows(table)) == nil)
  }

  private func rows(_ table: String) -> [[String]] {
    table.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
