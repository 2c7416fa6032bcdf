import type { Issue } from '../../issues/index.js'
import {
  type FrameCounts,
  frameCounter,
  type Manifest,
  type PlanOptions,
  planSample,
  type SamplePlan,
  type SamplingDesign,
} from '../../sampling/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { issueLine } from '../faults/issue-lines.js'
import type { LineMap } from '../faults/line-map.js'
import { orFaults, printRowFaults } from '../faults/row-faults.js'
import { nodeSha256 } from '../input/node-sha256.js'
import { cellFormOf, readCalls } from '../input/read-calls.js'
import { readDesign, readManifest } from '../input/read-documents.js'
import type { SamplingOptions } from '../input/sampling-options.js'
import { planText } from '../output/plan-text.js'
import { samplingWordsOf } from '../words/sampling.js'

/** `callgrade plan --design FILE CALLS...` */
export async function planCommand(
  files: readonly string[],
  options: SamplingOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const words = samplingWordsOf(context.language)
  if (options.design === undefined) throw new WrongUse(words.noDesign)
  if (files.length === 0) throw new WrongUse(words.noCalls)
  const design = await readDesign(options.design, context)
  const planned = design && (await planFrom(files, design, options, context))
  if (!planned) return EXIT.faults
  const { plan } = planned
  const text = options.format === 'json' ? JSON.stringify(planJson(plan), null, 2) : planText(plan, context.language)
  await context.console.write(`${text}\n`)
  return EXIT.fine
}

/** A plan and what it was made from. */
export interface PlannedCalls {
  readonly plan: SamplePlan
  /** The sample that this one grows from. */
  readonly grown: Manifest | undefined
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[]
}

/** First pass: counts the calls and plans. Prints faults, and tells by undefined that there were any. */
export async function planFrom(
  files: readonly string[],
  design: SamplingDesign,
  options: SamplingOptions,
  context: CommandContext,
): Promise<PlannedCalls | undefined> {
  const grown = options.grow === undefined ? undefined : await readManifest(options.grow, context)
  if (options.grow !== undefined && !grown) return undefined
  if (grown && options.seed !== undefined && options.seed !== grown.seed)
    throw new WrongUse(samplingWordsOf(context.language).otherSeed(options.grow ?? '', grown.seed))
  const counter = frameCounter(design, {
    cells: cellFormOf(files, context.language),
    badRows: options.badRows,
    assumeUnique: options.assumeUnique,
    hash: nodeSha256,
  })
  const read = await readCalls(files, design, context, counter.add)
  if (read.issues.length > 0) {
    printRowFaults(read.issues, read.lines, context)
    return undefined
  }
  const plan = planOf(counter.counts, planOptions(options, grown), read.lines, context)
  if (!plan) return undefined
  // Among other calls those drawn before need not have the smallest keys, so that they would be lost unseen.
  if (grown && grown.frameDigest !== plan.frame.frameDigest) {
    const issue: Issue = {
      code: 'sampling/frame-digest',
      severity: 'error',
      path: ['frameDigest'],
      expected: grown.frameDigest,
      received: plan.frame.frameDigest,
    }
    context.console.writeError(`${issueLine(options.grow ?? '', issue, context.language)}\n`)
    return undefined
  }
  return { plan, inputs: read.inputs, grown }
}

function planOf(
  counts: () => FrameCounts,
  options: PlanOptions,
  lines: LineMap,
  context: CommandContext,
): SamplePlan | undefined {
  return orFaults(() => planSample(counts(), options), lines, context)
}

function planOptions({ total, budget }: SamplingOptions, grown: Manifest | undefined): PlanOptions {
  return {
    ...(total !== undefined && { total }),
    ...(budget && { budget }),
    ...(grown && { grow: grown }),
  }
}

/** The plan for programs. */
function planJson({ design, frame, ...plan }: SamplePlan): object {
  const { rows, leftOut, frameDigest, withoutAgent, assumeUnique } = frame
  return {
    design: { id: design.id, version: design.version },
    rows,
    leftOut,
    frameDigest,
    withoutAgent,
    assumeUnique,
    ...plan,
  }
}
