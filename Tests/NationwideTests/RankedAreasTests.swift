import Nationwide
import Testing

struct RankedAreasTests {
  @Test(arguments: [
    (RankedAreas.municipalities, 1_741, "1,741市区町村", "1,741 municipalities"),
    (.municipalities, 1, "1市区町村", "1 municipality"), (.wards, 1, "1区", "1 ward"),
    (.wards, 171, "171区", "171 wards"), (.prefectures, 1, "1都道府県", "1 prefecture"),
    (.prefectures, 47, "47都道府県", "47 prefectures"),
  ])
  func `So many areas are counted in both languages`(
    areas: RankedAreas, count: Int, ja: String, en: String
  ) {
    #expect(areas.counted(count).ja == ja && areas.counted(count).en == en)
  }
}
