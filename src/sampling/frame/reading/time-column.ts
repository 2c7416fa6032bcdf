import type { SamplingDesign } from '../../design/sampling-design.js'

/**
 * Returns the name of the column with the time of a call: the one with the role `time`, else the only column of
 * instants.
 */
export function timeColumn({ fields }: SamplingDesign): string | undefined {
  const all = Object.entries(fields)
  const instants = all.filter(([, { type }]) => type === 'instant')
  const [name] = all.find(([, { role }]) => role === 'time') ?? (instants.length === 1 ? instants[0] : undefined) ?? []
  return name
}
