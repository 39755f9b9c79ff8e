public import MachiKurabe

/// A data file of the crosswalk that cannot be used is told in either language.
extension CrosswalkDataError: UserFacingError {}
