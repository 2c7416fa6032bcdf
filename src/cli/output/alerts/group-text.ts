import type { PolicyTitles } from './policy-titles.js'

/** A group for people, such as `team=T2 item=greeting`. */
export function groupText(group: Readonly<Record<string, string>>, titles: PolicyTitles): string {
  return Object.entries(group)
    .map(([label, value]) => `${titles.label(label)}=${titles.labelValue(label, value)}`)
    .join(' ')
}
