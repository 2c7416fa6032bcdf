import { lintAlertPolicy, safeParseAlertPolicy } from '../alerts/index.js'
import { safeParseCalendar } from '../calendar/index.js'
import type { Issue, Result } from '../issues/index.js'
import { safeParseRubric } from '../rubric/index.js'
import { safeParseManifest, safeParseSamplingDesign } from '../sampling/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from './console.js'
import { issueLine } from './issue-lines.js'
import { readText } from './read-text.js'
import { type DocumentKindName, wordsOf } from './usage.js'

/** `callgrade check FILE...` */
export async function checkCommand(
  files: readonly string[],
  options: { readonly isStrict: boolean },
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = wordsOf(language)
  if (files.length === 0) throw new WrongUse(words.noFiles)
  let exit: ExitCode = EXIT.fine
  for (const file of files) {
    const text = await readText(file, context)
    const kind = kindOf(text)
    const result = PARSERS[kind](text)
    const issues = result.success ? (LINTERS[kind]?.(text) ?? []) : result.issues
    for (const issue of issues) await console.write(`${issueLine(file, issue, language)}\n`)
    const isFaulty = issues.some(({ severity }) => options.isStrict || severity === 'error')
    if (isFaulty) exit = EXIT.faults
    else if (result.success) await console.write(`${words.sound(file, kind, result.data.id, result.data.version)}\n`)
  }
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

/** What is legal and still worth a look, of a sound document. */
const LINTERS: Readonly<Partial<Record<DocumentKindName, (text: string) => readonly Issue[]>>> = {
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
