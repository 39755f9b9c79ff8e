import MunicipalModel

/// A confidence interval (信頼区間): between which limits a figure lies if only the chance of its events counts.
public struct ConfidenceInterval: Hashable, Sendable, Codable {
  /// The lower limit, on the scale of the figure.
  public let lower: Double
  /// The upper limit, on the scale of the figure.
  public let upper: Double
  /// The confidence, such as 0.95.
  public let level: Double

  func scaled(by factor: Double) -> Self {
    Self(lower: lower * factor, upper: upper * factor, level: level)
  }
}

extension ConfidenceInterval {
  /// How the limits of a Poisson count are found.
  ///
  /// Registered events are taken as one draw of a Poisson law; overdispersion, errors of registration and of the
  /// population are not in the interval.
  public enum PoissonLimits: String, Hashable, Sendable, Codable, CaseIterable {
    /// Exact limits: gamma quantiles of x at α ÷ 2 and of x + 1 at 1 − α ÷ 2; 0 below no events.
    ///
    /// Source: Garwood, Biometrika 28 (1936).
    case exact
    /// Byar's approximation: x (1 − 1 ÷ 9x − z ÷ 3√x)³, and with x + 1 and + z for the upper limit.
    ///
    /// Of fewer than ten events it is rough, and the lower limit is cut at 0. Source: Breslow and Day, Statistical
    /// Methods in Cancer Research II (1987).
    case byar

    /// The limits of a count.
    func interval(
      of events: Double, level: Double, subject: LocalizedText
    ) throws(AgeMethodError) -> ConfidenceInterval {
      guard level > 0, level < 1 else {
        throw AgeMethodError(code: .parameterOutOfRange, subject: subject, text: "\(level)")
      }
      guard events >= 0, events <= AgeTable.largestCount else {
        throw AgeMethodError(
          code: events < 0 ? .negativeCount : .tooLarge, subject: subject, text: "\(events)")
      }
      let tail = (1 - level) / 2
      switch self {
      case .exact:
        return ConfidenceInterval(
          lower: events > 0 ? GammaDistribution(shape: events).quantile(tail) : 0,
          upper: GammaDistribution(shape: events + 1).quantile(1 - tail), level: level)
      case .byar:
        let z = GammaDistribution.normalQuantile(1 - tail)
        func limit(_ count: Double, _ z: Double) -> Double {
          let root = 1 - 1 / (9 * count) + z / (3 * count.squareRoot())
          return max(count * root * root * root, 0)
        }
        return ConfidenceInterval(
          lower: events > 0 ? limit(events, -z) : 0, upper: limit(events + 1, z), level: level)
      }
    }
  }
}

extension ConfidenceInterval {
  /// How the interval of a directly standardised rate is found.
  public enum StandardizedRateLimits: Hashable, Sendable {
    /// Dobson's: the limits of all events, moved by √(variance ÷ events); it needs an event.
    ///
    /// Sources: Dobson, Kuulasmaa, Eberle and Scherer, Statistics in Medicine 10 (1991); with Byar's limits as the
    /// R package PHEindicatormethods has it.
    case dobson(ConfidenceInterval.PoissonLimits)
    /// Fay and Feuer's gamma interval: it holds the confidence with few events too, and is wide then.
    ///
    /// Source: Fay and Feuer, Statistics in Medicine 16 (1997), as the R package epitools has it.
    case gamma
  }
}

extension AgeSpecificRates {
  /// The interval of ``crudeRate`` by the chance of the events, which are taken as Poisson's.
  ///
  /// - Parameters:
  ///   - level: the confidence, such as 0.95.
  ///   - method: exact limits, or Byar's.
  /// - Throws: ``AgeMethodError`` with `parameter-out-of-range`, or `wrong-measure` of balances.
  public func crudeRateInterval(
    level: Double = 0.95, method: ConfidenceInterval.PoissonLimits = .exact
  ) throws(AgeMethodError) -> ConfidenceInterval {
    guard !measure.isBalance else {
      throw AgeMethodError(
        code: .wrongMeasure, subject: Self.subject, text: measure.rawValue)
    }
    return try method.interval(of: events.reduce(0, +), level: level, subject: Self.subject)
      .scaled(by: Double(scale.factor) / population.reduce(0, +))
  }
}

extension StandardizedRate {
  /// The interval of ``value`` by the chance of the events of each age, which are taken as Poisson's.
  ///
  /// - Parameters:
  ///   - level: the confidence, such as 0.95.
  ///   - method: Dobson's or the gamma interval.
  /// - Throws: ``AgeMethodError`` with `parameter-out-of-range`, `wrong-measure` of balances, or `no-rows` where
  ///   Dobson's has no event.
  public func interval(
    level: Double = 0.95, method: ConfidenceInterval.StandardizedRateLimits = .dobson(.byar)
  ) throws(AgeMethodError) -> ConfidenceInterval {
    guard let events else {
      throw AgeMethodError(
        code: .wrongMeasure, subject: Self.subject, text: AgeMeasure.netMigrants.rawValue)
    }
    guard level > 0, level < 1 else {
      throw AgeMethodError(code: .parameterOutOfRange, subject: Self.subject, text: "\(level)")
    }
    switch method {
    case .dobson(let limits):
      guard events > 0 else {
        throw AgeMethodError(
          code: .noRows, subject: Self.subject, text: "0",
          hint: LocalizedText(
            ja: "事象が1件もありません。ガンマ法なら求められます", en: "there is no event; the gamma interval needs none"))
      }
      let own = try limits.interval(of: events, level: level, subject: Self.subject)
      let unit = (variance / events).squareRoot()
      return ConfidenceInterval(
        lower: value + unit * (own.lower - events), upper: value + unit * (own.upper - events),
        level: level)
    case .gamma:
      let tail = (1 - level) / 2
      let lower =
        variance > 0
        ? GammaDistribution(shape: value * value / variance).quantile(tail) * variance / value : 0
      let (high, spread) = (value + largestWeight, variance + largestWeight * largestWeight)
      return ConfidenceInterval(
        lower: lower,
        upper: GammaDistribution(shape: high * high / spread).quantile(1 - tail) * spread / high,
        level: level)
    }
  }
}
