import type { Finding } from '../finding.js'
import { labelValues } from '../policy/labels.js'

/** Returns the labels in which all findings agree. A finding with several tags has no tag in common with others. */
export function commonLabels(findings: readonly Finding[]): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {}
  const [first] = findings
  if (!first) return labels
  const facts = Object.keys(first.facts ?? {})
  for (const label of ['agent', 'team', 'businessType', 'item', 'tag', ...facts]) {
    const [value, another] = labelValues(first, label)
    if (value === undefined || another !== undefined) continue
    const agree = findings.every((finding) => {
      const values = labelValues(finding, label)
      return values.length === 1 && values[0] === value
    })
    if (agree) labels[label] = value
  }
  if (findings.every(({ kind }) => kind === first.kind)) labels.kind = first.kind
  return labels
}
