import MachiKurabe

/// A projection that cannot be made says so in both languages, with the place in the scenario.
extension ProjectionError: UserFacingError {}
