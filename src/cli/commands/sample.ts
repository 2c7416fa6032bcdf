import {
  callReplacer,
  finishDraw,
  isSeed,
  type Manifest,
  type ReplacementRequest,
  sampleDrawer,
} from '../../sampling/index.js'
import { type CommandContext, type Console, EXIT, type ExitCode, WrongUse } from '../console.js'
import { LineMap } from '../faults/line-map.js'
import { orFaults, printRowFaults } from '../faults/row-faults.js'
import { nodeSha256 } from '../input/node-sha256.js'
import { readCalls } from '../input/read-calls.js'
import { readDesign, readManifest } from '../input/read-documents.js'
import { STANDARD_INPUT } from '../input/read-text.js'
import type { SamplingOptions } from '../input/sampling-options.js'
import { csvCell } from '../output/table.js'
import { type SamplingWords, samplingWordsOf } from '../words/sampling.js'
import { planFrom } from './plan.js'

/** `callgrade sample --design FILE --seed SEED CALLS...`, and with `--replace` another call for one of a manifest. */
export async function sampleCommand(
  files: readonly string[],
  options: SamplingOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const words = samplingWordsOf(context.language)
  if (files.length === 0) throw new WrongUse(words.noCalls)
  const manifest =
    options.replacements.length > 0 ? await replaced(files, options, context) : await drawn(files, options, context)
  if (!manifest) return EXIT.faults
  if (options.manifest !== undefined) {
    const isNew = options.replacements.length === 0
    await writeManifest(options.manifest, manifest, isNew && !options.isForced, context)
  }
  await context.console.write(options.format === 'jsonl' ? jsonLines(manifest) : csvText(manifest))
  context.console.writeError(`${summaryOf(manifest, options, words).join('\n')}\n`)
  return EXIT.fine
}

async function drawn(
  files: readonly string[],
  options: SamplingOptions,
  context: CommandContext,
): Promise<Manifest | undefined> {
  const words = samplingWordsOf(context.language)
  const { seed, seedFixedAt, badRows } = options
  if (options.design === undefined) throw new WrongUse(words.noDesign)
  if (seed === undefined) throw new WrongUse(words.noSeed)
  if (!isSeed(seed)) throw new WrongUse(words.badSeed)
  if (files.includes(STANDARD_INPUT)) throw new WrongUse(words.readTwice)
  const design = await readDesign(options.design, context)
  const planned = design && (await planFrom(files, design, options, context))
  if (!planned) return undefined
  const { plan, inputs, grown } = planned
  const cells = files.some((file) => /\.(jsonl|ndjson|json)$/i.test(file)) ? 'values' : 'text'
  const drawing = { seed, cells, badRows, hash: nodeSha256 } as const
  const drawer = sampleDrawer(plan, drawing)
  const read = await readCalls(files, plan.design, context, drawer.add)
  if (read.inputs.some(({ sha256 }, index) => sha256 !== inputs[index]?.sha256)) {
    context.console.writeError(`${words.changedFile}\n`)
    return undefined
  }
  const manifest = orFaults(
    () => finishDraw([drawer.part()], { inputs, hash: nodeSha256, ...(seedFixedAt !== undefined && { seedFixedAt }) }),
    read.lines,
    context,
  )
  const before = grown?.replacements ?? []
  return manifest && before.length > 0 ? withReplacements(files, manifest, before, context) : manifest
}

async function replaced(
  files: readonly string[],
  options: SamplingOptions,
  context: CommandContext,
): Promise<Manifest | undefined> {
  const words = samplingWordsOf(context.language)
  if (options.manifest === undefined) throw new WrongUse(words.noManifest)
  const manifest = await readManifest(options.manifest, context)
  return manifest && withReplacements(files, manifest, options.replacements, context)
}

/** Reads the calls once more and puts others in the place of those that cannot be judged. */
async function withReplacements(
  files: readonly string[],
  manifest: Manifest,
  requests: readonly ReplacementRequest[],
  context: CommandContext,
): Promise<Manifest | undefined> {
  const named = new LineMap()
  for (const file of files) named.begin(file)
  const replacer = orFaults(() => callReplacer(manifest, requests, { hash: nodeSha256 }), named, context)
  if (!replacer) return undefined
  const read = await readCalls(files, manifest.design, context, replacer.add)
  if (read.issues.length > 0) {
    printRowFaults(read.issues, read.lines, context)
    return undefined
  }
  return orFaults(replacer.finish, read.lines, context)
}

async function writeManifest(
  file: string,
  manifest: Manifest,
  mayNotReplace: boolean,
  context: CommandContext,
): Promise<void> {
  const { console, language } = context
  const words = samplingWordsOf(language)
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  if (mayNotReplace) {
    const state = await stateOf(file, Buffer.from(text), context.console)
    if (state === 'same') return
    if (state === 'other') throw new WrongUse(words.otherManifest(file))
  }
  try {
    await console.replaceFile(file, text)
  } catch (error) {
    throw new WrongUse(words.unwritable(file, error instanceof Error ? error.message : String(error)))
  }
}

/** Compares bytes, so that a file in whatever encoding is kept; one that cannot be read is there nevertheless. */
async function stateOf(file: string, wanted: Buffer, { open }: Console): Promise<'absent' | 'same' | 'other'> {
  let length = 0
  try {
    for await (const chunk of open(file)) {
      if (!wanted.subarray(length, length + chunk.length).equals(chunk)) return 'other'
      length += chunk.length
    }
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'absent' : 'other'
  }
  return length === wanted.length ? 'same' : 'other'
}

function dimensionsOf({ design }: Manifest): readonly string[] {
  return (design.strata ?? []).map((dimension) => (typeof dimension === 'string' ? dimension : dimension.id))
}

/** One line a call: its id, the labels of its stratum, what it is listened to for, and the weight of measured ones. */
function csvText(manifest: Manifest): string {
  const weights = new Map(manifest.strata.map(({ key, weight }) => [key, weight]))
  const header = ['callId', ...dimensionsOf(manifest), 'purpose', 'rule', 'weight']
  const lines = manifest.drawn.map(({ callId, stratum, purpose, rule = '' }) => [
    callId,
    ...(JSON.parse(stratum) as readonly string[]),
    purpose,
    rule,
    purpose === 'measure' ? String(weights.get(stratum)) : '',
  ])
  return [header, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('')
}

function jsonLines(manifest: Manifest): string {
  const weights = new Map(manifest.strata.map(({ key, weight }) => [key, weight]))
  return manifest.drawn
    .map((call) => ({ ...call, ...(call.purpose === 'measure' && { weight: weights.get(call.stratum) }) }))
    .map((call) => `${JSON.stringify(call)}\n`)
    .join('')
}

function summaryOf(manifest: Manifest, options: SamplingOptions, words: SamplingWords): readonly string[] {
  const count = (wanted: string): number => manifest.drawn.filter(({ purpose }) => purpose === wanted).length
  return [
    words.drawn(count('measure'), count('targeted'), count('coaching')),
    ...(manifest.leftOut > 0 ? [words.leftOut(manifest.leftOut)] : []),
    ...(manifest.withoutAgent > 0 ? [words.withoutAgent(manifest.withoutAgent)] : []),
    ...manifest.agentsWithTooFew.map(({ agent, calls, minimum }) => words.tooFew(agent, calls, minimum)),
    ...replacementLines(manifest, words),
    ...(options.manifest === undefined ? [] : [words.written(options.manifest)]),
  ]
}

/** How many calls were replaced, why, and what that assumes. */
export function replacementLines({ replacements }: Manifest, words: SamplingWords): readonly string[] {
  if (replacements.length === 0) return []
  const counts = new Map<string, number>()
  for (const { reason } of replacements) {
    const title = words.replacementReasons[reason]
    counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  const reasons = [...counts].map(([title, count]) => `${title} ${count}`).join(', ')
  return [words.replaced(replacements.length, reasons), words.assumption]
}
