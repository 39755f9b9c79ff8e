/// The characters that text taken out of a PDF has in place of usual ones, and other look-alikes.
///
/// Sources: Unicode Character Database 14.0, `UnicodeData.txt` (compatibility mappings) and
/// `EquivalentUnifiedIdeograph.txt`.
enum LookAlikes {
  /// The ideograph that a radical or a compatibility ideograph stands for; `nil` for any other scalar.
  static func ideograph(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = Int(scalar.value)
    let found: Unicode.Scalar? =
      switch value {
      case 0x2F00...0x2FD5: radicals[value - 0x2F00]
      case 0x2E80...0x2EF3: radicalsSupplement[value - 0x2E80]
      case 0x6236: "戸"
      case 0xF900..<(0xF900 + compatibilityIdeographs.count):
        compatibilityIdeographs[value - 0xF900]
      default: nil
      }
    return found == blank ? nil : found
  }

  /// The scalar of usual form that a small, vertical or half-width one stands for.
  static func usualForm(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = Int(scalar.value)
    let found: Unicode.Scalar? =
      switch value {
      case 0xFF61...0xFF9F: halfWidth[value - 0xFF61]
      case 0xFE30...0xFE6B: smallForms[value - 0xFE30]
      default: nil
      }
    return found == blank ? nil : found
  }

  /// The scalars that one square stands for: 令和 of ㋿, 平成 of ㍻, % of ㌫, kg of ㎏.
  ///
  /// ㎡ and the other squares and cubes of lengths are in use as they are, and stay.
  static func letters(of square: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch square.value {
    case 0x32FF: ["令", "和"]
    case 0x339F...0x33A6: nil
    case 0x3300...0x33FF: squares[Int(square.value) - 0x3300]
    default: nil
    }
  }

  /// A kana with the mark of a voiced sound behind it, as one scalar.
  static func voiced(_ kana: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x3046...0x30DB).contains(kana.value) else { return nil }
    // Hiragana stand 0x60 before katakana.
    let isHiragana = kana.value < 0x30A0
    guard let katakana = Unicode.Scalar(kana.value + (isHiragana ? 0x60 : 0)) else { return nil }
    let step: UInt32
    switch mark {
    case "\u{3099}" where katakana == "ウ": step = 0x4E
    case "\u{3099}" where unvoiced.contains(katakana): step = 1
    case "\u{309A}" where "ハヒフヘホ".unicodeScalars.contains(katakana): step = 2
    default: return nil
    }
    return Unicode.Scalar(kana.value + step)
  }

  private static let unvoiced = Set("カキクケコサシスセソタチツテトハヒフヘホ".unicodeScalars)

  /// What stands in a table for a scalar that is left as it is.
  private static let blank: Unicode.Scalar = "\u{3000}"

  private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  /// U+2F00 to U+2FD5, Kangxi radicals.
  private static let radicals: [Unicode.Scalar] = scalars(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸\
    屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戸手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父\
    爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自\
    至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面\
    革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """)

  /// U+2E80 to U+2EF3, CJK radicals supplement, of which NFKC knows two only.
  private static let radicalsSupplement: [Unicode.Scalar] = scalars(
    """
    　厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢　巳幺彑彐忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王疋目\
    示礻竹糹纟罓罒㓁冗　羊　羊耂肀聿肉臼艹艹艹虎衤覀西见角　讠贝足车辶辶辶邑钅長镸长门　阝雨\
    青韦页风飞食食飠饣　马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
    """)

  /// U+F900 to U+FAD9, CJK compatibility ideographs.
  private static let compatibilityIdeographs: [Unicode.Scalar] = scalars(
    """
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼\
    郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾\
    菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅\
    濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚\
    聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率\
    隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻\
    行降見廓兀嗀　　塚　晴　　凞猪益礼神祥福靖精羽　蘒　諸　　逸都　　　飯飼館鶴郞隷侮僧免勉\
    勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著\
    褐視謁謹賓贈辶逸難響頻恵　舘　　並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲\
    戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆\
    視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜　　　㮝䀘䀹　　　齃龎
    """)

  /// U+FE30 to U+FE6B, vertical and small forms.
  private static let smallForms: [Unicode.Scalar] = scalars(
    """
    　—–__(){}〔〕【】《》〈〉「」『』　　[]　　　　___,、.　;:?!—(){\
    }〔〕#&*+-<>=　\\$%@
    """)

  /// U+FF61 to U+FF9F, half-width punctuation and katakana.
  private static let halfWidth: [Unicode.Scalar] = scalars(
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
      + "\u{3099}\u{309A}")

  /// U+3300 to U+33FF, squared words and units.
  private static let squares: [[Unicode.Scalar]] =
    """
    アパート アルファ アンペア a イニング インチ ウォン エスクード エーカー オンス オーム カイリ カラット
    カロリー ガロン ガンマ ギガ ギニー キュリー ギルダー キロ kg km kW g グラムトン クルゼイロ クローネ
    ケース コルナ コーポ サイクル サンチーム シリング センチ セント ダース デシ ドル t ナノ ノット ハイツ %
    パーツ バーレル ピアストル ピクル ピコ ビル ファラッド フィート ブッシェル フラン ha ペソ ペニヒ ヘルツ
    ペンス ページ ベータ ポイント ボルト ホン ポンド ホール ホーン マイクロ マイル マッハ マルク マンション
    ミクロン ミリ ミリバール メガ メガトン m ヤード ヤール ユアン L リラ ルピー ルーブル レム レントゲン
    ワット 0点 1点 2点 3点 4点 5点 6点 7点 8点 9点 10点 11点 12点 13点 14点 15点
    16点 17点 18点 19点 20点 21点 22点 23点 24点 hPa da AU bar oV pc dm
    dm2 dm3 IU 平成 昭和 大正 明治 株式会社 pA nA μA mA kA KB MB GB cal kcal
    pF nF μF μg mg kg Hz kHz MHz GHz THz μl ml dl kl fm nm μm mm
    cm km · · · · · · · · m/s m/s2 Pa kPa MPa GPa rad rad/s
    rad/s2 ps ns μs ms pV nV μV mV kV MV pW nW μW mW kW MW kΩ MΩ
    a.m. Bq cc cd C/kg Co. dB Gy ha HP in KK KM kt lm ln log lx
    mb mil mol PH p.m. PPM PR sr Sv Wb V/m A/m 1日 2日 3日 4日 5日 6日
    7日 8日 9日 10日 11日 12日 13日 14日 15日 16日 17日 18日 19日 20日 21日 22日
    23日 24日 25日 26日 27日 28日 29日 30日 31日 gal
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.unicodeScalars) }
}
