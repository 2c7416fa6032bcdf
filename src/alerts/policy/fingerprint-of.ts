/**
 * Returns the name of an alert, the same in every run.
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
