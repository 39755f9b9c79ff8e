package import DocumentReading
public import MunicipalityFolders

extension MunicipalityCheck {
  /// Checks a folder, beside the built-in municipalities.
  ///
  /// It never fails: a folder that cannot be read at all is a finding.
  public init(path: String) { self.init(path: path, drafts: []) }

  /// Checks a folder whose layouts were just drafted; what was guessed is told.
  package init(path: String, drafts: [DescriptionDraft.Document]) {
    self.init(path: path, beside: BuiltInMunicipalities.adapters, drafts: drafts)
  }
}
