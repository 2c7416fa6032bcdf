/** What labels of a group are taken from: a finding or an exposure. */
export interface LabelSource {
  readonly callId?: string
  readonly agentId?: string
  readonly teamId?: string
  readonly businessType?: string
  readonly item?: string
  readonly tags?: readonly string[]
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Labels that groups are made of, besides the facts of a policy. */
export const BUILT_IN_LABELS = ['call', 'agent', 'team', 'item', 'tag', 'businessType'] as const

/** Labels that say whom or which call it is about; the others say what. */
const SUBJECTS: ReadonlySet<string> = new Set(['call', 'agent', 'team'])

/** Whether the label says whom or which call a group is about. */
export function isSubject(label: string): boolean {
  return SUBJECTS.has(label)
}

/**
 * The values of one label: several for tags, none where it is missing.
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

/** The groups that a source belongs to, each as its values in the order of `labels`; or the label that is missing. */
export function groupsOf(
  source: LabelSource,
  labels: readonly string[],
): { readonly groups: readonly (readonly string[])[] } | { readonly missing: string } {
  let groups: readonly (readonly string[])[] = [[]]
  for (const label of labels) {
    const values = labelValues(source, label)
    if (values.length === 0) return { missing: label }
    const [only] = values
    groups =
      values.length === 1 && only !== undefined
        ? groups.map((group) => [...group, only])
        : groups.flatMap((group) => values.map((value) => [...group, value]))
  }
  return { groups }
}

/** One text for the values of a group; two groups never share it. */
export function groupKey(values: readonly string[]): string {
  let key = ''
  for (const value of values) key += `${value.length}:${value}`
  return key
}

/**
 * The name under which an alert is known in every run.
 * @example
 * fingerprintOf('p', 'repeat', { item: 'greeting', agent: 'A/7' }) //=> 'p/repeat/agent=A%2F7/item=greeting'
 */
export function fingerprintOf(policy: string, rule: string, group: Readonly<Record<string, string>>): string {
  const labels = Object.keys(group)
    .sort()
    .map((label) => `${escaped(label)}=${escaped(group[label] ?? '')}`)
  return [policy, rule, ...labels].join('/')
}

function escaped(text: string): string {
  return text.replace(/[%/=]/g, encodeURIComponent)
}
