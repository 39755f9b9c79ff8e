/// The counts of a table by municipality, year, age and sex, in one array a shard.
///
/// A shard holds some of the municipalities, so that several threads can fill shards at once.
struct CountGrid: Sendable {
  let municipalities: Int
  let years: Int
  let ages: Int
  let sexes: Int
  /// How many municipalities a shard has.
  let shardLength: Int
  var shards: [ContiguousArray<Int32>] = []

  /// The counts of one cell.
  struct Cell: Hashable, Sendable {
    var population = Count.noRow
    var inMigrants = Count.noRow
    var outMigrants = Count.noRow
  }

  init(municipalities: Int, years: Int, ages: Int, sexes: Int, shards: Int) {
    self.municipalities = municipalities
    self.years = years
    self.ages = ages
    self.sexes = sexes
    shardLength = max(1, (municipalities + shards - 1) / max(1, shards))
  }

  /// How many numbers one municipality has.
  var stride: Int { years * ages * sexes * 3 }

  /// Where the numbers of a cell begin in its shard.
  @inline(__always)
  func position(_ inShard: Int, _ year: Int, _ age: Int, _ sex: Int) -> Int {
    (((inShard &* years &+ year) &* ages &+ age) &* sexes &+ sex) &* 3
  }

  /// The counts of one cell.
  subscript(municipality: Int, year: Int, age: Int, sex: Int) -> Cell {
    let shard = shards[municipality / shardLength]
    let position = position(municipality % shardLength, year, age, sex)
    return Cell(
      population: shard[position], inMigrants: shard[position + 1],
      outMigrants: shard[position + 2])
  }
}
