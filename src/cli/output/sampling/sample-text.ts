import type { Manifest } from '../../../sampling/index.js'
import type { CommandContext } from '../../command-context.js'
import { csvText } from '../csv-text.js'

/** The calls of a sample, one a line, as CSV or JSONL. */
export function sampleText(manifest: Manifest, format: 'csv' | 'jsonl', context: CommandContext): string {
  return format === 'jsonl' ? jsonLines(manifest) : csvText(rowsOf(manifest), context)
}

/** Of each call its id, the labels of its stratum, its purpose, and the weight of a measured one. */
function rowsOf(manifest: Manifest): readonly (readonly string[])[] {
  const weights = new Map(manifest.strata.map(({ key, weight }) => [key, weight]))
  const dimensions = (manifest.design.strata ?? []).map((one) => (typeof one === 'string' ? one : one.id))
  const header = ['callId', ...dimensions, 'purpose', 'rule', 'weight']
  const rows = manifest.drawn.map(({ callId, stratum, purpose, rule = '' }) => [
    callId,
    ...(JSON.parse(stratum) as readonly string[]), // A stratum's key is the JSON of its labels.
    purpose,
    rule,
    purpose === 'measure' ? String(weights.get(stratum)) : '',
  ])
  return [header, ...rows]
}

function jsonLines(manifest: Manifest): string {
  const weights = new Map(manifest.strata.map(({ key, weight }) => [key, weight]))
  return manifest.drawn
    .map((call) => ({ ...call, ...(call.purpose === 'measure' && { weight: weights.get(call.stratum) }) }))
    .map((call) => `${JSON.stringify(call)}\n`)
    .join('')
}
