import MunicipalModel
import Testing

@Suite struct NameSimilarityTests {
  @Test("night and nacht share one pair of eight")
  func textbookExample() {
    // Dice coefficient of bigrams: {ni, ig, gh, ht} and {na, ac, ch, ht}, 2 × 1 ÷ 8.
    #expect(NameSimilarity.dice("night", "nacht") == 0.25)
  }

  @Test(
    "A repeated pair counts as often as it is shared",
    arguments: [("aaaa", "aa", 0.5), ("abab", "ab", 0.5), ("人口", "人口", 1), ("人口", "世帯", 0)])
  func repeated(_ left: String, _ right: String, _ similarity: Double) {
    #expect(NameSimilarity.dice(left, right) == similarity)
    #expect(NameSimilarity.dice(right, left) == similarity)
  }

  @Test("Names too short for a pair are alike only if they are the same")
  func short() {
    #expect(NameSimilarity.dice("", "") == 1)
    #expect(NameSimilarity.dice("人", "人") == 1)
    #expect(NameSimilarity.dice("人", "口") == 0)
    #expect(NameSimilarity.dice("人", "人口") == 0)
  }

  @Test("Every occurrence of a word is replaced, from the left")
  func replacing() {
    #expect(NameSimilarity.replacing("aa", with: "b", in: "aaaaa") == "bba")
    #expect(NameSimilarity.replacing("", with: "b", in: "aa") == "aa")
    #expect(NameSimilarity.replacing("人", with: "", in: "人口人") == "口")
    #expect(NameSimilarity.replacing("長い語", with: "x", in: "語") == "語")
  }
}
