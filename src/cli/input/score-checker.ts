import { once } from '../../documents/once.js'
import { type RecordChecker, recordChecker } from '../../documents/record-checker.js'
import {
  fittingField,
  integerField,
  nullableField,
  numberField,
  objectField,
  optionalField,
  type RecordField,
  textField,
  textListField,
  wordField,
} from '../../documents/record-fields.js'
import { PURPOSES } from '../../scoring/evaluation/evaluation.js'

/** Fields that every use of scores reads. */
function scoreFields() {
  return {
    callId: optionalField(textField()),
    agentId: optionalField(textField()),
    businessType: optionalField(textField()),
    status: wordField(['scored', 'not-scored']),
    score: nullableField(numberField()),
    rawScore: nullableField(numberField()),
    verdict: nullableField(wordField(['qualified', 'unqualified'])),
    vetoes: textListField('array'),
    undetermined: textListField('array'),
    criticalErrors: valuesOf(textField()),
  }
}

/** Returns the checker of scores as estimates read them. Scores have further keys, which are not checked. */
export const scoreChecker: () => RecordChecker<unknown> = /* @__PURE__ */ once(() =>
  recordChecker(scoreFields(), { unknownKeys: 'ignored' }),
)

/** Returns the checker of scores as findings are made of them. */
export const foundScoreChecker: () => RecordChecker<unknown> = /* @__PURE__ */ once(() =>
  recordChecker(
    {
      ...scoreFields(),
      evaluationId: textField(),
      rubric: textField(),
      rubricVersion: textField(),
      teamId: optionalField(textField()),
      callAt: optionalField(textField()),
      evaluatedAt: optionalField(textField()),
      purpose: optionalField(wordField(PURPOSES)),
      band: nullableField(textField()),
      items: valuesOf(nullableField(numberField())),
      faults: optionalField(valuesOf(valuesOf(integerField()))),
    },
    { unknownKeys: 'ignored' },
  ),
)

/** An object whose values all fit a field; a fault is reported of the object. */
function valuesOf<Value>(field: RecordField<Value>): RecordField<Readonly<Record<string, Value>>, true> {
  return fittingField(
    'object',
    (value): value is Readonly<Record<string, Value>> =>
      objectField().faultsOf(value) === undefined &&
      Object.values(value as object).every((member) => field.faultsOf(member) === undefined), // an object, as checked
  )
}
