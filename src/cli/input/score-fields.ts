/** A field that is read, with what it has to be. */
export type ScoreField = readonly [name: string, expected: string, fits: (value: unknown) => boolean]

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isTextOrAbsent = (value: unknown): boolean => value === undefined || isText(value)
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
const isNumberOrNull = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isFinite(value))

/** Fields that every use of scores reads. */
export const SCORE_FIELDS: readonly ScoreField[] = [
  ['callId', 'string', isTextOrAbsent],
  ['agentId', 'string', isTextOrAbsent],
  ['businessType', 'string', isTextOrAbsent],
  ['status', '"scored" | "not-scored"', (value) => value === 'scored' || value === 'not-scored'],
  ['score', 'number', isNumberOrNull],
  ['rawScore', 'number', isNumberOrNull],
  [
    'verdict',
    '"qualified" | "unqualified"',
    (value) => value === null || value === 'qualified' || value === 'unqualified',
  ],
  ['vetoes', 'array', isTexts],
  ['undetermined', 'array', isTexts],
  ['criticalErrors', 'object', (value) => isObject(value) && Object.values(value).every(isText)],
]

/** Fields that findings are made of. */
export const FINDING_FIELDS: readonly ScoreField[] = [
  ...SCORE_FIELDS,
  ['evaluationId', 'string', isText],
  ['rubric', 'string', isText],
  ['rubricVersion', 'string', isText],
  ['teamId', 'string', isTextOrAbsent],
  ['callAt', 'string', isTextOrAbsent],
  ['evaluatedAt', 'string', isTextOrAbsent],
  [
    'purpose',
    '"measure" | "coaching" | "targeted"',
    (value) => value === undefined || value === 'measure' || value === 'coaching' || value === 'targeted',
  ],
  ['band', 'string', (value) => value === null || isText(value)],
  ['items', 'object', (value) => isObject(value) && Object.values(value).every(isNumberOrNull)],
  [
    'faults',
    'object',
    (value) =>
      value === undefined ||
      (isObject(value) &&
        Object.values(value).every((counts) => isObject(counts) && Object.values(counts).every(Number.isSafeInteger))),
  ],
]
