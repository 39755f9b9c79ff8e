internal import MachiKurabe
public import OpenData

/// A long table that cannot be read says so in both languages itself.
extension LongTableError: UserFacingError {}
