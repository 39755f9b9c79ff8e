import MachiKurabe

// The indicators that are behind: less done than time has passed, with the formula and the cells it rests on.
for record in try MunicipalityRecord.builtIn() {
  guard let plan = record.leadingPlan else { continue }
  print(record.municipality.name.en, plan.term?.label.en ?? "")
  for placed in plan.indicators {
    let progress = IndicatorProgress(of: placed, term: plan.term)
    switch progress.pace {
    case .success(let pace) where pace.value < 1:
      print("  behind:", placed.indicator.name, pace.formula)
      for cell in pace.sources { print("    from", cell) }
    case .success: break
    case .failure(let gap): print("  cannot be told:", placed.indicator.name, gap.label.en)
    }
  }
}
