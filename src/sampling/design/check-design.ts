import { checkCondition } from '../../conditions/checking/check-condition.js'
import type { OperandType, Vocabulary } from '../../conditions/vocabulary.js'
import type { DocumentFaults } from '../../documents/reading/document-faults.js'
import { isTimeZone } from '../../documents/time/civil-date.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { DesignCondition } from './find-conditions.js'
import { minuteLabels } from './minute-labels.js'
import type { FieldDefinition, FieldRole, FieldType, SamplingDesign, SlotDimension } from './sampling-design.js'
import { slotSpans } from './slot-spans.js'

/** Checks the meaning of a design, which may be part of another document. */
export function checkDesign(
  design: SamplingDesign,
  conditions: readonly DesignCondition[],
  faults: DocumentFaults,
): void {
  if (design.timeZone !== undefined && !isTimeZone(design.timeZone))
    faults.add('document/time-zone', design, ['timeZone'], { received: excerptOf(design.timeZone) })
  checkRoles(design, faults)
  const fields = checkStrata(design, faults)
  const strata = stratumVocabulary(design)
  for (const { condition, path, sees } of conditions) {
    const vocabulary = sees === 'strata' ? strata : fields
    faults.drafts.push(
      ...checkCondition(condition, path, {
        vocabulary,
        conditionNames: new Set(),
        leftOut: faults.leftOut,
        declaredIn: sees,
      }),
    )
  }
  faults.requireDistinctIds('sampling/duplicate-id', design.coverage ?? [], new Map())
  faults.requireDistinctIds('sampling/duplicate-id', design.targeted ?? [], new Map())
  checkNumbers(design, faults)
}

/** Types that a column of a role may have. */
const ROLE_TYPES: Readonly<Record<FieldRole, readonly FieldType[]>> = {
  id: ['string'],
  agent: ['string'],
  team: ['string'],
  time: ['instant', 'date'],
}

function checkRoles(design: SamplingDesign, faults: DocumentFaults): void {
  const seen = new Map<FieldRole, string>()
  for (const [name, field] of Object.entries(design.fields)) {
    const { role, type } = field
    if (role === undefined) continue
    const first = seen.get(role)
    if (first !== undefined)
      faults.add('sampling/role-twice', field, ['role'], { received: excerptOf(role), details: { first } })
    else seen.set(role, name)
    if (!ROLE_TYPES[role].includes(type))
      faults.add('sampling/role-type', field, ['type'], {
        expected: ROLE_TYPES[role].map((known) => JSON.stringify(known)).join(' | '),
        received: excerptOf(type),
        details: { role },
      })
  }
  if (!seen.has('id') && !faults.leftOut.has('role'))
    faults.add('sampling/no-id-field', design, ['fields'], { expected: '{"type": "string", "role": "id"}' })
  if (design.perAgent?.length && !seen.has('agent'))
    faults.add('sampling/no-agent-field', design, ['perAgent'], { expected: '{"type": "string", "role": "agent"}' })
}

function checkStrata(design: SamplingDesign, faults: DocumentFaults): Vocabulary {
  const names = new Set(Object.keys(design.fields))
  const seen = new Set<string>()
  for (const [index, dimension] of (design.strata ?? []).entries()) {
    const part = typeof dimension === 'string' ? (design.strata as object) : dimension
    const path = typeof dimension === 'string' ? [index] : ['field']
    const name = typeof dimension === 'string' ? dimension : dimension.field
    const id = typeof dimension === 'string' ? dimension : dimension.id
    if (seen.has(id))
      faults.add('sampling/duplicate-id', part, typeof dimension === 'string' ? path : ['id'], {
        received: excerptOf(id),
      })
    seen.add(id)
    if (!faults.requireDeclared('sampling/unknown-field', name, names, part, path)) continue
    const type = design.fields[name]?.type
    const isSlots = typeof dimension !== 'string'
    if (isSlots ? type !== 'instant' : type === 'number' || type === 'instant')
      faults.add('sampling/stratum-type', part, path, {
        expected: isSlots ? '"instant"' : '"string" | "integer" | "boolean" | "date"',
        received: excerptOf(type),
        details: { field: name },
      })
    if (isSlots) checkSlots(dimension, faults)
  }
  return new Map(
    Object.entries(design.fields).map(([name, field]) => [name, { kind: 'value', type: operandType(field) } as const]),
  )
}

function checkSlots(dimension: SlotDimension, faults: DocumentFaults): void {
  const covered = new Map<number, string>()
  const overlapping = new Set<string>()
  for (const [label, [start, end]] of Object.entries(dimension.slots)) {
    if (start === end || start === '24:00')
      faults.add('sampling/slot-empty', dimension, ['slots', label], { received: excerptOf([start, end]) })
    if (label === dimension.otherwise)
      faults.add('sampling/duplicate-id', dimension, ['otherwise'], { received: excerptOf(label) })
  }
  for (const { label, from, to } of slotSpans(dimension)) {
    for (let minute = from; minute < to; minute++) {
      const other = covered.get(minute % 1_440)
      if (other === undefined) covered.set(minute % 1_440, label)
      else if (!overlapping.has(`${other} ${label}`)) {
        overlapping.add(`${other} ${label}`)
        faults.add('sampling/slot-overlap', dimension, ['slots', label], {
          received: excerptOf(dimension.slots[label]),
          details: { other, at: timeOf(minute % 1_440) },
        })
      }
    }
  }
  const gap = minuteLabels(dimension).indexOf(undefined)
  if (gap >= 0)
    faults.add('sampling/slot-gap', dimension, ['slots'], {
      expected: '00:00..24:00',
      details: { at: timeOf(gap) },
    })
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** Returns the facts of coverage rules: the ids of the strata, a slot by its labels. */
function stratumVocabulary(design: SamplingDesign): Vocabulary {
  return new Map(
    (design.strata ?? []).map((dimension) => {
      if (typeof dimension === 'string')
        return [dimension, { kind: 'value', type: operandType(design.fields[dimension]) }] as const
      const values = [
        ...Object.keys(dimension.slots),
        ...(dimension.otherwise === undefined ? [] : [dimension.otherwise]),
      ]
      return [dimension.id, { kind: 'value', type: 'string', values }] as const
    }),
  )
}

/** Returns the type that conditions see in a column; dates and instants are texts. */
function operandType(field: FieldDefinition | undefined): OperandType {
  switch (field?.type) {
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
    default:
      return 'string'
  }
}

function checkNumbers(design: SamplingDesign, faults: DocumentFaults): void {
  const { minimumTotal = 0, maximumTotal, allocation } = design
  if (maximumTotal !== undefined && maximumTotal < minimumTotal)
    faults.add('document/range', design, ['maximumTotal'], {
      expected: `>= ${minimumTotal}`,
      received: String(maximumTotal),
    })
  if (!allocation) return
  const needs = {
    proportional: [],
    equal: [],
    neyman: ['deviations'],
    cost: ['deviations', 'costs'],
  } as const
  const needed: readonly string[] = needs[allocation.method]
  for (const key of ['deviations', 'costs'] as const) {
    if (needed.includes(key) && allocation[key] === undefined && !faults.leftOut.has(key))
      faults.add('document/missing-key', allocation, [key], { expected: '{stratum key: number}' })
    if (!needed.includes(key) && allocation[key] !== undefined)
      faults.add('sampling/unused-allocation', allocation, [key], {
        at: 'key',
        received: excerptOf(key),
        details: { method: allocation.method },
      })
  }
  for (const [key, cost] of Object.entries(allocation.costs ?? {}))
    if (cost === 0) faults.add('document/range', allocation, ['costs', key], { expected: '> 0', received: '0' })
}
