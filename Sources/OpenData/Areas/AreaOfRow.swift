import MunicipalModel

/// The area of the row before: the rows of one area by sex follow each other.
struct AreaOfRow {
  private var code: [UInt8] = []
  private var prefecture: [UInt8] = []
  private var name: [UInt8] = []
  private var area: StatisticalArea?

  /// The area that cells stand for, that of the row before if all of them are the same.
  mutating func area(
    code: ArraySlice<UInt8>, prefecture: ArraySlice<UInt8>, name: ArraySlice<UInt8>
  ) throws(MunicipalityCodeError) -> StatisticalArea {
    if let area, self.code.elementsEqual(code), self.prefecture.elementsEqual(prefecture),
      self.name.elementsEqual(name)
    {
      return area
    }
    let found = try StatisticalArea.classify(
      code: String(decoding: code, as: UTF8.self),
      prefecture: String(decoding: prefecture, as: UTF8.self),
      name: String(decoding: name, as: UTF8.self))
    (self.code, self.prefecture, self.name) = (Array(code), Array(prefecture), Array(name))
    area = found
    return found
  }
}
