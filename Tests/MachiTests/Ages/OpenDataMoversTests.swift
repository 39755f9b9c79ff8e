import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

/// `machi ages` on the invented exports of `Tests/Samples/open-data`.
@Suite("machi ages on nationwide open data")
struct OpenDataMoversTests {
  static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples/open-data")

  static func sample(_ name: String) throws -> String {
    let data = try Data(contentsOf: samples.appending(path: name))
    return String(decoding: data, as: UTF8.self)
  }

  /// The call of the README, with files that are changed or added; a name stands for its path.
  static func run(
    _ arguments: [String] = [], population: String = "p.csv",
    _ changes: [String: (inout Data) throws -> Void] = [:], files more: [String: String] = [:]
  ) throws -> (status: Int32, output: String, complaints: String) {
    let names = [
      "p.csv": "standard-population.csv", "i.csv": "movers-in.csv", "o.csv": "movers-out.csv",
    ]
    var result: (status: Int32, output: String, complaints: String) = (-1, "", "")
    try TemporaryFolder.use { folder in
      for (name, file) in names {
        var data = try Data(contentsOf: samples.appending(path: file))
        try changes[name]?(&data)
        try data.write(to: URL(filePath: folder.file(name)))
      }
      for (name, text) in more {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
      }
      let call = [
        "--population", population, "--movers-in", "i.csv", "--movers-out", "o.csv",
        "--language", "en",
      ]
      result = SocialChangeRequestTests.run(
        (call + arguments).map {
          names[$0] == nil && more[$0] == nil ? $0 : folder.file($0)
        })
      result.complaints = result.complaints.replacingOccurrences(of: folder.path + "/", with: "")
    }
    return result
  }

  /// A change of a file's text.
  static func text(_ change: @escaping (String) -> String) -> (inout Data) -> Void {
    { $0 = Data(change(String(decoding: $0, as: UTF8.self)).utf8) }
  }

  /// The row of a sex and ages in the wide CSV.
  static func row(_ output: String, _ sex: String, _ age: String) throws -> [String: String] {
    let lines = output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    let found = try #require(lines.first { $0.contains(sex) && $0.contains(age) })
    return Dictionary(uniqueKeysWithValues: zip(header, found))
  }

  static let csv = ["--format", "csv", "--municipality", "132071"]

  /// By hand from the files: 210 men of 20–24 came, 150 left, 1,500 lived there on 1 January 2024:
  /// 60 ÷ 1,500 = 4 %, and 60 ÷ 50,600 = 0.118577 points. The stock ends in 100+, the movers in 90+:
  /// 3 men came, 5 left, 150 + 45 + 5 lived there: −1 %.
  @Test func `The rates of the samples by hand`() throws {
    let result = try Self.run(Self.csv)
    #expect(result.status == 0)
    let young = try Self.row(result.output, "male", "20-24")
    #expect(young["municipality"] == "架空昭島市" && young["periods"] == "CY2024")
    #expect(young["in_migrants"] == "210" && young["out_migrants"] == "150")
    #expect(young["population"] == "1500" && young["rate"] == "4")
    #expect(young["contribution"] == "0.118577")
    #expect(young["sources"] == "p.csv:2:18;i.csv:5:37;o.csv:5:36")
    let old = try Self.row(result.output, "male", "90+")
    #expect(old["population"] == "200" && old["rate"] == "-1")
    let women = try Self.row(result.output, "female", "25-29")
    #expect(women["rate"] == "-2" && women["net_migrants"] == "-30")
    #expect(result.complaints.contains("all movers") && result.complaints.contains("--residents"))
    #expect(result.complaints.contains("7 movers whose last address is not known"))
    // 1,884 came and 1,846 left; 38 ÷ 50,600 = 0.08 %.
    let report = try Self.run(["--sex", "both"])
    #expect(report.output.contains("+38") && report.output.contains("+0.08"))
    #expect(report.output.contains("all movers, 他市区町"))
  }

  /// 日本人移動者: 168 of 210 men came, 120 of 150 left; the rest are foreign movers.
  @Test func `Whom the movers count is chosen, and held against the population`() throws {
    for choice in [["--nationality", "japanese"], ["--residents", "excluded"]] {
      let result = try Self.run(Self.csv + choice)
      #expect(try Self.row(result.output, "male", "20-24")["net_migrants"] == "48")
      #expect(result.complaints.contains("--residents") == (choice[0] == "--nationality"))
    }
    let stated = try Self.run(Self.csv + ["--residents", "included"])
    #expect(try Self.row(stated.output, "male", "20-24")["net_migrants"] == "60")
    #expect(!stated.complaints.contains("--residents"))
    let mixed = try Self.run(["--nationality", "japanese", "--residents", "included"])
    #expect(mixed.status == 1 && mixed.complaints.contains("count differently"))
    for choice in [["--nationality", "foreign"], ["--residents", "only"]] {
      let result = try Self.run(choice)
      #expect(result.status == 2 && result.complaints.contains("all movers, Japanese movers"))
    }
  }

  @Test func `The stock is that of the end of the year before, else it is refused`() throws {
    let october = Self.text { $0.replacing("2024/1/1,", with: "2024/7/1,") }
    let refused = try Self.run([], ["p.csv": october])
    #expect(refused.status == 1)
    #expect(
      refused.complaints.contains("2023-12-31 or 2024-01-01; there is 2024-07-01, 2024-10-01"))
    let midYear = try Self.run(Self.csv + ["--denominator", "mid_year"], ["p.csv": october])
    #expect(try Self.row(midYear.output, "male", "20-24")["sources"]?.hasPrefix("p.csv:2:") == true)
  }

  @Test func `The municipality is that of the population, or named`() throws {
    #expect(try Self.run(["--format", "csv"]).output == Self.run(Self.csv).output)
    let missing = try Self.run(["--municipality", "131016"])
    #expect(missing.status == 1 && missing.complaints.contains("131016"))
    let other = try Self.run(["--municipality", "132080"])
    #expect(other.status == 2 && other.complaints.contains("132071"))
    let damaged = try Self.run(["--municipality", "132072"])
    #expect(damaged.status == 2 && damaged.complaints.contains("132072"))
    let noCode = Self.text { $0.replacing("132071,", with: ",") }
    let named = try Self.run(Self.csv, ["p.csv": noCode])
    #expect(try Self.row(named.output, "male", "20-24")["rate"] == "4")
    #expect(try Self.run([], ["p.csv": noCode]).status == 2)
    let year = try Self.run(["--period", "2023"])
    #expect(year.status == 1 && year.complaints.contains("CY2024"))
  }

  @Test(arguments: ["utf-8 with CRLF", "utf-8 with a mark", "cp932", "cp932 forced"])
  func `Other encodings and line ends give the same`(form: String) throws {
    func change(_ data: inout Data) throws {
      var text = String(decoding: data, as: UTF8.self)
      if text.first == "\u{FEFF}" { text.removeFirst() }
      switch form {
      case "utf-8 with CRLF": data = Data(text.replacing("\n", with: "\r\n").utf8)
      case "utf-8 with a mark": data = Data(("\u{FEFF}" + text).utf8)
      default: data = try #require(text.data(using: .shiftJIS))
      }
    }
    let options = form == "cp932 forced" ? ["--encoding", "cp932"] : []
    let result = try Self.run(
      Self.csv + options, ["p.csv": change, "i.csv": change, "o.csv": change])
    #expect(result.output == (try Self.run(Self.csv).output))
  }

  @Test func `A tidy population goes with an export of movers`() throws {
    let tidy = """
      municipality_code,period,sex,age_from,age_to,population
      132071,2024-01-01,male,0,64,20000
      132071,2024-01-01,male,65,,5000
      132071,2024-01-01,female,0,64,20000
      132071,2024-01-01,female,65,,5000
      """
    let result = try Self.run(Self.csv, population: "t.csv", files: ["t.csv": tidy])
    // 56 men of 65 and over came, 49 left.
    #expect(try Self.row(result.output, "male", "65+")["net_migrants"] == "7")
    #expect(try Self.row(result.output, "male", "65+")["rate"] == "0.14")
  }

  @Test func `A table of e-Stat by age goes with an export of movers`() throws {
    var lines = ["tab_code,表章項目,cat01_code,男女,cat02_code,年齢,area_code,地域,time_code,時間軸,unit,value"]
    for (code, sex, count) in [("1", "男", 1_000), ("2", "女", 2_000)] {
      for (index, age) in ["0～14歳", "15～64歳", "65歳以上"].enumerated() {
        lines.append(
          "020,人口,\(code),\(sex),\(index + 1),\(age),13207,東京都 架空昭島市,2024000000,2024年,人,\(count)")
      }
    }
    let files = ["e.csv": lines.joined(separator: "\n") + "\n"]
    let result = try Self.run(Self.csv, population: "e.csv", files: files)
    // 80 boys came, 96 left, of 1,000.
    let row = try Self.row(result.output, "male", "0-14")
    #expect(row["rate"] == "-1.6" && row["sources"]?.hasPrefix("e.csv:2") == true)
    #expect(result.complaints.contains("tells the year of its population and not the day"))
    let unnamed = try Self.run([], population: "e.csv", files: files)
    #expect(unnamed.status == 2 && unnamed.complaints.contains("--municipality"))
  }

  /// What is wrong, the files that are changed, and what is told.
  @Test(
    arguments: [
      ("empty", 1, "i.csv: the file is empty"), ("header only", 1, "i.csv: there is no row"),
      ("registry", 1, "Basic Resident Register"), ("ssdse", 1, "SSDSE"), ("swapped", 1, "転出者数"),
      ("workbook", 1, "archive"), ("page", 1, "HTML"), ("noise", 1, "i.csv"),
      ("truncated header", 1, "i.csv"), ("bad figure", 1, "i.csv:5"),
      ("cut row", 1, "i.csv:5:12: the row ends here"),
    ])
  func `Damaged and wrong files are refused by name`(kind: String, status: Int32, told: String)
    throws
  {
    func change(_ data: inout Data) throws {
      let text = String(decoding: data, as: UTF8.self)
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      switch kind {
      case "empty": data = Data()
      case "header only": lines = Array(lines[..<3])
      case "registry": lines = [try Self.sample("registry-2020.csv")]
      case "ssdse":
        data = try Data(contentsOf: Self.samples.appending(path: "ssdse-a.csv"))
      case "swapped": lines = [try Self.sample("movers-out.csv")]
      case "workbook": data = Data([0x50, 0x4B, 0x03, 0x04, 0, 0])
      case "page": lines = ["<!DOCTYPE html><p>404"]
      case "noise": data = Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 97 ^ $0 >> 3) })
      case "truncated header": lines = Array(lines[..<2])
      case "bad figure":
        var cells = lines[4].split(separator: ",", omittingEmptySubsequences: false)
        cells[40] = "?"
        lines[4] = cells.joined(separator: ",")
      default:
        let cells = lines[4].split(separator: ",", omittingEmptySubsequences: false)
        lines[4] = cells[..<12].joined(separator: ",")
      }
      if !["empty", "ssdse", "workbook", "noise"].contains(kind) {
        data = Data(lines.joined(separator: "\n").utf8)
      }
    }
    let result = try Self.run(["--municipality", "132071"], ["i.csv": change])
    #expect(result.status == status && result.output == "")
    #expect(result.complaints.contains(told), "\(result.complaints)")
  }

  @Test func `Movers of different items are refused, those of one are named`() throws {
    let prefectures = Self.text { $0.replacing("他市区町村からの", with: "他都道府県からの") }
    let other = try Self.run(Self.csv, ["i.csv": prefectures])
    #expect(other.status == 1 && other.output == "")
    #expect(other.complaints.contains("他都道府県からの転入者数") && other.complaints.contains("o.csv:"))
    let named = try Self.run(["--municipality", "132071", "--format", "markdown"])
    #expect(named.output.contains("all movers, 他市区町村からの転入者数, 他市区町村への転出者数."))
    let both = try Self.run(
      ["--municipality", "132071", "--format", "markdown"],
      [
        "i.csv": prefectures,
        "o.csv": Self.text { $0.replacing("他市区町村への", with: "他都道府県への") },
      ])
    #expect(both.status == 0 && both.output.contains("他都道府県への転出者数"))
  }

  @Test func `Reordered columns and doubled rows give the same`() throws {
    let reordered = Self.text { text in
      text.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).reversed()
          .joined(separator: ",")
      }.joined(separator: "\n") + "\n"
    }
    let doubled = Self.text { text in
      text + text.split(separator: "\n").dropFirst(3).joined(separator: "\n") + "\n"
    }
    let result = try Self.run(Self.csv, ["p.csv": reordered, "o.csv": doubled])
    let row = try Self.row(result.output, "male", "20-24")
    #expect(row["rate"] == "4" && result.complaints.contains("o.csv:10: a second row"))
  }

  @Test func `Files of the wrong option are told by name`() throws {
    let population = try Self.run([], population: "i.csv")
    #expect(population.status == 1 && population.complaints.contains("a tidy CSV of --population"))
    let both = try Self.run(["--movers", "i.csv"])
    #expect(both.status == 2)
    let tidy = SocialChangeRequestTests.movers
    let choice = try SocialChangeRequestTests.run(
      ["--population", "p.csv", "--movers", "m.csv", "--nationality", "all"],
      files: ["p.csv": SocialChangeRequestTests.population, "m.csv": tidy])
    #expect(choice.status == 2 && choice.complaints.contains("--nationality"))
  }

  /// Every prefix of the population's first rows gives the right rate or none.
  @Test func `A population that is cut never gives a wrong rate`() throws {
    let whole = try Data(contentsOf: Self.samples.appending(path: "standard-population.csv"))
    let end = try #require(whole.firstIndex(of: 0x0A))
    for length in stride(from: end, to: end + 330, by: 7) {
      let result = try Self.run(Self.csv, ["p.csv": { $0 = $0.prefix(length) }])
      guard result.status == 0 else { continue }
      #expect(try Self.row(result.output, "female", "90+")["population"] == "500")
    }
  }
}
