import {
  callReplacer,
  finishDraw,
  isSeed,
  type Manifest,
  REPLACEMENT_REASONS,
  type ReplacementRequest,
  safeParseManifest,
  safeParseSamplingDesign,
  sampleDrawer,
} from '../../sampling/index.js'
import type { CommandContext } from '../command-context.js'
import { EXIT } from '../exit-code.js'
import { LineMap } from '../faults/line-map.js'
import { orRowFaults } from '../faults/or-row-faults.js'
import { reportRowFaults } from '../faults/report-row-faults.js'
import { WrongUse } from '../faults/wrong-use.js'
import { cellFormOf } from '../input/cell-form-of.js'
import { nodeSha256 } from '../input/node-sha256.js'
import { planCalls } from '../input/plan-calls.js'
import { readCalls } from '../input/read-calls.js'
import { readDocument } from '../input/read-document.js'
import { STANDARD_INPUT } from '../input/text/standard-input.js'
import { CALLS_ARGUMENT } from '../options/calls-argument.js'
import { DESIGN_OPTION, NO_DESIGN } from '../options/design-option.js'
import { formatOption } from '../options/format-option.js'
import { MANIFEST_OPTION } from '../options/manifest-option.js'
import { NO_BOM_OPTION } from '../options/no-bom-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { FILE, INSTANT } from '../options/placeholders.js'
import { readInstant } from '../options/read-instant.js'
import { readReplacement } from '../options/read-replacement.js'
import { SIZE_OPTIONS } from '../options/size-options.js'
import { sampleSummary } from '../output/sampling/sample-summary.js'
import { sampleText } from '../output/sampling/sample-text.js'
import { writeManifest } from '../output/sampling/write-manifest.js'
import { defineCommand } from '../usage/command.js'
import type { GivenOptions } from '../usage/option-definition.js'

const OPTIONS = {
  design: DESIGN_OPTION,
  seed: {
    value: { en: 'SEED', 'zh-CN': '种子' },
    text: {
      en: 'Any text without ":"; choose it before the calls are known.',
      'zh-CN': '不含 ":" 的任意文本，应在看到通话之前选定。',
    },
  },
  'seed-fixed-at': {
    value: INSTANT,
    text: {
      en: 'When the seed was chosen, such as 2026-07-31T18:00:00+08:00; goes into the manifest.',
      'zh-CN': '选定种子的时间，例如 2026-07-31T18:00:00+08:00，记入清单。',
    },
    read: readInstant,
  },
  manifest: {
    value: FILE,
    isFile: true,
    text: {
      en: 'Writes all that is needed to draw again; another manifest there is kept, unless --force.',
      'zh-CN': '写入重新抽取所需的一切；已有另一份清单时不覆盖，除非用 --force。',
    },
  },
  force: { text: { en: 'Overwrites another manifest.', 'zh-CN': '覆盖已有的另一份清单。' } },
  replace: {
    value: { en: 'ID=REASON', 'zh-CN': '编号=原因' },
    repeats: true,
    text: {
      en: `Takes another call for one that cannot be reviewed. Reasons: ${REPLACEMENT_REASONS.join(', ')}.`,
      'zh-CN':
        '为无法测评的通话换一通。原因：no-recording 没有录音、recording-damaged 录音损坏、no-conversation 没有对话、wrong-record 记录有误、language-not-judged 语种不在评判范围、privacy 隐私原因。',
    },
    read: readReplacement,
  },
  ...SIZE_OPTIONS,
  format: formatOption(['csv', 'jsonl']),
  'no-bom': NO_BOM_OPTION,
  out: OUT_OPTION,
} as const

export const sampleCommand = defineCommand({
  arguments: [CALLS_ARGUMENT],
  options: OPTIONS,
  examples: [
    {
      line: 'callgrade sample --design design.json --seed 2026-08 --manifest manifest.json --out sample.csv calls-2026-08.csv',
      text: {
        en: 'Draws the calls to review, one a line, and keeps the manifest.',
        'zh-CN': '抽取要测评的通话，每行一通，并保存抽样清单。',
      },
    },
    {
      line: 'callgrade sample --manifest manifest.json --replace C-0815=no-recording --out sample.csv calls-2026-08.csv',
      text: {
        en: 'Takes another call for one without a recording.',
        'zh-CN': '为没有录音的通话换一通。',
      },
    },
  ],
  async run({ arguments: [files], options }, context) {
    const isReplacing = options.replace.length > 0
    const manifest = isReplacing ? await replaced(files, options, context) : await drawn(files, options, context)
    if (!manifest) return EXIT.faults
    if (options.manifest !== undefined)
      await writeManifest(options.manifest, manifest, isReplacing || options.force, context)
    await context.write(sampleText(manifest, options.format, context))
    for (const line of sampleSummary(manifest, context.words)) context.report(line)
    if (options.manifest !== undefined) context.report(context.words.faults.written(options.manifest))
    return EXIT.fine
  },
})

async function drawn(
  files: readonly string[],
  options: GivenOptions<typeof OPTIONS>,
  context: CommandContext,
): Promise<Manifest | undefined> {
  const { language, words, report } = context
  const { seed, 'seed-fixed-at': seedFixedAt, 'bad-rows': badRows } = options
  if (options.design === undefined) throw new WrongUse(NO_DESIGN[language])
  if (seed === undefined) throw new WrongUse(words.sampling.noSeed)
  if (!isSeed(seed)) throw new WrongUse(words.sampling.badSeed)
  if (files.includes(STANDARD_INPUT)) throw new WrongUse(words.sampling.readTwice)
  const design = await readDocument(options.design, safeParseSamplingDesign, context)
  const planned = design && (await planCalls(files, design, options, seed, context))
  if (!planned) return undefined
  const { plan, inputs, grown } = planned
  const drawer = sampleDrawer(plan, { seed, cells: cellFormOf(files, words), badRows, hash: nodeSha256 })
  const read = await readCalls(files, plan.design, context, drawer.add)
  if (read.inputs.some(({ sha256 }, index) => sha256 !== inputs[index]?.sha256)) {
    report(words.sampling.changedFile)
    return undefined
  }
  const manifest = orRowFaults(
    () =>
      finishDraw([drawer.finish()], { inputs, hash: nodeSha256, ...(seedFixedAt !== undefined && { seedFixedAt }) }),
    read.lines,
    context,
  )
  const before = grown?.replacements ?? []
  return manifest && before.length > 0 ? withReplacements(files, manifest, before, context) : manifest
}

async function replaced(
  files: readonly string[],
  options: GivenOptions<typeof OPTIONS>,
  context: CommandContext,
): Promise<Manifest | undefined> {
  if (options.manifest === undefined) throw new WrongUse(MANIFEST_OPTION.missing[context.language])
  const manifest = await readDocument(options.manifest, safeParseManifest, context)
  return manifest && withReplacements(files, manifest, options.replace, context)
}

/** Reads the calls once more and replaces those that cannot be reviewed. */
async function withReplacements(
  files: readonly string[],
  manifest: Manifest,
  requests: readonly ReplacementRequest[],
  context: CommandContext,
): Promise<Manifest | undefined> {
  const named = new LineMap()
  for (const file of files) named.begin(file)
  const replacer = orRowFaults(() => callReplacer(manifest, requests, { hash: nodeSha256 }), named, context)
  if (!replacer) return undefined
  const read = await readCalls(files, manifest.design, context, replacer.add)
  if (read.issues.length > 0) {
    reportRowFaults(read.issues, read.lines, context)
    return undefined
  }
  return orRowFaults(replacer.finish, read.lines, context)
}
