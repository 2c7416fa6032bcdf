import type { Language } from '../../../issues/index.js'
import { changeTitle, type RubricChange, type RubricDiff } from '../../../rubric/index.js'
import type { CommandContext } from '../../command-context.js'
import type { CalibrationWords } from '../../words/calibration-words.js'

/** What the author of a rubric changed between two versions, a line for each change, and what follows from it. */
export function diffText(
  { before, after, changes, derived, comparability }: RubricDiff,
  { language, words: { calibration: words } }: Pick<CommandContext, 'language' | 'words'>,
): string {
  return [
    words.diffHead(`${before.id} ${before.version}`, `${after.id} ${after.version}`),
    ...changes.map((change) => changeText(change, words.parts[change.part], language, words)),
    ...(derived && derived.length > 0 ? [words.derived(derived.length)] : []),
    ...(derived ?? []).map((change) => changeText(change, words.share, language, words)),
    words.comparability[comparability],
  ].join('\n')
}

function changeText(change: RubricChange, part: string, language: Language, words: CalibrationWords): string {
  const { kind, id, key, businessType, before, after, effect } = change
  const title = changeTitle(change, language)
  // A change of the whole form, such as its result, has the name of its part as id.
  const name = id === change.part ? '' : title === id ? (words.keys.get(id) ?? id) : `${title} [${id}]`
  const values = before === undefined && after === undefined ? '' : `${shortened(before)} -> ${shortened(after)}`
  return [
    `  ${words.diffKinds[kind]}${words.colon}${part}`,
    name,
    businessType === undefined ? '' : `(${businessType})`,
    key === undefined || key === change.part || key === id ? '' : (words.keys.get(key) ?? key),
    values,
    words.effects[effect],
  ]
    .map((text) => text.trimEnd())
    .filter((text) => text !== '')
    .join(' ')
}

/** UTF-16 units of a value that are shown. */
const LONGEST = 60

function shortened(value: string | undefined): string {
  if (value === undefined) return '-'
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
}
