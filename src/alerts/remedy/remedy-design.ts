import type { Condition, Leaf } from '../../conditions/condition.js'
import { alternatives } from '../../issues/alternatives.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import { refuse } from '../../issues/refuse.js'
import type { Text } from '../../issues/text.js'
import { parseSamplingDesign } from '../../sampling/design/parse-sampling-design.js'
import type {
  FieldDefinition,
  FieldRole,
  SamplingDesign,
  StratumDimension,
} from '../../sampling/design/sampling-design.js'
import type { Alert } from '../alert.js'
import { refuseEffect } from './refuse-effect.js'

/** Settings of the design that the alert does not have. */
export interface RemedyDesignInput {
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly note?: Text
  /** Whose group is drawn from; the finding's item is no column: it says what to judge in the calls. */
  readonly alert: Pick<Alert, 'group'>
  /** Calls to judge, such as `needed.callsAfter` or `needed.callsASide` of `remedyEffect`. */
  readonly calls: number
  /** Columns of the data, as in every design. */
  readonly fields: Readonly<Record<string, FieldDefinition>>
  /**
   * Column that holds a label of the group, by label: `{ businessType: 'business_type' }`. `agent` and `team` are found
   * by the role of a column where they are not named.
   */
  readonly columns?: Readonly<Record<string, string>>
  /** Condition of the rows that count as calls, in addition to belonging to the group. */
  readonly eligible?: Condition
  /** Strata; without them it is a simple sample, to which Fisher's test applies. */
  readonly strata?: readonly StratumDimension[]
  readonly timeZone?: string
}

/** Labels of what a finding is about; they choose no calls, unless the caller names a column. */
const NOT_OF_CALLS: ReadonlySet<string> = new Set(['item', 'tag'])

/** So that every stratum shows a spread. */
const LEAST_PER_STRATUM = 2

/**
 * Makes the design of the sample that shows whether a remedy worked: the calls of the alert's group, as many as decide,
 * all of them where there are fewer. It cannot know which column holds which label, nor the days: draw it from the rows
 * of the days after the remedy (or, for a fresh sample before, of those after the evidence).
 * @returns a document of the format `callgrade/sampling-design@1`, checked and frozen
 * @throws CallgradeError `alerts/effect-argument`, `alerts/effect-single-call`, `alerts/effect-no-column`,
 * `alerts/effect-column-type`; what `parseSamplingDesign` says of fields, strata and conditions
 * @example
 * remedyDesign({
 *   id: 'recheck-a07',
 *   version: '1',
 *   title: 'Re-check of A07',
 *   alert: { group: { agent: 'A07', item: 'greeting' } },
 *   calls: 219,
 *   fields: { call_id: { type: 'string', role: 'id' }, agent_id: { type: 'string', role: 'agent' } },
 * }).eligible //=> { all: [{ fact: 'agent_id', operator: 'equal', value: 'A07' }] }
 */
export function remedyDesign(input: RemedyDesignInput): SamplingDesign {
  if (typeof input !== 'object' || input === null) refuse('alerts/effect-argument', [], 'object', input)
  const { id, version, title, note, alert, calls, fields, eligible, strata, timeZone } = input
  if (!(Number.isSafeInteger(calls) && calls >= 1)) refuse('alerts/effect-argument', ['calls'], 'integer >= 1', calls)
  if (typeof fields !== 'object' || fields === null) refuse('alerts/effect-argument', ['fields'], 'object', fields)
  if (typeof alert?.group !== 'object' || alert.group === null)
    refuse('alerts/effect-argument', ['alert', 'group'], 'object', alert?.group)
  const parts: readonly (Condition | Leaf)[] = [
    ...Object.entries(alert.group).flatMap(([label, value]) => leafOf(label, value, input)),
    ...(eligible === undefined ? [] : [eligible]),
  ]
  return parseSamplingDesign({
    format: 'callgrade/sampling-design@1',
    id,
    version,
    title,
    ...(note !== undefined && { note }),
    ...(timeZone !== undefined && { timeZone }),
    fields,
    ...(parts.length > 0 && { eligible: { all: parts } }),
    ...(strata !== undefined && { strata, minimumPerStratum: LEAST_PER_STRATUM }),
    minimumTotal: calls,
    ifTooFew: 'take-all',
  })
}

function leafOf(label: string, value: string, { fields, columns }: RemedyDesignInput): readonly Leaf[] {
  // One call cannot be drawn again: what happened in it stays as it was.
  if (label === 'call')
    refuseEffect({ code: 'alerts/effect-single-call', path: ['alert', 'group', 'call'], received: excerptOf(value) })
  const column = columnOf(label, fields, columns)
  if (column === undefined) {
    if (NOT_OF_CALLS.has(label)) return []
    return refuseEffect({
      code: 'alerts/effect-no-column',
      path: ['columns', label],
      expected: alternatives(Object.keys(fields)),
      received: excerptOf(label),
    })
  }
  return [{ fact: column, operator: 'equal', value: operandOf(label, value, column, fields) }]
}

function columnOf(
  label: string,
  fields: RemedyDesignInput['fields'],
  columns: RemedyDesignInput['columns'],
): string | undefined {
  if (columns !== undefined && Object.hasOwn(columns, label)) {
    const named = columns[label]
    if (named === undefined || !Object.hasOwn(fields, named))
      refuse('alerts/effect-argument', ['columns', label], alternatives(Object.keys(fields)), named)
    return named
  }
  const role: FieldRole | undefined = label === 'agent' || label === 'team' ? label : undefined
  return role && Object.keys(fields).find((name) => fields[name]?.role === role)
}

/** Returns the label as the column holds it; labels of groups are texts. */
function operandOf(
  label: string,
  value: string,
  column: string,
  fields: RemedyDesignInput['fields'],
): string | number | boolean {
  const type = fields[column]?.type
  const operand =
    type === 'integer' || type === 'number' ? Number(value) : type === 'boolean' ? value === 'true' : value
  if ((type !== 'string' && type !== 'date' && String(operand) !== value) || type === 'instant')
    refuseEffect({
      code: 'alerts/effect-column-type',
      path: ['columns', label],
      expected: excerptOf(type),
      received: excerptOf(value),
      details: { field: column },
    })
  return operand
}
