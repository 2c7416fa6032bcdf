import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue, PathSegment, Position } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { MAXIMUM_ISSUES, type SizeLimits, WRITTEN_BY_PEOPLE } from './limits.js'
import { copyPlain, type PlainCopy, takePlain } from './plain-copy.js'
import { readQuickly } from './read-quickly.js'
import { scanText, type TextFault } from './scan-text.js'

/** A document that was read, with its value as far as one could be made out, and a way to place further faults. */
export interface SourceDocument {
  /** A plain copy of its own; undefined when the text could not be read at all. */
  readonly value: unknown
  /** Faults of the text itself. */
  readonly issues: readonly Issue[]
  /** Whether a fault of the value at or around the path has been told with the faults of the text. */
  readonly isTold: (path: readonly PathSegment[]) => boolean
  /** Completes a draft with line and column when the document came as text. */
  readonly issue: (draft: IssueDraft) => Issue
  /** Lets later drafts use the right name of a misspelt key and still be placed at the key as written. */
  readonly rename: (path: readonly PathSegment[], written: string) => void
}

/**
 * Reads a JSON text, or takes a value as if it were one. Never throws; every fault is an issue.
 * Mends what can be mended in place (full-width punctuation, comments, trailing commas) and reads on, so that the
 * faults behind it are told in the same pass; the document is refused all the same.
 */
export function readDocument(input: unknown, limits: SizeLimits = WRITTEN_BY_PEOPLE): SourceDocument {
  return typeof input === 'string' ? readText(input, limits) : readValue(input, limits)
}

function readValue(input: unknown, limits: SizeLimits): SourceDocument {
  const issue = (draft: IssueDraft): Issue => issueOf(draft, undefined)
  const rename = (): void => {}
  try {
    const copy = copyPlain(input, limits.values)
    return { value: readableOf(copy), issues: copy.drafts.map(issue), issue, rename, isTold: isToldBy(copy.unreadable) }
  } catch (error) {
    // A getter or proxy of the caller's own threw.
    const draft: IssueDraft = { code: 'document/not-plain', path: [], expected: 'object', received: reasonOf(error) }
    return { value: undefined, issues: [issue(draft)], issue, rename, isTold: NOTHING_TOLD }
  }
}

/** What the caller's code threw, told without trusting it. */
export function reasonOf(error: unknown): string {
  try {
    return excerptOf(error instanceof Error ? error.message : String(error))
  } catch {
    return 'error'
  }
}

const NO_ISSUES: readonly Issue[] = Object.freeze([])
const NOTHING_TOLD = (): boolean => false

/** The copied value, or undefined where it is not worth looking at further. */
function readableOf({ value, isCutOff, unreadable }: PlainCopy): unknown {
  return isCutOff || unreadable.has('[]') ? undefined : value
}

function isToldBy(unreadable: ReadonlySet<string>): SourceDocument['isTold'] {
  if (unreadable.size === 0) return NOTHING_TOLD
  return (path) => unreadable.has(JSON.stringify(path))
}

function readText(input: string, limits: SizeLimits): SourceDocument {
  // A byte-order mark is ignored; offsets count from behind it.
  const text = input.charCodeAt(0) === 0xfeff ? input.slice(1) : input
  const place = new TextPlaces(text)
  const issue = (draft: IssueDraft): Issue => issueOf(draft, place.of(draft))
  const rename = (path: readonly PathSegment[], written: string): void => place.rename(path, written)
  const refused = (draft: IssueDraft): SourceDocument => unread([issue(draft)])
  const unread = (issues: readonly Issue[]): SourceDocument => ({
    value: undefined,
    issues,
    issue,
    rename,
    isTold: NOTHING_TOLD,
  })

  const quick = readQuickly(text, limits)
  if (quick) return { value: quick, issues: NO_ISSUES, issue, rename, isTold: NOTHING_TOLD }
  if (text.length > limits.characters) {
    return refused({
      code: 'document/too-large',
      path: [],
      expected: `<= ${limits.characters}`,
      received: String(text.length),
      details: { maximum: limits.characters },
    })
  }
  const first = text.trimStart()
  if (!/^["{[“｛［＂/]/u.test(first)) {
    return refused({
      code: 'document/not-json',
      path: [],
      expected: '{',
      received: first === '' ? 'nothing' : excerptOf(first.slice(0, 20)),
    })
  }

  const scan = scanText(text)
  place.text = scan.repaired
  place.isTooDeep = scan.faults.some(({ code }) => code === 'document/too-deep')
  const issues = scan.faults.map((fault) => place.issueOf(fault))
  if (!scan.readable) return unread(issues)

  let parsed: unknown
  try {
    parsed = JSON.parse(scan.repaired)
  } catch {
    const faults = syntaxFaults(scan.repaired).map((fault) => place.issueOf(fault))
    return unread([...issues, ...faults].slice(0, MAXIMUM_ISSUES))
  }
  const copy =
    (scan.faults.length === 0 ? takePlain(parsed, limits.values) : undefined) ?? copyPlain(parsed, limits.values)
  // The scan told of numbers that no double holds, and their places.
  issues.push(...copy.drafts.filter(({ code }) => code !== 'document/not-plain').map(issue))
  // The parser keeps the last of two equal keys, so the value has fewer keys than the text has colons.
  if (copy.keys < scan.colons) issues.push(...place.duplicateKeys())
  return {
    value: readableOf(copy),
    issues: issues.slice(0, MAXIMUM_ISSUES),
    issue,
    rename,
    isTold: isToldBy(copy.unreadable),
  }
}

/** Places in one text; the tree is made only when the first fault has to be placed. */
class TextPlaces {
  private tree: Node | undefined
  private lineStarts: readonly number[] | undefined
  isTooDeep = false
  private readonly renames = new Map<string, string>()

  constructor(public text: string) {}

  rename(path: readonly PathSegment[], written: string): void {
    this.renames.set(JSON.stringify(path), written)
  }

  private asWritten(path: readonly PathSegment[]): readonly PathSegment[] {
    if (this.renames.size === 0) return path
    return path.map((segment, index) => this.renames.get(JSON.stringify(path.slice(0, index + 1))) ?? segment)
  }

  of(draft: IssueDraft): Position | undefined {
    if (draft.path.length === 0) return this.position(0)
    const tree = this.parsed()
    if (!tree) return this.position(0)
    const path = this.asWritten(draft.path)
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(tree, path.slice(0, length))
      if (!node) continue
      const key = draft.at === 'key' && length === path.length && node.parent?.type === 'property' ? node.parent : node
      return this.position(key.offset)
    }
    return this.position(tree.offset)
  }

  issueOf(fault: TextFault): Issue {
    const { offset, ...facts } = fault
    const tree = this.parsed()
    const path = tree ? pathAt(tree, offset) : []
    return issueOf({ path, ...facts } as IssueDraft, this.position(offset)) // the scan gives each code its details
  }

  /** Undefined for a text so deep that making its tree could end the stack. */
  private parsed(): Node | undefined {
    if (this.isTooDeep) return undefined
    this.tree ??= parseTree(this.text, [], { disallowComments: true })
    return this.tree
  }

  duplicateKeys(): Issue[] {
    const tree = this.parsed()
    const issues: Issue[] = []
    const visit = (node: Node, path: readonly PathSegment[]): void => {
      if (node.type === 'array') node.children?.forEach((child, index) => visit(child, [...path, index]))
      if (node.type !== 'object') return
      const seen = new Map<string, number>()
      for (const property of node.children ?? []) {
        const [keyNode, valueNode] = property.children ?? []
        if (!keyNode) continue
        const key = String(keyNode.value)
        const before = seen.get(key)
        if (before === undefined) seen.set(key, keyNode.offset)
        else if (issues.length < MAXIMUM_ISSUES) {
          const details = { firstLine: this.position(before).line }
          issues.push(
            issueOf(
              { code: 'document/duplicate-key', path: [...path, key], received: excerptOf(key), details },
              this.position(keyNode.offset),
            ),
          )
        }
        if (valueNode) visit(valueNode, [...path, key])
      }
    }
    if (tree) visit(tree, [])
    return issues
  }

  position(offset: number): Position {
    this.lineStarts ??= lineStartsOf(this.text)
    let low = 0
    let high = this.lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1, offset }
  }
}

/** The path of the innermost value around an offset. Children stand in the order of the text, and are many at times. */
function pathAt(tree: Node, offset: number): readonly PathSegment[] {
  const path: PathSegment[] = []
  for (let node: Node | undefined = tree; node; ) {
    const children: readonly Node[] = node.children ?? []
    let [low, high] = [0, children.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((children[middle]?.offset ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const child = children[low]
    if (!child || child.offset > offset || offset > child.offset + child.length) return path
    if (node.type === 'array') path.push(low)
    if (child.type === 'property') {
      const [key, value] = child.children ?? []
      path.push(String(key?.value))
      node = value && value.offset <= offset ? value : undefined
    } else node = child
  }
  return path
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** What a tolerant parser makes of a text that JSON.parse refuses: the first fault, and every missing comma. */
function syntaxFaults(text: string): readonly TextFault[] {
  const errors: ParseError[] = []
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const faults: TextFault[] = []
  let told = false
  for (const error of errors.slice(0, MAXIMUM_ISSUES)) {
    const received = excerptOf(text.slice(error.offset, error.offset + Math.max(1, Math.min(error.length, 20))))
    const reason = printParseErrorCode(error.error)
    if (reason === 'CommaExpected') {
      // The comma belongs behind the value before, not in front of the next line's.
      let offset = error.offset
      while (/\s/.test(text[offset - 1] ?? 'x')) offset--
      faults.push({ code: 'document/missing-comma', offset, expected: ',', received })
    } else if (!told) {
      told = true
      faults.push({
        code: 'document/syntax',
        offset: error.offset,
        expected: EXPECTED_BY_ERROR[reason] ?? 'JSON',
        received,
      })
    }
  }
  if (faults.length === 0)
    faults.push({ code: 'document/syntax', offset: 0, expected: 'JSON', received: excerptOf(text.slice(0, 20)) })
  return faults
}

const EXPECTED_BY_ERROR: Readonly<Record<string, string>> = {
  InvalidSymbol: 'true | false | null | number | "..."',
  InvalidNumberFormat: 'number',
  PropertyNameExpected: '"key"',
  ValueExpected: 'value',
  ColonExpected: ':',
  CloseBraceExpected: '}',
  CloseBracketExpected: ']',
  EndOfFileExpected: 'end of text',
  UnexpectedEndOfString: '"',
  UnexpectedEndOfNumber: 'number',
  InvalidUnicode: '\\uHHHH',
  InvalidEscapeCharacter: '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uHHHH',
  InvalidCharacter: '\\n | \\t',
}
