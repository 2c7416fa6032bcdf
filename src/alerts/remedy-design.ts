import type { Leaf } from '../conditions/condition.js'
import { parseSamplingDesign } from '../sampling/parse-sampling-design.js'
import type { FieldDefinition, SamplingDesign } from '../sampling/sampling-design.js'
import type { Alert } from './alert.js'
import { refuseArgument } from './wrong-call.js'

/** What the data of the calls look like, which an alert cannot know. */
export interface RemedyDesignInput {
  /** The column with the id of a call. */
  readonly idField: string
  /** The column of each label of the alert's group that calls have: agent, team, businessType or a fact. */
  readonly fields: Readonly<Record<string, string>>
  /** Calls to judge, such as `neededCalls`; a whole number from 1. */
  readonly calls: number
}

/**
 * A sampling design for the calls that show whether the remedy of an alert worked: the calls of its group, drawn like any
 * other sample. Draw it from the calls after the remedy alone; what is rated, such as an item, does not choose calls.
 * @returns a sound `callgrade/sampling-design@1`; all calls are taken where there are fewer
 * @throws CallgradeError `alerts/argument` where a label of the group that calls have is given no column, or `calls` is
 * no whole number from 1
 * @example
 * remedyDesign(alert, { idField: 'call_id', fields: { agent: 'agent_id' }, calls: 195 }).minimumTotal //=> 195
 */
export function remedyDesign(alert: Alert, { idField, fields, calls }: RemedyDesignInput): SamplingDesign {
  if (!(Number.isSafeInteger(calls) && calls >= 1)) refuseArgument(['calls'], 'integer >= 1', calls)
  const labels = Object.entries(alert.group).filter(([label]) => !OF_RATINGS.has(label))
  const columns: Record<string, FieldDefinition> = { [idField]: { type: 'string', role: 'id' } }
  const leaves: Leaf[] = labels.map(([label, value]) => {
    const column = Object.hasOwn(fields, label) ? fields[label] : undefined
    if (column === undefined) refuseArgument(['fields', label], 'column', undefined)
    columns[column] = { type: 'string' }
    return { fact: column, operator: 'equal', value }
  })
  return parseSamplingDesign({
    format: 'callgrade/sampling-design@1',
    id: 'remedy-check',
    version: '1',
    title: { 'zh-CN': '整改复查抽样', en: 'Check of a remedy' },
    fields: columns,
    ...(leaves.length > 0 && { eligible: { all: leaves } }),
    minimumTotal: calls,
    ifTooFew: 'take-all',
  })
}

/** Labels of what was rated, not of the call. */
const OF_RATINGS: ReadonlySet<string> = new Set(['item', 'tag', 'call'])
