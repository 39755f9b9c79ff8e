import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

@Suite("Formats")
struct FormatTests {
  /// A small file of each format.
  static let samples: [(format: OpenDataFormat, text: String)] = [
    (.residentRegistry, Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020))),
    (.movers, Fixture.movers("他市区町村からの転入者数", withOrigin: true)),
    (
      .standardDataset,
      "全国地方公共団体コード,地方公共団体名,調査年月日,地域名,総人口,男性,女性,0-4歳の男性,0-4歳の女性,5歳以上の男性,5歳以上の女性\n312011,架空市,2021-10-01,,10,4,6,1,2,3,4\n"
    ),
    (
      .estatJSON,
      #"{"GET_STATS_DATA":{"RESULT":{"STATUS":0},"STATISTICAL_DATA":{"CLASS_INF":{"CLASS_OBJ":{"@id":"area","@name":"地域","CLASS":{"@code":"31201","@name":"架空市"}}},"DATA_INF":{"VALUE":{"@area":"31201","$":"1"}}}}}"#
    ),
    (.estatCSV, "area_code,地域,unit,value\n31201,架空市,人,10\n"),
    (.ssdse, Fixture.ssdse),
    (.estatWide, EStatWideTests.text),
    (
      .registryAges,
      Fixture.ageSheet(Fixture.ageRows("312011", "鳥取県", "架空鳥取市", 5))
    ),
    (.regionalProjection, Fixture.projection()),
  ]

  private static func read(
    _ format: OpenDataFormat, _ bytes: [UInt8]
  ) throws -> any OpenDataFile & Hashable {
    switch format {
    case .residentRegistry: try ResidentRegistry.read(bytes, document: "file")
    case .registryAges: try RegistryAges.read(bytes, document: "file")
    case .movers: try MoverTable.read(bytes, document: "file")
    case .standardDataset: try StandardDatasetPopulation.read(bytes, document: "file")
    case .estatJSON, .estatCSV, .estatWide: try EStatTable.read(bytes, document: "file")
    case .ssdse: try SSDSETable.read(bytes, document: "file")
    case .regionalProjection: try RegionalProjection.read(bytes, document: "file")
    }
  }

  /// Reads in chunks of some bytes, with the encoding that the whole file has.
  private static func read(
    _ format: OpenDataFormat, _ bytes: [UInt8], step: Int
  ) throws -> AnyHashable {
    func read<File: OpenDataFile & Hashable>(_: File.Type) throws -> AnyHashable {
      var reader = File.reader(document: "file", encoding: .detect(bytes))
      for start in stride(from: 0, to: bytes.count, by: step) {
        reader.append(Array(bytes[start..<min(bytes.count, start + step)]))
      }
      return AnyHashable(try reader.finish())
    }
    switch format {
    case .residentRegistry: return try read(ResidentRegistry.self)
    case .registryAges: return try read(RegistryAges.self)
    case .movers: return try read(MoverTable.self)
    case .standardDataset: return try read(StandardDatasetPopulation.self)
    case .estatJSON, .estatCSV, .estatWide: return try read(EStatTable.self)
    case .ssdse: return try read(SSDSETable.self)
    case .regionalProjection: return try read(RegionalProjection.self)
    }
  }

  @Test func `Each format is known, in UTF-8 and CP932`() throws {
    for (format, text) in Self.samples {
      #expect(OpenDataFormat.detect(Array(text.utf8)) == format)
      let plain = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
      #expect(OpenDataFormat.detect(Fixture.cp932(plain)) == format)
      let table = try OpenDataTable.read(Array(text.utf8), document: "file")
      #expect(type(of: table.file).formats.contains(format))
      #expect(table.file.diagnostics == [])
    }
  }

  @Test func `A reader tells a file of another format what it is`() {
    for (format, _) in Self.samples {
      for (other, text) in Self.samples where other != format {
        if Set(EStatTable.formats).isSuperset(of: [format, other]) { continue }
        #expect("\(format) for \(other)") {
          try Self.read(format, Array(text.utf8))
        } throws: { error in
          let error = error as? OpenDataError
          return error?.code == .wrongFormat && error?.found == other.name
        }
      }
    }
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0], "archive"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ".xlsx"),
      (Array("%PDF-1.7".utf8), "PDF"), (Array("<!DOCTYPE html><p>404".utf8), "HTML"),
    ] as [([UInt8], String)])
  func `Workbooks and pages are named`(bytes: [UInt8], word: String) {
    #expect(OpenDataFormat.detect(bytes) == nil)
    #expect {
      try ResidentRegistry.read(bytes, document: "file")
    } throws: {
      ($0 as? OpenDataError)?.message.ja.contains(word) == true
    }
  }

  @Test func `Nothing, blanks and noise are refused`() {
    var generator = SeededGenerator(seed: 7)
    let noise = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for bytes in [[], [0x20], [0xEF, 0xBB, 0xBF], Array("\n\n\n".utf8), [0], noise] {
      for format in OpenDataFormat.allCases {
        #expect(throws: OpenDataError.self) { try Self.read(format, bytes) }
      }
      #expect(throws: OpenDataError.self) { try OpenDataTable.read(bytes, document: "file") }
    }
  }

  @Test func `Progress ends with the whole file`() throws {
    var shares: [Double] = []
    _ = try OpenDataTable.read(Array(Self.samples[0].text.utf8), document: "file") {
      shares.append($0)
    }
    #expect(shares.last == 1)
  }

  /// Seeded damage: bytes changed, dropped, doubled, lines swapped, ends cut off.
  ///
  /// Nothing may trap, what reads must cite its diagnostics within the file, and whole or in chunks it
  /// must be the same.
  @Test(arguments: OpenDataFormat.allCases)
  func `Damaged files are read or refused, never worse`(format: OpenDataFormat) throws {
    let sample = try #require(Self.samples.first { $0.format == format })
    var generator = SeededGenerator(seed: 20_260_101)
    let plain = sample.text.first == "\u{FEFF}" ? String(sample.text.dropFirst()) : sample.text
    var readings = 0
    for round in 0..<150 {
      var bytes = round % 3 == 2 ? Fixture.cp932(plain) : Array(sample.text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        Mutation.apply(to: &bytes, &generator)
      }
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      guard let file = try? Self.read(format, bytes) else { continue }
      readings += 1
      for diagnostic in file.diagnostics where format != .estatJSON {
        #expect((1...lines).contains(diagnostic.citation.line))
      }
      if round % 10 == 0 {
        let chunks = try Self.read(format, bytes, step: round % 7 + 1)
        #expect(chunks == AnyHashable(file), "in chunks of \(round % 7 + 1) bytes")
      }
    }
    #expect(readings > 10)
  }
}

/// Ways to damage a file.
enum Mutation {
  static func apply(to bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard bytes.count > 4 else { return }
    let position = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, position + Int.random(in: 1...40, using: &generator))
    let marks = Array("\",\n\r-.{}[]:\\ 0".utf8) + [0xFF, 0x81, 0xE3, 0, 0x85, 0xF0]
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes[position] = marks.randomElement(using: &generator) ?? 0
    case 2: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: position)
    case 3: bytes.removeSubrange(position..<end)
    case 4: bytes.insert(contentsOf: bytes[position..<end], at: position)
    case 5: bytes.removeLast(Int.random(in: 0..<bytes.count / 2, using: &generator))
    default:
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let first = Int.random(in: 0..<lines.count, using: &generator)
      let second = Int.random(in: 0..<lines.count, using: &generator)
      lines.swapAt(first, second)
      bytes = Array(lines.joined(separator: [0x0A]))
    }
  }
}
