import TestSupport
import Testing
import TextFormats

@Suite struct UTF8ValidationTests {
  @Test("Every scalar's encoding is well-formed")
  func everyScalar() {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(UTF8Validation.firstMalformedByte(in: UTF8.encode(scalar)?.map { $0 } ?? []) == nil)
    }
  }

  @Test("Every pair of bytes is judged as the standard library does")
  func everyPair() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let bytes = [first, second]
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        #expect((UTF8Validation.firstMalformedByte(in: bytes) == nil) == isValid)
      }
    }
  }

  @Test("Random bytes are judged as the standard library does")
  func randomBytes() {
    var generator = SeededGenerator(seed: 21)
    let interesting: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xE4, 0xED, 0xEF, 0xF0,
      0xF4, 0xF5,
    ]
    for _ in 0..<TestSize.of(50_000) {
      let count = Int.random(in: 0...6, using: &generator)
      let bytes = (0..<count).map { _ in interesting.randomElement(using: &generator) ?? 0 }
      let offset = UTF8Validation.firstMalformedByte(in: bytes)
      #expect((offset == nil) == (String(validating: bytes, as: UTF8.self) != nil))
      // What comes before the first wrong byte is well-formed.
      if let offset {
        #expect(String(validating: bytes[..<offset], as: UTF8.self) != nil)
      }
    }
  }
}
