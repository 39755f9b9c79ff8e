import DocumentReading
import MunicipalModel
import Tomakomai

/// What the built-in documents say, read once for all tests.
enum BuiltIn {
  private static let cached = Result { () throws(DocumentError) in try Tomakomai().record() }

  static func record() throws -> MunicipalityRecord { try cached.get() }
}
