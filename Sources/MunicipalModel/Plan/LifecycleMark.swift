/// What a revision says happened to a goal, a measure, a project or an indicator.
package enum LifecycleMark: String, Hashable, Sendable, Codable, CaseIterable {
  /// 新規施策: a measure that the revision adds.
  case newMeasure = "new_measure"
  /// 新規事業: a project that the revision adds.
  case newProject = "new_project"
  /// 新規登載: a project that existed before and is listed for the first time.
  case newlyListed = "newly_listed"
  /// 事業内容変更: what the project does has changed.
  case contentChanged = "content_changed"
  /// 取組終了: the project has ended.
  case ended
  /// 数値目標変更: a goal's numeric target has changed.
  case targetChanged = "target_changed"
  /// ＫＰＩ変更: an indicator has changed.
  case indicatorChanged = "indicator_changed"
}

extension LifecycleMark {
  /// The mark as printed, and in English.
  package var label: LocalizedText {
    switch self {
    case .newMeasure: LocalizedText(ja: "新規施策", en: "new measure")
    case .newProject: LocalizedText(ja: "新規事業", en: "new project")
    case .newlyListed: LocalizedText(ja: "新規登載", en: "newly listed")
    case .contentChanged: LocalizedText(ja: "事業内容変更", en: "content changed")
    case .ended: LocalizedText(ja: "取組終了", en: "ended")
    case .targetChanged: LocalizedText(ja: "数値目標変更", en: "numeric target changed")
    case .indicatorChanged: LocalizedText(ja: "KPI変更", en: "KPI changed")
    }
  }
}
