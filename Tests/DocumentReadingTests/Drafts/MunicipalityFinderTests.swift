import MunicipalModel
import Testing

@testable import DocumentReading

struct MunicipalityFinderTests {
  @Test(arguments: [
    ("函館市総合戦略\n函館市は北海道の南にある。札幌市まで3時間。", "012025"),
    ("計画 団体コード 012131 苫小牧市", "012131"),
    // Two cities of the name 府中市: the prefecture tells.
    ("広島県の府中市総合計画", "342084"),
    // A ward is no city of its own here.
    ("札幌市中央区にある札幌市役所", "011002"),
    // 四谷三栄町 is no 栄町, which is named behind its prefecture or a period.
    ("新宿区の町丁別人口 四谷三栄町 四谷三栄町 四谷三栄町", "131041"),
    ("千葉県栄町の第2期栄町総合戦略", "123293"),
  ])
  func found(text: String, code: String) {
    #expect(MunicipalityFinder([text]).municipality?.code.sixDigits == code)
  }

  @Test(arguments: ["府中市総合計画", "総合計画", ""])
  func undecided(text: String) { #expect(MunicipalityFinder([text]).municipality == nil) }

  @Test func `Namesakes are offered`() {
    let candidates = MunicipalityFinder(["府中市総合計画"]).candidates
    #expect(candidates.map(\.municipality.fullName).sorted() == ["広島県府中市", "東京都府中市"])
  }
}
