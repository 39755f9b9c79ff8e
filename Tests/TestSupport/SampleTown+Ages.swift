/// Populations by age of the sample town, made by rule.
extension SampleTown {
  /// The people of a group of five years at one of two times, the older first.
  public static func people(group: Int, isMale: Bool, isNewer: Bool) -> Int {
    let born = (isMale ? 300 : 320) - 10 * group
    return isNewer ? born - 7 * (group % 4) - 3 : born
  }

  /// A tidy file of two stocks, by five years to 85 and over.
  public static func stocks(
    _ days: [String], statistic: String = "国勢調査（総務省統計局）", code: String = "016071"
  ) -> String {
    var text = "municipality_code,period,sex,age_from,age_to,population,statistic\n"
    for (index, day) in days.enumerated() {
      for sex in ["male", "female"] {
        for group in 0...17 {
          let count = people(group: group, isMale: sex == "male", isNewer: index > 0)
          let last = group == 17 ? "" : "\(group * 5 + 4)"
          text += "\(code),\(day),\(sex),\(group * 5),\(last),\(count),\(statistic)\n"
        }
      }
    }
    return text
  }

  /// A plain table of one stock, as a spreadsheet has it.
  public static func plainStock(isNewer: Bool) -> String {
    var text = "年齢,男,女\n"
    for group in 0...17 {
      let ages = group == 17 ? "85歳以上" : "\(group * 5)～\(group * 5 + 4)歳"
      let men = people(group: group, isMale: true, isNewer: isNewer)
      text += "\(ages),\(men),\(people(group: group, isMale: false, isNewer: isNewer))\n"
    }
    return text
  }
}
