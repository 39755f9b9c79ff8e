/// A form of files that is known and not read, and in which form its content is.
struct UnreadForm {
  /// The name of the form.
  private let label: LocalizedText
  /// What is needed in its place; `FILE` stands for the name of the file without its ending.
  private let needed: LocalizedText
  private let code: FormError.Code

  private init(
    _ label: LocalizedText, ja: String, en: String, code: FormError.Code = .unreadForm
  ) {
    self.label = label
    needed = LocalizedText(ja: ja, en: en)
    self.code = code
  }

  /// The error that says so.
  func error(_ name: String) -> FormError {
    let stem = FileName(name).stem
    func filled(_ text: String) -> String {
      text.split(separator: "FILE", omittingEmptySubsequences: false).joined(separator: stem)
    }
    return FormError(
      code: code, file: name,
      expected: LocalizedText(ja: filled(needed.ja), en: filled(needed.en)), found: label.en)
  }

  /// Finds the form by the bytes that only it begins with, or by its name.
  init?(bytes: [UInt8], ending: String) {
    func begins(_ mark: String) -> Bool { bytes.starts(with: Array(mark.utf8)) }
    if FileForm.contains(Array("%PDF-".utf8), in: bytes.prefix(1024)) {
      self = .pdf
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound(bytes, ending: ending)
    } else if begins("{\\rtf") {
      self = .rtf
    } else if begins("MIME-Version:") || begins("From: <Saved by") {
      self = .webArchive
    } else if begins("<?xml"),
      FileForm.contains(Array("schemas-microsoft-com:office".utf8), in: bytes.prefix(1024))
    {
      self = ending == "doc" ? .doc : .xls
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
      || bytes.starts(with: [0xFF, 0xD8, 0xFF])
      || begins("GIF8") || bytes.starts(with: [0x49, 0x49, 0x2A, 0x00])
      || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A])
      || begins("BM") && bytes.prefix(64).contains(0)
      || begins("RIFF") && bytes.prefix(64).contains(0)
      || bytes.dropFirst(4).starts(with: Array("ftyp".utf8))
    {
      self = .image
    } else if bytes.starts(with: [0x1F, 0x8B]) || begins("7z\u{BC}") || begins("Rar!")
      || bytes.dropFirst(2).starts(with: Array("-lh".utf8))
      || bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF])
    {
      self = .archive
    } else if ["xdw", "xbd", "xct"].contains(ending) {
      self = .docuWorks
    } else if Self.ichitaroEndings.contains(ending) {
      self = .ichitaro
    } else {
      return nil
    }
  }

  /// The old files of office programs, which are all alike at the beginning.
  private static func compound(_ bytes: [UInt8], ending: String) -> UnreadForm {
    func has(_ name: String) -> Bool {
      FileForm.contains(name.utf8.flatMap { [$0, 0] }, in: bytes[...])
    }
    if ichitaroEndings.contains(ending) { return .ichitaro }
    if has("EncryptedPackage") { return .encrypted }
    if has("WordDocument") || ending == "doc" { return .doc }
    if has("PowerPoint Document") || ending == "ppt" { return .pptx }
    if ["xdw", "xbd"].contains(ending) { return .docuWorks }
    return .xls
  }

  private static let ichitaroEndings = [
    "jtd", "jtt", "jtdc", "jttc", "jfw", "jvw", "jbw", "juw", "jaw",
  ]
}

extension UnreadForm {
  static let pdf = Self(
    "PDF", ja: "`python3 Examples/pdf-to-text/pdf_to_text.py FILE.pdf > FILE.txt` が書き出したテキスト",
    en: "the text that `python3 Examples/pdf-to-text/pdf_to_text.py FILE.pdf > FILE.txt` writes")
  static let xls = Self(
    "Excel 97–2003 (.xls, .xlsb)", ja: "Excel で開き、「Excel ブック (.xlsx)」の形式で保存したもの",
    en: "the file opened in Excel and saved as a workbook (.xlsx)")
  static let doc = Self(
    "Word 97–2003 (.doc)", ja: "Word で開き、「Word 文書 (.docx)」の形式で保存したもの",
    en: "the file opened in Word and saved as a document (.docx)")
  static let ods = Self(
    "OpenDocument (.ods)", ja: "LibreOffice などで開き、Excel の形式 (.xlsx) で保存したもの",
    en: "the file opened in LibreOffice or Excel and saved as .xlsx")
  static let odt = Self(
    "OpenDocument (.odt)", ja: "LibreOffice などで開き、Word の形式 (.docx) で保存したもの",
    en: "the file opened in LibreOffice or Word and saved as .docx")
  static let ichitaro = Self(
    "Ichitaro 一太郎 (.jtd)", ja: "一太郎で開き、Word の形式 (.docx) で保存したもの",
    en: "the file opened in Ichitaro and saved as .docx")
  static let docuWorks = Self(
    "DocuWorks (.xdw)", ja: "もとの Excel か Word のファイル、または DocuWorks から書き出した PDF のテキスト",
    en: "the workbook or Word file it was made from, or the text of a PDF made from it")
  static let pptx = Self(
    "PowerPoint (.pptx, .ppt)", ja: "表を Excel に貼り付けて保存した .xlsx",
    en: "its tables pasted into Excel and saved as .xlsx")
  static let iWork = Self(
    "iWork (.numbers, .pages)", ja: "Numbers や Pages の「書き出す」で作った .xlsx か .docx",
    en: "a .xlsx or .docx made by its Export command")
  static let rtf = Self(
    "RTF", ja: "Word で開き、「Word 文書 (.docx)」の形式で保存したもの",
    en: "the file opened in Word and saved as a document (.docx)")
  static let webArchive = Self(
    "MHTML (.mht)", ja: "ブラウザーで開き、「ウェブページ、HTML のみ」で保存した .html",
    en: "the page opened in a browser and saved as HTML only (.html)")
  static let image = Self(
    "image", ja: "文字の入った資料（画像は、文字認識にかけて数値を確かめ、.xlsx か .csv にしたもの）",
    en: "a document of text; of an image, the text recognised, checked and saved as .xlsx or .csv")
  static let archive = Self(
    "archive", ja: "展開して取り出したファイル", en: "the files taken out of the archive")
  static let encrypted = Self(
    "encrypted Office file", ja: "パスワードを外して保存したもの", en: "the file saved without a password",
    code: .encrypted)
}
