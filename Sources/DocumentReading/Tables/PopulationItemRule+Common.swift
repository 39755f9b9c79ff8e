import MunicipalModel

extension PopulationItemRule {
  /// The usual names of the rows and columns of population tables, each the whole name: 人口増減率 is no 人口増減.
  package static let common: [PopulationItemRule] = [
    list("自然増減率 自然増加率 自然動態率 自然動態増減率", .naturalChangeRate),
    list("社会増減率 社会増加率 社会動態率", .socialChangeRate),
    list("自然増減 自然増減数 自然増加 自然増加数 自然増 自然動態増減 自然動態増減数", .naturalChange),
    list("社会増減 社会増減数 社会増加 社会増加数 社会増 社会動態増減 社会動態増減数", .socialChange),
    [
      ("増減", "自然", PopulationItem.naturalChange), ("増減", "社会", .socialChange),
      ("計", "自然動態", .naturalChange), ("計", "社会動態", .socialChange),
      ("増減数", "自然", .naturalChange), ("増減数", "社会", .socialChange),
      ("増減率", "自然", .naturalChangeRate), ("増減率", "社会", .socialChangeRate),
    ].map { word, group, item in
      var rule = PopulationItemRule(word, in: group, item)
      rule.isWhole = true
      return rule
    },
    list("合計特殊出生率", .totalFertilityRate),
    list("高齢化率 老年人口割合 老年人口比率 65歳以上割合", .ageingRate),
    list("出生数 出生者数 出生者 出生", .births),
    list("死亡数 死亡者数 死亡者 死亡", .deaths),
    list("転出超過数 転出超過", .netOutMigration),
    list("転入者数 転入数 転入者 転入", .inMigrants),
    list("転出者数 転出数 転出者 転出", .outMigrants),
    list("その他の増減 その他増減 その他の増減数", .otherChange),
    list("人口増減数 人口増減 増減人口 増減数 増減 人口増加数", .totalChange),
    list("人口増減率 増減率 人口増加率", PopulationItem(rawValue: "total_change_rate")),
    list("出生率 普通出生率", PopulationItem(rawValue: "birth_rate")),
    list("死亡率 普通死亡率", PopulationItem(rawValue: "death_rate")),
    list(
      "年少人口 0~14歳 0歳~14歳 0-14歳 15歳未満 14歳以下 0~14歳人口 15歳未満人口", .youngPopulation),
    list("生産年齢人口 15~64歳 15歳~64歳 15-64歳 15~64歳人口", .workingAgePopulation),
    list("老年人口 高齢者人口 65歳以上 65歳以上人口", .elderlyPopulation),
    list("世帯数 世帯", .households),
    list("年末人口 12月31日人口", .yearEndPopulation),
    list("総人口 人口総数 人口計 人口合計 人口総計 人口 総数", .totalPopulation),
  ].flatMap { $0 }

  private static func list(_ words: String, _ item: PopulationItem) -> [PopulationItemRule] {
    words.split(separator: " ").map { word in
      var rule = PopulationItemRule(String(word), item)
      rule.isWhole = true
      return rule
    }
  }
}
