import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { MAXIMUM_ISSUES } from './maximum-issues.js'
import { copyPlain, type PlainCopy, takePlain } from './plain-copy.js'
import { readQuickly } from './read-quickly.js'
import { reasonOf } from './reason-of.js'
import { scanText } from './scan-text.js'
import { type SizeLimits, WRITTEN_BY_PEOPLE } from './size-limits.js'
import type { SourceDocument } from './source-document.js'
import { syntaxFaults } from './syntax-faults.js'
import { TextPlaces } from './text-places.js'

/**
 * Reads a JSON text, or takes a value as if it were one. Never throws; every fault is an issue.
 * Repairs what can be repaired in place (full-width punctuation, comments, trailing commas) and reads on, so that the
 * faults behind it are reported in the same pass; the document is rejected anyway.
 */
export function readDocument(input: unknown, limits: SizeLimits = WRITTEN_BY_PEOPLE): SourceDocument {
  return typeof input === 'string' ? readText(input, limits) : readValue(input, limits)
}

const NO_ISSUES: readonly Issue[] = Object.freeze([])
const NOTHING_REPORTED = (): boolean => false

function readValue(input: unknown, limits: SizeLimits): SourceDocument {
  const issue = (draft: IssueDraft): Issue => issueOf(draft, undefined)
  const rename = (): void => {}
  try {
    const copy = copyPlain(input, limits.values)
    const issues = copy.drafts.map(issue)
    return { value: readableOf(copy), issues, issue, rename, isReported: isReportedBy(copy.unreadable) }
  } catch (error) {
    // A getter or proxy of the caller's own threw.
    const draft: IssueDraft = { code: 'document/not-plain', path: [], expected: 'object', received: reasonOf(error) }
    return { value: undefined, issues: [issue(draft)], issue, rename, isReported: NOTHING_REPORTED }
  }
}

/** Returns the copied value, or undefined where it is not worth looking at further. */
function readableOf({ value, isCutOff, unreadable }: PlainCopy): unknown {
  return isCutOff || unreadable.has('[]') ? undefined : value
}

function isReportedBy(unreadable: ReadonlySet<string>): SourceDocument['isReported'] {
  if (unreadable.size === 0) return NOTHING_REPORTED
  return (path) => unreadable.has(JSON.stringify(path))
}

function readText(input: string, limits: SizeLimits): SourceDocument {
  // A byte-order mark is ignored; offsets count from behind it.
  const text = input.charCodeAt(0) === 0xfeff ? input.slice(1) : input
  const quick = readQuickly(text, limits)
  if (quick) return placedIn(new TextPlaces(text), quick, NO_ISSUES)
  const refusal = refusalOf(text, limits)
  if (refusal) {
    const places = new TextPlaces(text)
    return placedIn(places, undefined, [issueOf(refusal, places.of(refusal))])
  }

  const scan = scanText(text)
  const isTooDeep = scan.faults.some(({ code }) => code === 'document/too-deep')
  const places = new TextPlaces(scan.repaired, isTooDeep)
  const issues = scan.faults.map((fault) => places.issueOf(fault))
  if (!scan.readable) return placedIn(places, undefined, issues)

  let parsed: unknown
  try {
    parsed = JSON.parse(scan.repaired)
  } catch {
    const faults = syntaxFaults(scan.repaired).map((fault) => places.issueOf(fault))
    return placedIn(places, undefined, [...issues, ...faults].slice(0, MAXIMUM_ISSUES))
  }
  const copy =
    (scan.faults.length === 0 ? takePlain(parsed, limits.values) : undefined) ?? copyPlain(parsed, limits.values)
  // The scan has already reported the numbers that no double holds, with their places.
  const drafts = copy.drafts.filter(({ code }) => code !== 'document/not-plain')
  issues.push(...drafts.map((draft) => issueOf(draft, places.of(draft))))
  // The parser keeps the last of two equal keys, so the value has fewer keys than the text has colons.
  if (copy.keys < scan.colons) issues.push(...places.duplicateKeys())
  return placedIn(places, readableOf(copy), issues.slice(0, MAXIMUM_ISSUES), isReportedBy(copy.unreadable))
}

/** Finds the reason why a text is not even scanned. */
function refusalOf(text: string, limits: SizeLimits): IssueDraft | undefined {
  if (text.length > limits.characters)
    return {
      code: 'document/too-large',
      path: [],
      expected: `<= ${limits.characters}`,
      received: String(text.length),
      details: { maximum: limits.characters },
    }
  const first = text.trimStart()
  if (/^["{[“｛［＂/]/u.test(first)) return undefined
  const received = first === '' ? 'nothing' : excerptOf(first.slice(0, 20))
  return { code: 'document/not-json', path: [], expected: '{', received }
}

/** Makes the document of a value that was read from a text. */
function placedIn(
  places: TextPlaces,
  value: unknown,
  issues: readonly Issue[],
  isReported: SourceDocument['isReported'] = NOTHING_REPORTED,
): SourceDocument {
  return {
    value,
    issues,
    issue: (draft) => issueOf(draft, places.of(draft)),
    rename: (path, written) => places.rename(path, written),
    isReported,
  }
}
