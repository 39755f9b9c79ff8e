import DocumentReading
import Iwamizawa
import MunicipalModel

/// What the built-in documents say, read once for all tests.
enum BuiltIn {
  private static let cached = Result { () throws(DocumentError) in try Iwamizawa().record() }

  static func record() throws -> MunicipalityRecord { try cached.get() }
}
