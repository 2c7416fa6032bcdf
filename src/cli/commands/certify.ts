import { type Certification, certify } from '../../calibration/index.js'
import { isCallgradeError } from '../../issues/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { readCertified, tellIssues } from '../input/read-ratings.js'
import { percentText } from '../output/table.js'
import { type CalibrationWords, calibrationWordsOf } from '../words/calibration.js'

const FORMATS = ['text', 'json']

/** Options of the command as given. */
export interface CertifyOptions {
  readonly sessions: readonly string[]
  readonly tolerance: string | undefined
  readonly format: string | undefined
}

/** `callgrade certify CALLS`: exit 0 where every rater is certified, 1 where one is not. */
export async function certifyCommand(
  files: readonly string[],
  options: CertifyOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = calibrationWordsOf(language)
  const [file] = files
  if (file === undefined || files.length > 1) throw new WrongUse(words.oneFile)
  const { format = 'text', sessions } = options
  if (!FORMATS.includes(format)) throw new WrongUse(words.format(format, FORMATS.join(', ')))
  const tolerance = options.tolerance === undefined ? undefined : Number(options.tolerance)
  if (tolerance !== undefined && !(tolerance >= 0)) throw new WrongUse(words.needs('--tolerance N (>= 0)'))
  const raters = await readCertified(file, context)
  if (!raters) return EXIT.faults
  const results: (Certification & { readonly raterId: string })[] = []
  let areSound = true
  for (const [raterId, calls] of raters) {
    try {
      const rule = { sessions, ...(tolerance !== undefined && { tolerance }) }
      results.push({ raterId, ...certify(calls, rule) })
    } catch (error) {
      if (!isCallgradeError(error)) throw error
      areSound = false
      tellIssues(raterId === '' ? file : `${file} ${raterId}`, error.issues, () => undefined, context)
    }
  }
  if (format === 'json') await console.write(`${JSON.stringify(results, null, 2)}\n`)
  else for (const result of results) await console.write(`${certificationText(result, words)}\n`)
  return areSound && results.every(({ outcome }) => outcome === 'certified') ? EXIT.fine : EXIT.faults
}

function certificationText(result: Certification & { readonly raterId: string }, words: CalibrationWords): string {
  const { raterId, outcome, calls, share, bias, vetoes, callsNeeded } = result
  return words.certified(raterId, words.outcomes[outcome], {
    calls,
    within: `${share.value.within}, ${percentText(share.value.value)} (>= ${percentText(share.value.lower)})`,
    bias: bias.value
      ? `${bias.value.value.toFixed(2)} (${bias.value.lower.toFixed(2)} .. ${bias.value.upper.toFixed(2)})`
      : '-',
    vetoes: `${vetoes.value.missed} / ${vetoes.value.reference}`,
    needed: callsNeeded === undefined ? undefined : words.needed(callsNeeded),
  })
}
