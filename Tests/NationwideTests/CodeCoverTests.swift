import Testing

@testable import Nationwide

@Suite("The ways to explain gone codes")
struct CodeCoverTests {
  /// One code is gone: either of two municipalities can have taken it, but a new one must have come from something.
  @Test(arguments: [true, false])
  func `A new code must have a group, one that was there need not`(newIsFirst: Bool) {
    let cover = CodeCover([[1], [1]], [newIsFirst, !newIsFirst], 1) { _ in 0 }
    #expect(cover.best == (newIsFirst ? [1, 0] : [0, 1]))
    #expect(cover.count == 1 && cover.isComplete && !cover.isTied)
  }

  /// Two codes are gone: both to the first, both to the second, or one to each, either way round.
  @Test func `All ways are counted and the cheapest is kept`() {
    let cover = CodeCover([[1, 2, 3], [1, 2, 3]], [false, false], 2) { group in
      group == 3 ? 5 : group == 1 ? 1 : 2
    }
    #expect(cover.count == 4)
    #expect(cover.isTied, "1 and 2 cost 3 either way round")
    #expect(cover.groups.map(\.count) == [4, 4])
  }
}
