import TestSupport
import Testing

@testable import machi

/// `machi flows` on small files in the form of the publisher; the figures are invented.
@Suite("machi flows")
struct NationwideFlowTests {
  private func run(
    _ arguments: [String]
  ) -> (status: Int32, output: String, complaints: String) {
    SampleTool.program(arguments + ["--language", "en"])
  }

  @Test func `Where people come from and go`() throws {
    try TemporaryFolder.use { folder in
      try folder.write(Array(Fixture.flows(Fixture.flowPairs).utf8), to: "flows.csv")
      let run = run(["flows", "架空鳥取市", "--data", folder.path, "--top", "1", "--all"])
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.output.contains("Where people come from and go: 架空鳥取市 (312011), 2024"))
      #expect(run.output.contains("架空米子市") && !run.output.contains("架空松江市"))
      #expect(run.output.contains("その他の県"))
      for (more, told) in [(["--year", "2020"], "2024"), (["架空米子市"], "one municipality")] {
        let wrong = self.run(["flows", "架空鳥取市", "--data", folder.path] + more)
        #expect(wrong.status != 0 && wrong.complaints.contains(told))
      }
    }
  }
}
