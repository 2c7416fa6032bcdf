/** A finding or an exposure, as far as labels are taken from it. */
export interface LabelSource {
  readonly callId?: string
  readonly agentId?: string
  readonly teamId?: string
  readonly businessType?: string
  readonly item?: string
  readonly tags?: readonly string[]
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Labels that groups are made of, in addition to the facts of a policy. */
export const BUILT_IN_LABELS = ['call', 'agent', 'team', 'item', 'tag', 'businessType'] as const

/** Labels of whom or which call a group is about; the others say what it is about. */
const SUBJECTS: ReadonlySet<string> = new Set(['call', 'agent', 'team'])

/** Returns whether the label says whom or which call a group is about. */
export function isSubject(label: string): boolean {
  return SUBJECTS.has(label)
}

/**
 * Returns the values of one label: several for tags, none where it is missing.
 * @param label - `call`, `agent`, `team`, `item`, `tag`, `businessType` or the id of a fact
 */
export function labelValues(source: LabelSource, label: string): readonly string[] {
  switch (label) {
    case 'call':
      return listOf(source.callId)
    case 'agent':
      return listOf(source.agentId)
    case 'team':
      return listOf(source.teamId)
    case 'item':
      return listOf(source.item)
    case 'businessType':
      return listOf(source.businessType)
    case 'tag':
      return source.tags ?? []
    default: {
      const value = source.facts && Object.hasOwn(source.facts, label) ? source.facts[label] : undefined
      const isLabel = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      return isLabel ? [String(value)] : []
    }
  }
}

function listOf(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value]
}
