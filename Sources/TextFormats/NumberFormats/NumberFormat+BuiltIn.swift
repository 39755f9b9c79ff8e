extension NumberFormat {
  /// The format of a number below 164 that a workbook need not write down, as a Japanese program has it
  /// (ECMA-376, part 1, 18.8.30, the table of ja-JP); `nil` if there is none.
  static func builtIn(_ number: Int) -> String? {
    switch number {
    case 0: "General"
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 5, 6: "\"¥\"#,##0;\"¥\"-#,##0"
    case 7, 8: "\"¥\"#,##0.00;\"¥\"-#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 12: "# ?/?"
    case 13: "# ??/??"
    case 14: "yyyy/m/d"
    case 15: "d-mmm-yy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 18: "h:mm AM/PM"
    case 19: "h:mm:ss AM/PM"
    case 20: "h:mm"
    case 21: "h:mm:ss"
    case 22: "yyyy/m/d h:mm"
    case 27, 36, 50, 57: "[$-411]ge.m.d"
    case 28, 29, 51, 54, 58: "[$-411]ggge\"年\"m\"月\"d\"日\""
    case 30: "m/d/yy"
    case 31: "yyyy\"年\"m\"月\"d\"日\""
    case 32: "h\"時\"mm\"分\""
    case 33: "h\"時\"mm\"分\"ss\"秒\""
    case 34, 52, 55: "yyyy\"年\"m\"月\""
    case 35, 53, 56: "m\"月\"d\"日\""
    case 37, 38: "#,##0;-#,##0"
    case 39, 40: "#,##0.00;-#,##0.00"
    case 41: "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "
    case 42: "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ "
    case 43: "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "
    case 44: "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ "
    case 45: "mm:ss"
    case 46: "[h]:mm:ss"
    case 47: "mm:ss.0"
    case 48: "##0.0E+0"
    case 49: "@"
    default: nil
    }
  }
}
