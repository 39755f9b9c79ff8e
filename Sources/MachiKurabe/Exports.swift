@_exported public import Demography
@_exported public import DocumentReading
@_exported public import MunicipalModel
@_exported public import Nationwide
@_exported public import OpenData
@_exported public import PlanAnalysis
@_exported public import Rendering
@_exported public import Reports
