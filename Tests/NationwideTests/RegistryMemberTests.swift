import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

@Suite("Sums and wards with codes")
struct RegistryMemberTests {
  private func read(_ rows: [SheetRow], _ year: Int) throws -> ResidentRegistry {
    let title = Fixture.title("平成\(year)年1月1日", "平成\(year - 1)年")
    return try ResidentRegistry.read(
      Array(Fixture.sheet(rows.map(\.line), title: title).utf8), document: "sheet")
  }

  private func row(_ code: String, _ name: String, _ people: Int, _ arrivals: Int = 0) -> SheetRow {
    SheetRow(
      code: code, prefecture: name.hasPrefix("浜松") ? "静岡県" : "宮城県", name: name, male: people / 2,
      female: people - people / 2, entries: [arrivals, 0, 0, 0], removals: [0, 0, 0, 0])
  }

  /// 富谷町 became a city in October 2016 and left its 郡.
  @Test func `A 郡 with a code that lost a town has no rate, and one that lost none has`() throws {
    let before = [
      row("044202", "黒川郡", 6_000), row("044211", "黒川郡大和町", 1_000), row("044237", "黒川郡富谷町", 5_000),
    ]
    let after = [
      row("042161", "富谷市", 5_050, 50), row("044202", "黒川郡", 1_010, 10),
      row("044211", "黒川郡大和町", 1_010, 10),
    ]
    let pair = try RegistryPair(previous: read(before, 28), current: read(after, 29))
    let checks = pair.rateChecks()
    #expect(checks.differing.isEmpty && checks.agreeing == 6)
    #expect(checks.reasons == [.otherMembers: 3])
    #expect(pair.diagnostics.isEmpty)
    // With the same towns, another stock of the 郡 is a difference.
    var same = [row("044202", "黒川郡", 1_060, 10), row("044211", "黒川郡大和町", 1_010, 10)]
    let other = try RegistryPair(
      previous: read([before[0], before[1]], 28), current: read(same, 29)
    ).rateChecks()
    #expect(other.differing.map(\.row.area.name) == ["黒川郡", "黒川郡"])
    same[0] = row("044202", "黒川郡", 6_010, 10)
    #expect(
      try RegistryPair(previous: read([before[0], before[1]], 28), current: read(same, 29))
        .rateChecks().differing.isEmpty)
  }

  /// Wards that changed people between them and not with others were drawn anew, and so were those with new codes.
  @Test func `Wards that were drawn anew have no rate`() throws {
    let before = [
      row("221309", "浜松市", 800), row("221317", "浜松市中区", 500), row("221325", "浜松市東区", 300),
    ]
    let moved = [
      row("221309", "浜松市", 808, 8), row("221317", "浜松市中区", 404, 4), row("221325", "浜松市東区", 404, 4),
    ]
    let checks = try RegistryPair(previous: read(before, 28), current: read(moved, 29)).rateChecks()
    #expect(checks.reasons == [.otherWards: 6] && checks.agreeing == 3 && checks.differing.isEmpty)
    let renamed = [row("221309", "浜松市", 808, 8), row("221317", "浜松市中区", 808, 8)]
    let fewer = try RegistryPair(previous: read(before, 28), current: read(renamed, 29))
      .rateChecks()
    #expect(fewer.reasons == [.otherWards: 3] && fewer.agreeing == 3)
    // One ward alone that does not follow is a difference.
    let wrong = [moved[0], row("221317", "浜松市中区", 504, 4), row("221325", "浜松市東区", 404, 4)]
    let one = try RegistryPair(previous: read(before, 28), current: read(wrong, 29)).rateChecks()
    #expect(one.differing.map(\.row.area.name) == ["浜松市東区", "浜松市東区"])
    #expect(one.reasons.isEmpty)
  }
}
