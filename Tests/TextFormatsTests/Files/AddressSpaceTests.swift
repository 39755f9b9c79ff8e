import Testing

@testable import TextFormats

struct AddressSpaceTests {
  /// (352 − 160) / 32 = 6 MiB and (352 − 160) / 12 = 16 MiB are left of 352 MiB; of little memory one.
  @Test(arguments: [
    (16 << 20, 32, 352, 6), (512 << 20, 12, 352, 16), (16 << 20, 32, 100, 1), (16 << 20, 32, 0, 1),
    (16 << 20, 32, 8_000, 16),
  ])
  func `A bound is what memory has room for`(
    bytes: Int, factor: Int, memory: Int, expected: Int
  ) {
    #expect(
      AddressSpace.bound(bytes, takingEach: factor, of: memory << 20) == expected << 20)
  }

  @Test func `Without a bound of memory nothing changes`() {
    #expect(AddressSpace.bound(7, takingEach: 32, of: nil) == 7)
  }
}
