// Who imports this module alone needs codes, periods and tables by age.
@_exported public import MunicipalModel
