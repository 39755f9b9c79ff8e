import MunicipalModel

extension JudgementScale {
  /// The built-in scales, the data file `scales.json`; the first one is used if none is asked for.
  ///
  /// - Throws: ``ScaleError`` if the built-in file is damaged.
  public static func builtIn() throws(ScaleError) -> [JudgementScale] {
    try scales(json: Array(BuiltInFiles.all.text("scales.json").utf8))
  }

  /// The built-in scale of an id, such as `pro-rata`, `iwamizawa`, `four-grade` or `eurostat`.
  ///
  /// - Throws: ``ScaleError`` if there is none.
  public static func builtIn(_ id: String) throws(ScaleError) -> JudgementScale {
    try find(id, in: builtIn())
  }

  /// The scale of an id in a list.
  ///
  /// - Throws: ``ScaleError`` with `unknown-scale`, which names the scales there are.
  public static func find(
    _ id: String, in scales: [JudgementScale]
  ) throws(ScaleError) -> JudgementScale {
    if let scale = scales.first(where: { $0.id == id }) { return scale }
    let known = scales.map(\.id).joined(separator: ", ")
    throw ScaleError(
      code: .unknownScale, scale: id,
      detail: LocalizedText(
        ja: "そのような尺度はありません。あるのは \(known) です", en: "there is no such scale; there are \(known)"))
  }

  /// Reads scales from a file in the form of the built-in `scales.json`.
  ///
  /// ```json
  /// { "scales": [ { "id": "half", "name": "半分", "measure": "progress", "grades": [
  ///     { "id": "over", "label": "半分以上", "from": 50 },
  ///     { "id": "under", "label": { "ja": "半分未満", "en": "under half" }, "below": 50 } ] } ] }
  /// ```
  ///
  /// A name is one text for both languages, or one for each. `measure` is `achievement`, `progress`,
  /// `pace` or `compound_growth`. `from` belongs to the grade, `below` does not.
  ///
  /// - Parameter json: the bytes of the file, in UTF-8.
  /// - Throws: ``ScaleError`` that says where the file is wrong, or that it is not UTF-8.
  public static func scales(json: [UInt8]) throws(ScaleError) -> [JudgementScale] {
    let file: ScaleFile
    do throws(DataFileError) {
      file = try StrictJSON.decode(ScaleFile.self, from: json)
    } catch {
      throw ScaleError(code: .unreadable, detail: error.messageWithLine)
    }
    guard !file.scales.isEmpty else {
      throw ScaleError(
        code: .noScales,
        detail: LocalizedText(ja: "尺度がひとつもありません", en: "the file holds no scale"))
    }
    var scales: [JudgementScale] = []
    for entry in file.scales {
      if scales.contains(where: { $0.id == entry.id }) {
        throw ScaleError(
          code: .repeatedScale, scale: entry.id,
          detail: LocalizedText(ja: "同じidの尺度が2つあります", en: "two scales have this id"))
      }
      guard let measure = IndicatorProgress.Measure(rawValue: entry.measure) else {
        let known = IndicatorProgress.Measure.allCases.map(\.rawValue).joined(separator: ", ")
        throw ScaleError(
          code: .unknownMeasure, scale: entry.id,
          detail: LocalizedText(
            ja: "measure「\(entry.measure)」はありません。あるのは \(known) です",
            en: "there is no measure \(entry.measure); there are \(known)"))
      }
      scales.append(
        try JudgementScale(
          id: entry.id, name: entry.name.text, measure: measure,
          source: entry.source?.text ?? LocalizedText(""),
          grades: entry.grades.map {
            Grade(id: $0.id, label: $0.label.text, from: $0.from, below: $0.below)
          }))
    }
    return scales
  }
}

/// The file as it is written.
private struct ScaleFile: Decodable {
  struct Scale: Decodable {
    let id: String
    let name: Label
    let measure: String
    let source: Label?
    let grades: [Grade]
  }

  struct Grade: Decodable {
    let id: String
    let label: Label
    let from: Double?
    let below: Double?
  }

  /// One text for both languages, or one for each.
  struct Label: Decodable {
    let text: LocalizedText

    init(from decoder: any Decoder) throws {
      if let single = try? decoder.singleValueContainer().decode(String.self) {
        text = LocalizedText(single)
      } else {
        text = try LocalizedText(from: decoder)
      }
    }
  }

  let scales: [Scale]
}
