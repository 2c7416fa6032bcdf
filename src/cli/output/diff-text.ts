import type { Language } from '../../issues/index.js'
import { changeTitle, type RubricChange, type RubricDiff } from '../../rubric/index.js'
import type { CommandContext } from '../command-context.js'
import type { CalibrationWords } from '../words/calibration-words.js'

/** What changed between two versions of a rubric, a line for each change. */
export function diffText(
  diff: RubricDiff,
  { language, words: allWords }: Pick<CommandContext, 'language' | 'words'>,
): string {
  const words = allWords.calibration
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
  const text = `  ${words.diffKinds[kind]}: ${words.parts[part]} ${name}${type}${what}${values}`
  return `${text} ${words.effects[effect]}`.trimEnd()
}

/** UTF-16 units of a value that are shown. */
const LONGEST = 60

function shortened(value: string | undefined): string {
  if (value === undefined) return '-'
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
}
