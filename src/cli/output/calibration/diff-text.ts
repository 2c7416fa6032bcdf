import type { Language } from '../../../issues/index.js'
import { type Text, textIn } from '../../../issues/text.js'
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
  const values = before === undefined && after === undefined ? '' : valuesText(before, after, language)
  // A part that ends in a full-width colon needs no space before the name.
  const subject = part.endsWith('：') ? [`${part}${name}`] : [part, name]
  return [
    `  ${words.diffKinds[kind]}${words.colon}${subject.filter((text) => text !== '').join(' ')}`,
    businessType === undefined ? '' : `(${businessType})`,
    key === undefined || key === change.part || key === id ? '' : (words.keys.get(key) ?? key),
    values,
    words.effects[effect],
  ]
    .map((text) => text.trimEnd())
    .filter((text) => text !== '')
    .join(' ')
}

/** Shows texts in the reader's language, or whole where they differ only in the other one. */
function valuesText(before: string | undefined, after: string | undefined, language: Language): string {
  const [old, now] = [inLanguage(before, language), inLanguage(after, language)]
  return old === now ? `${shortened(before)} -> ${shortened(after)}` : `${shortened(old)} -> ${shortened(now)}`
}

function inLanguage(value: string | undefined, language: Language): string | undefined {
  if (value === undefined || !/^\{"(en|zh-CN)":"/.test(value)) return value
  try {
    // A change shows a value that is no string as its JSON; the pattern above leaves texts by language.
    return textIn(JSON.parse(value) as Text, language)
  } catch {
    // A plain text that only begins like one.
    return value
  }
}

/** UTF-16 units of a value that are shown. */
const LONGEST = 60

function shortened(value: string | undefined): string {
  if (value === undefined) return '-'
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
}
