import { type Rescoring, rescore } from '../../calibration/index.js'
import { type Language, messageOf } from '../../issues/index.js'
import { changeTitle, diffRubrics, type RubricChange, type RubricDiff, safeParseRubric } from '../../rubric/index.js'
import type { Evaluation } from '../../scoring/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { issueWithMessage } from '../faults/issue-lines.js'
import { readSound } from '../input/read-documents.js'
import { soundRecords } from '../input/read-ratings.js'
import { tableOf } from '../output/table.js'
import { type CalibrationWords, calibrationWordsOf } from '../words/calibration.js'

const FORMATS = ['text', 'json']

/** `callgrade diff OLD NEW [--evaluations FILE]` */
export async function diffCommand(
  files: readonly string[],
  options: { readonly evaluations: string | undefined; readonly format: string | undefined },
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = calibrationWordsOf(language)
  const [before, after] = files
  if (before === undefined || after === undefined || files.length > 2) throw new WrongUse(words.twoRubrics)
  const { format = 'text' } = options
  if (!FORMATS.includes(format)) throw new WrongUse(words.format(format, FORMATS.join(', ')))
  const old = await readSound(before, safeParseRubric, context)
  const current = await readSound(after, safeParseRubric, context)
  if (!old || !current) return EXIT.faults
  const records = options.evaluations === undefined ? undefined : await soundRecords(options.evaluations, context)
  if (options.evaluations !== undefined && !records) return EXIT.faults
  const rescoring = records && rescore(records.values as Evaluation[], old, current)
  const diff = rescoring?.diff ?? diffRubrics(old, current)
  if (format === 'json') {
    const told = rescoring && {
      ...rescoring,
      notCarried: rescoring.notCarried.map(({ issues, ...rest }) => ({
        ...rest,
        line: records?.places[rest.index]?.line,
        issues: issues.map((issue) => issueWithMessage(issue, language)),
      })),
    }
    await console.write(`${JSON.stringify(told ?? { diff }, null, 2)}\n`)
    return EXIT.fine
  }
  const lineOf = (index: number): number | undefined => records?.places[index]?.line
  await console.write(`${diffText(diff, language, words)}\n`)
  if (rescoring) await console.write(`\n${impactText(rescoring, lineOf, language, words)}\n`)
  return EXIT.fine
}

function diffText(diff: RubricDiff, language: Language, words: CalibrationWords): string {
  const { before, after, changes, comparability } = diff
  const head = words.diffHead(`${before.id} ${before.version}`, `${after.id} ${after.version}`)
  return [
    head,
    ...changes.map((change) => changeText(change, language, words)),
    words.comparability[comparability],
  ].join('\n')
}

function changeText(change: RubricChange, language: Language, words: CalibrationWords): string {
  const { kind, part, id, key, businessType, before, after, effect } = change
  const title = changeTitle(change, language)
  const name = title === id ? id : `${title} [${id}]`
  const what = key === undefined || key === part ? '' : ` ${key}`
  const values = before === undefined && after === undefined ? '' : ` ${shortened(before)} -> ${shortened(after)}`
  const type = businessType === undefined ? '' : ` (${businessType})`
  const text = `  ${words.diffKinds[kind]}: ${words.parts[part] ?? part} ${name}${type}${what}${values}`
  return `${text} ${words.effects[effect]}`.trimEnd()
}

const LONGEST = 60

function shortened(value: string | undefined): string {
  if (value === undefined) return '-'
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
}

function impactText(
  { impact, notCarried, carried }: Rescoring,
  lineOf: (index: number) => number | undefined,
  language: Language,
  words: CalibrationWords,
): string {
  const rows = impact.map((one) => [
    one.businessType ?? '-',
    String(one.evaluations),
    one.meanBefore === null ? '-' : one.meanBefore.toFixed(2),
    one.meanAfter === null ? '-' : one.meanAfter.toFixed(2),
    words.moves(one.bands),
    words.moves(one.verdicts),
  ])
  const moved = carried
    .filter(({ changesBand, changesVerdict }) => changesBand || changesVerdict)
    .sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))
    .map(
      ({ evaluationId, before, after, difference }) =>
        `  ${evaluationId}: ${before.score} ${before.band ?? ''} -> ${after.score} ${after.band ?? ''} (${(difference ?? 0) > 0 ? '+' : ''}${difference ?? '-'})`,
    )
  const left = notCarried.map(({ index, evaluationId, issues }) => {
    const line = lineOf(index)
    const reasons = issues.map((issue) => `${issue.code} ${messageOf(issue, language)}`).join(' ')
    return `  ${evaluationId ?? ''}${line === undefined ? '' : ` :${line}`} ${reasons}`
  })
  return [
    ...(rows.length > 0 ? [tableOf(words.impactHeader, rows, [0, 4, 5])] : []),
    ...moved,
    ...(left.length > 0 ? [words.notCarried(left.length), ...left] : []),
  ].join('\n')
}
