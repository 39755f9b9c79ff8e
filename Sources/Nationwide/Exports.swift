// Who imports this module alone needs the readers and the rates.
@_exported public import Demography
@_exported public import OpenData
