import Foundation
import MunicipalModel

@testable import Rendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A drawing as a reader of XML sees it: its elements with their attributes and texts.
final class SVGDocument: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""

    var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }

    func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
  }

  /// The box that a text is drawn in, by the measure that labels are placed by.
  struct Box {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    func overlaps(_ other: Self) -> Bool {
      left < other.right - 0.2 && other.left < right - 0.2 && top < other.bottom - 0.2
        && other.top < bottom - 0.2
    }
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  /// Reads a drawing; `nil` if it is not well-formed.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { elements[last].text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  var width: Double { all("svg").first?.number("width") ?? 0 }
  var height: Double { all("svg").first?.number("height") ?? 0 }

  var boxes: [Box] {
    all("text").map { element in
      let size = element.classes.contains("tt") ? 15.0 : 12.0
      let length = TextMeasure(size: size).width(element.text)
      let x = element.number("x")
      let left =
        switch element.attributes["text-anchor"] {
        case "end": x - length
        case "middle": x - length / 2
        default: x
        }
      let baseline = element.number("y")
      return Box(
        text: element.text, left: left, right: left + length, top: baseline - size * 0.8,
        bottom: baseline + size * 0.2)
    }
  }
}
