// Usage: FUZZ_READER=NAME fuzz-open-data CORPUS… [libFuzzer's options]

/// libFuzzer's loop, which calls the test with one input after another.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
_ = runDriver(&count, &arguments) { bytes, size in
  Readers.chosen(Array(UnsafeBufferPointer(start: bytes, count: size)))
  return 0
}
