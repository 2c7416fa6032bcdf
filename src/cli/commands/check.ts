import { lintAlertPolicy, safeParseAlertPolicy } from '../../alerts/index.js'
import { safeParseCalendar } from '../../calendar/index.js'
import { localDates } from '../../documents/time/instant.js'
import type { Issue, Result } from '../../issues/index.js'
import { lintRubric, parseRubric, safeParseRubric } from '../../rubric/index.js'
import { safeParseManifest, safeParseSamplingDesign } from '../../sampling/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { githubLine, issueLine, issueWithMessage } from '../faults/issue-lines.js'
import { readText } from '../input/read-text.js'
import { type DocumentKindName, wordsOf } from '../words/usage.js'

const FORMATS = ['text', 'json', 'github'] as const

/** `callgrade check FILE...` */
export async function checkCommand(
  files: readonly string[],
  options: { readonly isStrict: boolean; readonly format: string | undefined },
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = wordsOf(language)
  if (files.length === 0) throw new WrongUse(words.noFiles)
  const format = FORMATS.find((known) => known === (options.format ?? 'text'))
  if (!format) throw new WrongUse(words.unknownFormat(options.format ?? '', FORMATS.join(', ')))
  let exit: ExitCode = EXIT.fine
  const reports: object[] = []
  for (const file of files) {
    const text = await readText(file, context)
    const kind = kindOf(text)
    const result = PARSERS[kind](text)
    const issues = result.success ? (LINTERS[kind]?.(text, console.wallClock()) ?? []) : result.issues
    const isFaulty = issues.some(({ severity }) => options.isStrict || severity === 'error')
    if (isFaulty) exit = EXIT.faults
    if (format === 'json') {
      const named = result.success ? { id: result.data.id, version: result.data.version } : {}
      const told = issues.map((issue) => issueWithMessage(issue, language))
      reports.push({ file, ok: !isFaulty, kind, ...named, issues: told })
      continue
    }
    const lineOf = format === 'github' ? githubLine : issueLine
    for (const issue of issues) await console.write(`${lineOf(file, issue, language)}\n`)
    if (result.success && !isFaulty && format === 'text')
      await console.write(`${words.sound(file, kind, result.data.id, result.data.version)}\n`)
  }
  if (format === 'json') await console.write(`${JSON.stringify(reports, null, 2)}\n`)
  return exit
}

const PARSERS: Readonly<
  Record<DocumentKindName, (text: string) => Result<{ readonly id: string; readonly version: string }>>
> = {
  rubric: safeParseRubric,
  'sampling-design': safeParseSamplingDesign,
  manifest: safeParseManifest,
  calendar: safeParseCalendar,
  'alert-policy': safeParseAlertPolicy,
}

/** What is legal and still worth a look, of a sound document at an instant. */
const LINTERS: Readonly<Partial<Record<DocumentKindName, (text: string, now: number) => readonly Issue[]>>> = {
  rubric: (text, now) => lintRubric(text, { today: localDates(parseRubric(text).timeZone ?? 'UTC')(now) }),
  'alert-policy': lintAlertPolicy,
}

/** By what the text says of its format, however faulty the rest is; a rubric where it says nothing known. */
function kindOf(text: string): DocumentKindName {
  const [, name] = /["“＂]format["”＂]\s*[:：]\s*["“＂]callgrade\/([a-z-]+)@/.exec(text) ?? []
  return name !== undefined && isKindName(name) ? name : 'rubric'
}

function isKindName(name: string): name is DocumentKindName {
  return Object.hasOwn(PARSERS, name)
}
