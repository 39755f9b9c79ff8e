/// A block of bytes: the one place of the long table's code with unsafe pointers.
///
/// Every access is checked against the block's bounds by one unsigned comparison, in release builds
/// too; an access outside ends the program rather than touch other memory. Behind the last byte
/// stand ``padding`` zero bytes, so that a whole word can be read at any offset up to `count`.
/// A block belongs to one owner, who frees it by letting it go.
struct ByteBlock: ~Copyable {
  /// The zero bytes behind the last byte.
  static let padding = 32

  private var base: UnsafeMutableRawPointer
  /// How many bytes the block has room for.
  private(set) var capacity: Int
  /// How many bytes the block holds.
  private(set) var count = 0

  /// Makes an empty block.
  init(capacity: Int) {
    self.capacity = max(0, capacity)
    base = .allocate(byteCount: self.capacity + Self.padding, alignment: 16)
    pad()
  }

  deinit { base.deallocate() }

  private func pad() {
    (base + count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
  }

  /// The byte at an offset; zero from `count` up to the end of the padding.
  subscript(offset: Int) -> UInt8 {
    @inline(__always) get {
      precondition(UInt(bitPattern: offset) < UInt(bitPattern: count &+ Self.padding))
      return base.load(fromByteOffset: offset, as: UInt8.self)
    }
  }

  /// The eight bytes from an offset, the first in the lowest bits.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    precondition(UInt(bitPattern: offset) <= UInt(bitPattern: count &+ (Self.padding - 8)))
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// A copy of some of the bytes.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return [UInt8](UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Lets a caller replace the content from an offset on, and says how much the caller wrote.
  ///
  /// - Parameter body: writes into the room that it is given and returns how many bytes it wrote.
  mutating func fill<Failure: Error>(
    from offset: Int, upTo limit: Int,
    _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    precondition(0 <= offset && offset <= count && offset <= limit && limit <= capacity)
    let room = UnsafeMutableRawBufferPointer(start: base + offset, count: limit - offset)
    let written = try body(room)
    precondition(0 <= written && written <= room.count)
    count = offset + written
    pad()
  }

  /// Lets a caller read all bytes.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Empties the block.
  mutating func removeAll() {
    count = 0
    pad()
  }
}

// Appending, for output.
extension ByteBlock {
  /// How many more bytes fit.
  var room: Int { capacity - count }

  /// Makes room for so many more bytes; the content may move.
  mutating func reserve(_ more: Int) {
    guard more > room else { return }
    var larger = ByteBlock(capacity: max(2 * capacity, count + more))
    larger.base.copyMemory(from: base, byteCount: count)
    larger.count = count
    larger.pad()
    swap(&self, &larger)
  }

  /// Appends a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    precondition(count < capacity)
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Appends the lowest `length` bytes of a word, 0 to 8.
  ///
  /// All eight are stored and only `length` of them count; the padding has room for the rest.
  @inline(__always)
  mutating func append(word: UInt64, length: Int) {
    precondition(UInt(bitPattern: length) <= 8 && count &+ length <= capacity)
    base.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
    count &+= length
  }

  /// Appends bytes.
  mutating func append(_ bytes: [UInt8]) {
    precondition(bytes.count <= room)
    bytes.withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(start: base + count, count: source.count).copyMemory(
        from: source)
    }
    count &+= bytes.count
  }
}
