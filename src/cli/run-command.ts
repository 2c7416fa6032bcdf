import { parseArgs } from 'node:util'
import type { Language } from '../issues/index.js'
import { nearestName } from '../issues/nearest-name.js'
import { alertsCommand } from './commands/alerts.js'
import { calibrateCommand } from './commands/calibrate.js'
import { certifyCommand } from './commands/certify.js'
import { checkCommand } from './commands/check.js'
import { diffCommand } from './commands/diff.js'
import { dueCommand } from './commands/due.js'
import { estimateCommand } from './commands/estimate.js'
import { initCommand } from './commands/init.js'
import { planCommand } from './commands/plan.js'
import { reviewCommand } from './commands/review.js'
import { sampleCommand } from './commands/sample.js'
import { schemaCommand } from './commands/schema.js'
import { scoreCommand } from './commands/score.js'
import { trackCommand } from './commands/track.js'
import { verifyCommand } from './commands/verify.js'
import {
  BadEncoding,
  ClosedOutput,
  type CommandContext,
  type Console,
  ENCODINGS,
  EXIT,
  type ExitCode,
  WrongUse,
} from './console.js'
import { type AlertOptions, alertOptions } from './input/alert-options.js'
import { type SamplingOptions, samplingOptions } from './input/sampling-options.js'
import { alertWordsOf } from './words/alerts.js'
import { samplingWordsOf } from './words/sampling.js'
import { usageText, wordsOf } from './words/usage.js'

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  lang: { type: 'string' },
  encoding: { type: 'string' },
  rubric: { type: 'string', multiple: true },
  explain: { type: 'boolean' },
  strict: { type: 'boolean' },
  from: { type: 'string' },
  bom: { type: 'boolean' },
  reference: { type: 'string' },
  interchangeable: { type: 'boolean' },
  session: { type: 'string', multiple: true },
  tolerance: { type: 'string' },
  evaluations: { type: 'string' },
  design: { type: 'string' },
  seed: { type: 'string' },
  'seed-fixed-at': { type: 'string' },
  manifest: { type: 'string' },
  format: { type: 'string' },
  'bad-rows': { type: 'string' },
  'assume-unique': { type: 'boolean' },
  total: { type: 'string' },
  raters: { type: 'string' },
  'calls-per-day': { type: 'string' },
  days: { type: 'string' },
  grow: { type: 'string' },
  replace: { type: 'string', multiple: true },
  force: { type: 'boolean' },
  missing: { type: 'string' },
  'single-call': { type: 'string' },
  'confidence-percent': { type: 'string' },
  maximum: { type: 'string' },
  policy: { type: 'string' },
  calendar: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  findings: { type: 'string' },
  exposures: { type: 'string' },
  scores: { type: 'string' },
  events: { type: 'string' },
  state: { type: 'string' },
  by: { type: 'string', multiple: true },
  within: { type: 'string' },
  alert: { type: 'string' },
  episode: { type: 'string' },
  event: { type: 'string' },
  at: { type: 'string' },
  note: { type: 'string' },
  'assign-to': { type: 'string', multiple: true },
} as const

/** Options that a command takes besides the general ones. */
const COMMANDS: Readonly<Record<string, readonly (keyof typeof OPTIONS)[]>> = {
  check: ['strict', 'format'],
  init: ['from'],
  score: ['rubric', 'explain', 'format', 'bom'],
  plan: ['design', 'format', 'bad-rows', 'assume-unique', 'total', 'raters', 'calls-per-day', 'days', 'grow'],
  sample: [
    'design',
    'seed',
    'seed-fixed-at',
    'manifest',
    'format',
    'bad-rows',
    'assume-unique',
    'total',
    'raters',
    'calls-per-day',
    'days',
    'grow',
    'replace',
    'force',
  ],
  verify: ['manifest', 'design', 'format'],
  estimate: ['manifest', 'format', 'missing', 'single-call', 'confidence-percent', 'maximum'],
  alerts: [
    'policy',
    'calendar',
    'as-of',
    'findings',
    'exposures',
    'scores',
    'rubric',
    'events',
    'state',
    'by',
    'format',
  ],
  due: ['policy', 'calendar', 'as-of', 'state', 'within', 'format'],
  track: [
    'policy',
    'calendar',
    'as-of',
    'state',
    'format',
    'alert',
    'episode',
    'event',
    'at',
    'by',
    'note',
    'assign-to',
  ],
  calibrate: ['rubric', 'reference', 'interchangeable', 'seed', 'format'],
  certify: ['session', 'tolerance', 'format'],
  review: ['rubric', 'policy', 'calendar', 'evaluations', 'as-of', 'format'],
  diff: ['evaluations', 'format'],
  schema: [],
}
const SAMPLING_COMMANDS: Readonly<
  Record<string, (files: readonly string[], options: SamplingOptions, context: CommandContext) => Promise<ExitCode>>
> = { plan: planCommand, sample: sampleCommand, verify: verifyCommand, estimate: estimateCommand }
const ALERT_COMMANDS: Readonly<
  Record<string, (files: readonly string[], options: AlertOptions, context: CommandContext) => Promise<ExitCode>>
> = { alerts: alertsCommand, due: dueCommand, track: trackCommand }
const GENERAL_OPTIONS: readonly (keyof typeof OPTIONS)[] = ['help', 'version', 'lang', 'encoding']

/**
 * Runs the command line. Never throws for anything a user did.
 * @param words - the arguments behind the program's name
 * @returns the exit code
 */
export async function runCommand(words: readonly string[], console: Console, version: string): Promise<ExitCode> {
  let language = languageOf(console.environment)
  try {
    const { values, positionals } = parseWords(words)
    if (values.lang !== undefined) language = parseLanguage(values.lang, language)
    const [command, ...rest] = positionals
    if (values.version) {
      await console.write(`${version}\n`)
      return EXIT.fine
    }
    if (values.help) {
      await console.write(`${usageText(language)}\n`)
      return EXIT.fine
    }
    if (command === undefined) throw new WrongUse(wordsOf(language).noCommand)
    const allowed = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
    if (!allowed)
      throw new WrongUse(wordsOf(language).unknownCommand(command, nearestName(command, Object.keys(COMMANDS))))
    for (const name of Object.keys(values) as (keyof typeof OPTIONS)[]) {
      if (!GENERAL_OPTIONS.includes(name) && !allowed.includes(name))
        throw new WrongUse(wordsOf(language).otherOption(command, `--${name}`))
    }
    const encoding = ENCODINGS.find(
      (known) => known === (values.encoding ?? 'utf-8').toLowerCase().replace('utf8', 'utf-8'),
    )
    if (!encoding) throw new WrongUse(wordsOf(language).unknownEncoding(values.encoding ?? ''))
    const context: CommandContext = { console, language, encoding }
    if (command === 'check')
      return await checkCommand(rest, { isStrict: values.strict ?? false, format: values.format }, context)
    if (command === 'calibrate' || command === 'certify' || command === 'review' || command === 'diff')
      return await calibrationCommand(command, rest, values, context)
    if (command === 'init') return await initCommand(rest, { from: values.from }, context)
    if (command === 'score') {
      const { rubric: rubrics = [], explain: isExplained = false, format, bom: hasByteOrderMark = false } = values
      return await scoreCommand(rest, { rubrics, isExplained, format, hasByteOrderMark }, context)
    }
    const sampling = SAMPLING_COMMANDS[command]
    if (sampling) return await sampling(rest, samplingOptions(command, values, samplingWordsOf(language)), context)
    const alerts = ALERT_COMMANDS[command]
    if (alerts) return await alerts(rest, alertOptions(command, values, alertWordsOf(language)), context)
    return await schemaCommand(rest, context)
  } catch (error) {
    if (error instanceof ClosedOutput) return EXIT.fine
    if (error instanceof BadEncoding) {
      console.writeError(`${error.message}\n`)
      return EXIT.faults
    }
    if (error instanceof WrongUse || isParseArgsError(error)) {
      console.writeError(`${error.message}\n${wordsOf(language).seeHelp}\n`)
      return EXIT.wrongUse
    }
    throw error
  }
}

async function calibrationCommand(
  command: 'calibrate' | 'certify' | 'review' | 'diff',
  files: readonly string[],
  values: ReturnType<typeof parseWords>['values'],
  context: CommandContext,
): Promise<ExitCode> {
  const { rubric: [rubric] = [], format, evaluations } = values
  switch (command) {
    case 'calibrate': {
      const { reference, interchangeable: areInterchangeable = false, seed } = values
      return calibrateCommand(files, { rubric, reference, areInterchangeable, seed, format }, context)
    }
    case 'certify':
      return certifyCommand(files, { sessions: values.session ?? [], tolerance: values.tolerance, format }, context)
    case 'review': {
      const { policy, calendar: calendars = [], 'as-of': asOf } = values
      return reviewCommand(files, { rubric, policy, calendars, evaluations, asOf, format }, context)
    }
    case 'diff':
      return diffCommand(files, { evaluations, format }, context)
  }
}

function parseWords(words: readonly string[]) {
  return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true })
}

function isParseArgsError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS')
  )
}

function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Console['environment']): Language {
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh-CN' : 'en'
}

function parseLanguage(name: string, language: Language): Language {
  if (/^en\b/i.test(name)) return 'en'
  if (/^zh\b/i.test(name)) return 'zh-CN'
  throw new WrongUse(wordsOf(language).unknownLanguage(name))
}
