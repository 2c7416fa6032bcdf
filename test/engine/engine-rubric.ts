import { type Issue, isCallgradeError } from '../../src/issues/index.js'
import type { Rubric } from '../../src/rubric/index.js'

/** A rubric whose rules a test brings along. */
export function rubricWith(parts: Readonly<Record<string, unknown>>): Rubric {
  const rubric = {
    format: 'callgrade/rubric@1',
    id: 'support',
    version: '1',
    title: 'Support',
    businessTypes: [{ id: 'sales' }, { id: 'care' }],
    facts: {
      csat: { type: 'number' },
      floor: { type: 'number' },
      queueSeconds: { type: 'number' },
      customer: { type: 'object' },
    },
    sections: [
      {
        id: 'opening',
        items: [
          { id: 'greeting', kind: 'yes-no' },
          { id: 'probing', kind: 'deduction', base: 5, faults: [{ id: 'missed', points: 1 }] },
        ],
      },
    ],
    result: { passMark: 60 },
    ...parts,
  }
  // Some tests bring rules that are none.
  return rubric as unknown as Rubric
}

export const csatBelow = (value: unknown) => ({ all: [{ fact: 'csat', operator: 'lessThan', value }] })

export function gate(id: string, when: unknown) {
  return { id, when, effects: [{ kind: 'cap', maximum: 59 }] }
}

/** The faults that the work refuses its input for. */
export function issuesOf(work: () => unknown): readonly Issue[] {
  try {
    work()
  } catch (error) {
    if (isCallgradeError(error)) return error.issues
    throw error
  }
  return []
}
