import { excerptOf } from '../issues/excerpt-of.js'
import type { Issue, PathSegment, Result } from '../issues/issue.js'
import type { IssueDraft } from '../issues/issue-draft.js'
import { issueOf } from '../issues/issue-of.js'
import { failureOf } from '../issues/throw-issues.js'
import { unknownName } from '../issues/unknown-name.js'
import { MAXIMUM_ISSUES } from './reading/maximum-issues.js'
import type { AnyField, FieldValue, RecordField } from './record-fields.js'

/** Fields of a record by name, in the order in which issues list them. */
export type RecordFields = Readonly<Record<string, AnyField>>

/** A record whose values fit its fields. */
export type RecordOf<Fields extends RecordFields> = {
  readonly [Name in keyof Fields as Fields[Name]['isRequired'] extends true ? Name : never]: FieldValue<Fields[Name]>
} & {
  readonly [Name in keyof Fields as Fields[Name]['isRequired'] extends true ? never : Name]?: FieldValue<Fields[Name]>
}

/** The fields that a hand-written type of records needs: `satisfies FieldsOf<Finding>` reports a missing one. */
export type FieldsOf<Shape> = {
  readonly [Name in keyof Shape]-?: undefined extends Shape[Name]
    ? { readonly isRequired: false }
    : { readonly isRequired: true }
}

/** Settings of `recordChecker`. */
export interface RecordCheckerOptions {
  /**
   * Whether keys that no field names are faults. `ignored` is for records that programs pass on with keys of their own.
   * @defaultValue refused
   */
  readonly unknownKeys?: 'refused' | 'ignored'
  /** Faults between fields. Runs on every object, whatever is wrong with its fields. */
  readonly together?: (record: Readonly<Record<string, unknown>>) => readonly IssueDraft[]
}

/** Checks records of one kind that other programs send. */
export interface RecordChecker<Value> {
  /** Faults of one record, in the order of its unknown keys, then of its fields. Paths begin within the record. */
  readonly faultsOf: (record: unknown) => readonly IssueDraft[]
  /**
   * Faults of a list of records, up to the number that is reported of a document.
   * @param path - of the list; the record's index follows
   */
  readonly issuesOf: (records: readonly unknown[], path: readonly PathSegment[]) => readonly Issue[]
  /** Returns the records with their type, or their faults. */
  readonly check: (records: readonly unknown[], path: readonly PathSegment[]) => Result<readonly Value[]>
}

/**
 * Makes the checker of one kind of record.
 * Codes: `document/type` (no object, or a value of another type), `document/unknown-key` with the nearest name,
 * `document/missing-key`, and those of the fields.
 * @param fields - by name; their order is that of the issues, and of the names in `expected`
 * @example
 * const calls = recordChecker({ callId: textField(), score: optionalField(numberField({ minimum: 0 })) })
 * calls.issuesOf([{ callId: 'c1' }, { callid: 'c2' }], ['calls']).map(({ code, path }) => [code, path.join('.')])
 * //=> [['document/unknown-key', 'calls.1.callid'], ['document/missing-key', 'calls.1.callId']]
 */
export function recordChecker<const Fields extends RecordFields>(
  fields: Fields,
  { unknownKeys = 'refused', together }: RecordCheckerOptions = {},
): RecordChecker<RecordOf<Fields>> {
  const known: ReadonlyMap<string, AnyField> = new Map(Object.entries(fields))
  const entries = [...known]

  const faultsOf = (record: unknown): readonly IssueDraft[] => {
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      return [{ code: 'document/type', path: [], expected: 'object', received: excerptOf(record) }]
    // Checked: an object that is no list has values by name.
    const values = record as Readonly<Record<string, unknown>>
    const faults: IssueDraft[] = []
    if (unknownKeys === 'refused')
      for (const key of Object.keys(values))
        if (!known.has(key))
          faults.push(unknownName({ code: 'document/unknown-key', path: [key], name: key, known: known.keys() }))
    for (const [name, field] of entries) {
      const value = values[name]
      if (value === undefined) {
        if (field.isRequired) faults.push({ code: 'document/missing-key', path: [name], expected: field.expected })
        continue
      }
      const found = field.faultsOf(value)
      if (found) for (const fault of found) faults.push({ ...fault, path: [name, ...fault.path] })
    }
    if (together) faults.push(...together(values))
    return faults
  }

  const issuesOf = (records: readonly unknown[], path: readonly PathSegment[]): readonly Issue[] => {
    const issues: Issue[] = []
    for (let index = 0; index < records.length && issues.length < MAXIMUM_ISSUES; index++)
      for (const fault of faultsOf(records[index]))
        if (issues.length < MAXIMUM_ISSUES)
          issues.push(issueOf({ ...fault, path: [...path, index, ...fault.path] }, undefined))
    return issues
  }

  return {
    faultsOf,
    issuesOf,
    check: (records, path) =>
      // Checked: records without faults have the type of their fields.
      failureOf(issuesOf(records, path)) ?? { success: true, data: records as readonly RecordOf<Fields>[] },
  }
}

/** A record within a record. Codes: those of its checker. */
export function recordField<Value>({ faultsOf }: RecordChecker<Value>): RecordField<Value, true> {
  return {
    isRequired: true,
    expected: 'object',
    faultsOf: (value) => {
      const faults = faultsOf(value)
      return faults.length > 0 ? faults : undefined
    },
  }
}
