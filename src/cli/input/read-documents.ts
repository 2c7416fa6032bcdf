import type { Result } from '../../issues/index.js'
import { type Manifest, type SamplingDesign, safeParseManifest, safeParseSamplingDesign } from '../../sampling/index.js'
import type { CommandContext } from '../console.js'
import { issueLine } from '../faults/issue-lines.js'
import { samplingWordsOf } from '../words/sampling.js'
import { readText } from './read-text.js'

/** Reads a design; prints its faults, and tells by undefined that there were any. */
export function readDesign(file: string, context: CommandContext): Promise<SamplingDesign | undefined> {
  return readSound(file, safeParseSamplingDesign, context)
}

/** Reads a manifest; prints its faults, and tells by undefined that there were any. */
export function readManifest(file: string, context: CommandContext): Promise<Manifest | undefined> {
  return readSound(file, safeParseManifest, context)
}

export async function readSound<T>(
  file: string,
  parse: (text: string) => Result<T>,
  context: CommandContext,
): Promise<T | undefined> {
  const { console, language } = context
  // Documents are UTF-8; `--encoding` says how data are written.
  const { data, issues = [] } = parse(await readText(file, { ...context, encoding: 'utf-8' }))
  if (data !== undefined) return data
  for (const issue of issues) console.writeError(`${issueLine(file, issue, language)}\n`)
  console.writeError(`${samplingWordsOf(language).faultyFile(file)}\n`)
  return undefined
}
