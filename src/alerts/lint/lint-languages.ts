import { excerptOf, type IssueDraft } from '../../documents/issue-draft.js'
import type { PathSegment } from '../../issues/issue.js'
import type { AlertPolicy } from '../alert-policy.js'

type Path = readonly PathSegment[]

/** Keys whose values are texts for people. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['title', 'note', 'description'])

/** Texts in one language where others are in both. */
export function lintLanguages(policy: AlertPolicy): readonly IssueDraft[] {
  const texts: { readonly path: Path; readonly text: unknown }[] = []
  collectTexts(policy, [], texts)
  if (!texts.some(({ text }) => missingLanguage(text) === undefined)) return []
  return texts.flatMap(({ path, text }): readonly IssueDraft[] => {
    const missing = missingLanguage(text)
    return missing === undefined
      ? []
      : [{ code: 'alerts/one-language', path, expected: missing, received: excerptOf(text) }]
  })
}

function collectTexts(value: unknown, path: Path, texts: { readonly path: Path; readonly text: unknown }[]): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    // A fact or level may be called like a text; its value is then none.
    if (TEXT_KEYS.has(key) && isText(member)) texts.push({ path: at, text: member })
    else collectTexts(member, at, texts)
  }
}

function isText(value: unknown): boolean {
  return (
    typeof value === 'string' || (typeof value === 'object' && value !== null && ('en' in value || 'zh-CN' in value))
  )
}

/** Empty where a text is in no language that it names. */
function missingLanguage(text: unknown): 'en' | 'zh-CN' | '' | undefined {
  if (typeof text !== 'object' || text === null) return ''
  if (!('en' in text)) return 'en'
  return 'zh-CN' in text ? undefined : 'zh-CN'
}
