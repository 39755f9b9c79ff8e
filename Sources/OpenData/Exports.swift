// Who imports this module alone needs codes, periods, tables by age and rates.
@_exported public import Demography
@_exported public import MunicipalModel
