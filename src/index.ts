/**
 * Quality assurance of customer conversations: one JSON file, a rubric, says how a call is judged; this library
 * scores calls by it exactly and explains every point.
 * @packageDocumentation
 */

// Alerts
export * from './alerts/index.js'
// Days and hours
export * from './calendar/index.js'
// Raters
export * from './calibration/index.js'
// Conditions
export * from './conditions/index.js'
// Faults
export {
  CallgradeError,
  formatPath,
  type Issue,
  type IssueCode,
  isCallgradeError,
  type Language,
  messageOf,
  type PathSegment,
  type Position,
  type Result,
} from './issues/index.js'

// Rubrics
export * from './rubric/index.js'
// Samples
export * from './sampling/index.js'
// Scores
export * from './scoring/index.js'

// Figures
export * from './statistics/index.js'
