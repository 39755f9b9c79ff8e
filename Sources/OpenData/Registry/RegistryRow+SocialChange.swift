import MunicipalModel

extension ResidentRegistry.Row {
  /// 社会増減数, which holds その他: as printed, else formed from cells that hold it too.
  ///
  /// Formula: (Ａ) − (Ｂ) − natural change, or in-migrants + other entries − out-migrants − other removals.
  /// In- less out-migrants alone would be another figure than that of the rows beside it.
  /// There is none where the cell cannot be read: the cells beside it may be those of other columns.
  var socialChange: TracedNumber? {
    if let printed = traced(.socialChange) { return printed }
    if isUnreadable(.socialChange) { return nil }
    if let change = traced(.totalChange) ?? difference(.entries, .removals),
      let natural = naturalChange
    {
      return TracedNumber(
        change.value - natural.value, sources: change.sources + natural.sources,
        formula: LocalizedText(ja: "増減数 − 自然増減数", en: "total change − natural change"))
    }
    guard let migrants = difference(.inMigrants, .outMigrants),
      let other = difference(.otherEntries, .otherRemovals)
    else { return nil }
    return TracedNumber(
      migrants.value + other.value, sources: migrants.sources + other.sources,
      formula: LocalizedText(
        ja: "転入 − 転出 + その他の記載 − その他の消除",
        en: "in-migrants − out-migrants + other entries − other removals"))
  }

  /// 増減数: as printed, or entries less removals, or natural and social change.
  package var change: TracedNumber? {
    if let printed = traced(.totalChange) { return printed }
    if isUnreadable(.totalChange) { return nil }
    if let balance = difference(.entries, .removals) { return balance }
    guard let natural = naturalChange, let socialChange else { return nil }
    return TracedNumber(
      natural.value + socialChange.value, sources: natural.sources + socialChange.sources)
  }

  /// 自然増減数: as printed, or births less deaths unless its cell cannot be read.
  private var naturalChange: TracedNumber? {
    traced(.naturalChange)
      ?? (isUnreadable(.naturalChange) ? nil : difference(.births, .deaths))
  }

  /// その他: entries and removals that are neither migration nor natural; `nil` if the row does not tell.
  var otherChange: Int? {
    if let entries = count(.otherEntries), let removals = count(.otherRemovals) {
      return entries - removals
    }
    guard let social = count(.socialChange), let arrivals = count(.inMigrants),
      let departures = count(.outMigrants)
    else { return nil }
    return social - (arrivals - departures)
  }

  private func difference(_ gain: ResidentRegistry.Item, _ loss: ResidentRegistry.Item)
    -> TracedNumber?
  {
    guard let gain = traced(gain), let loss = traced(loss) else { return nil }
    return TracedNumber(gain.value - loss.value, sources: gain.sources + loss.sources)
  }
}
