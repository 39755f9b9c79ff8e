/// An era of the Japanese calendar (元号).
package enum JapaneseEra: String, Hashable, Sendable, CaseIterable {
  /// 明治, from 1868
  case meiji = "明治"
  /// 大正, from 1912
  case taisho = "大正"
  /// 昭和, from 1926
  case showa = "昭和"
  /// 平成, from 1989
  case heisei = "平成"
  /// 令和, from 2019
  case reiwa = "令和"

  /// The letter that stands for the era in tables: R4, H30.
  package var letter: String {
    switch self {
    case .meiji: "M"
    case .taisho: "T"
    case .showa: "S"
    case .heisei: "H"
    case .reiwa: "R"
    }
  }

  /// The Gregorian year of the era's first year (元年).
  package var firstYear: Int {
    switch self {
    case .meiji: 1868
    case .taisho: 1912
    case .showa: 1926
    case .heisei: 1989
    case .reiwa: 2019
    }
  }

  /// The largest year number that is read.
  ///
  /// Plans written before an era ended print its years far ahead: 平成31年度 for 2019, 平成72年 for 2060.
  /// Years of 平成 and 令和 are therefore read up to 99; the older eras end when they ended.
  package var lastYear: Int {
    switch self {
    case .meiji: 45
    case .taisho: 15
    case .showa: 64
    case .heisei, .reiwa: 99
    }
  }

  /// The Gregorian year of a year of this era, or `nil` if the era has no such year.
  package func gregorianYear(_ year: Int) -> Int? {
    (1...lastYear).contains(year) ? firstYear + year - 1 : nil
  }
}
