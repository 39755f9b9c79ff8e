import Testing

@testable import TextFormats

struct CSVWriterTests {
  @Test(arguments: [
    (["a", "b"], "a,b\n"),
    (["苫小牧市", "人口"], "苫小牧市,人口\n"),
    (["1,032", "x"], "\"1,032\",x\n"),
    (["say \"hi\""], "\"say \"\"hi\"\"\"\n"),
    (["\""], "\"\"\"\"\n"),
    (["a\nb"], "\"a\nb\"\n"),
    (["a\rb"], "\"a\rb\"\n"),
    (["a\r\nb"], "\"a\r\nb\"\n"),
    ([" a", "a ", "\ta", "a b"], "\" a\",\"a \",\"\ta\",a b\n"),
    (["-", "=1+1", "'"], "-,=1+1,'\n"),
    (["01213"], "01213\n"),
  ])
  func quotesOnlyWhatNeedsIt(fields: [String], line: String) {
    var writer = CSVWriter()
    writer.row(fields)
    #expect(writer.text == line)
    #expect(writer.bytes == Array(line.utf8))
  }

  @Test(
    arguments: [
      ([nil], "\"\"\n"),
      ([""], "\"\"\n"),
      ([nil, nil], ",\n"),
      (["", nil], "\"\",\n"),
      ([nil, ""], ",\"\"\n"),
      (["a", nil, "b"], "a,,b\n"),
      ([], "\n"),
    ] as [([String?], String)])
  func missingIsNotEmpty(fields: [String?], line: String) {
    var writer = CSVWriter()
    writer.row(fields)
    #expect(writer.text == line)
  }

  @Test func numbersAreWrittenPlainly() {
    var writer = CSVWriter()
    writer.field(82823)
    writer.field(-562)
    writer.field(Int?.none)
    writer.field("x")
    writer.endRow()
    #expect(writer.text == "82823,-562,,x\n")
  }

  @Test func rowsFollowEachOther() {
    var writer = CSVWriter()
    writer.row(["a", "b"])
    writer.row([nil])
    writer.row(["c", "d"])
    #expect(writer.text == "a,b\n\"\"\nc,d\n")
  }

  @Test func nothingWrittenIsNothing() {
    #expect(CSVWriter().bytes.isEmpty)
  }

  @Test(
    arguments: [
      (5, 2, "0.05"), (-50, 4, "-0.0050"), (0, 0, "0"), (0, 4, "0.0000"), (9_999_999, 0, "9999999"),
      (-9_999_999, 0, "-9999999"), (10_000_000, 0, "10000000"), (9_999_999, 4, "999.9999"),
      (-9_999_999, 4, "-999.9999"), (123_456_789, 4, "12345.6789"), (1, 9, "0.000000001"),
      (-1, 7, "-0.0000001"), (.min, 0, "-9223372036854775808"), (100, 2, "1.00"),
    ])
  func `Numbers are written in units of their last digit`(
    number: Int, decimals: Int, text: String
  ) {
    var writer = CSVWriter()
    writer.field("x")
    writer.field(number, decimals: decimals)
    #expect(writer.text == "x," + text)
    var other = CSVWriter()
    other.field("a")
    other.fields(of: writer)
    #expect(other.text == "a,x," + text)
  }
}
