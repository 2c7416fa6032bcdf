import type { AlertPolicy, Duty } from '../../../alerts/index.js'
import type { Language } from '../../../issues/index.js'
import { type Text, textIn } from '../../../issues/text.js'
import type { Words } from '../../words/words.js'

/** Titles of a policy's parts in a language, by id; the id where a part has no title. */
export interface PolicyTitles {
  readonly level: (id: string) => string
  readonly rule: (id: string) => string
  readonly role: (id: string) => string
  readonly action: (id: string) => string
  readonly duty: (duty: Pick<Duty, 'level' | 'id'>) => string
  /** Kind of an event. */
  readonly event: (kind: string) => string
  /** Label of a group, and the value that it has. */
  readonly label: (label: string) => string
  readonly labelValue: (label: string, value: string) => string
}

export function policyTitles(policy: AlertPolicy, language: Language, { alerts }: Words): PolicyTitles {
  const of =
    (list: readonly { readonly id: string; readonly title?: Text }[] = []) =>
    (id: string): string => {
      const title = list.find((part) => part.id === id)?.title
      return title === undefined ? id : textIn(title, language)
    }
  const values: ReadonlyMap<string, (id: string) => string> = new Map([
    ['level', of(policy.levels)],
    ['rule', of(policy.rules)],
    ['kind', (id) => alerts.findingKinds.get(id) ?? of(policy.kinds)(id)],
  ])
  return {
    level: of(policy.levels),
    rule: of(policy.rules),
    role: of(policy.roles),
    action: of(policy.actions),
    duty: ({ level, id }) => of(policy.levels.find((one) => one.id === level)?.duties)(id),
    event: (kind) => alerts.events.get(kind) ?? kind,
    label: (label) => alerts.labels.get(label) ?? label,
    labelValue: (label, value) => values.get(label)?.(value) ?? value,
  }
}
