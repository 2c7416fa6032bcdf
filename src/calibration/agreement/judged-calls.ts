import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { nearestName } from '../../issues/nearest-name.js'
import { throwIssues } from '../../issues/throw-issues.js'
import { formOf, type ItemNode } from '../../rubric/format/form.js'
import { parseRubric, type Rubric } from '../../rubric/index.js'
import { compileRubric, type Evaluation, type Rating, type Score } from '../../scoring/index.js'
import type { RatingTable } from './rating-table.js'

/** What one rater gave one item of one call. */
export interface RaterRating {
  readonly callId: string
  readonly raterId: string
  /** Id of an item of the rubric. */
  readonly item: string
  /** As in an evaluation: a level, true or false, an option or a list, a number, a list of faults, or `"na"`. */
  readonly rating: Rating
}

/** Calls that several raters judged: their ratings alone, or whole evaluations with `callId` and `evaluatorId`. */
export type JudgedCalls = { readonly ratings: readonly RaterRating[] } | { readonly evaluations: readonly Evaluation[] }

/** How the ratings of a target can be compared. */
export type RatingScale =
  /** Declared levels in rising order. */
  | { readonly kind: 'levels'; readonly values: readonly number[] }
  /** Names without an order: options, yes and no, vetoes, verdicts. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** Numbers: measured, points lost, scores. */
  | { readonly kind: 'numbers' }

/** An item, section, veto, the total or the verdict, with what everybody gave. */
export interface Target {
  readonly kind: 'item' | 'section' | 'total' | 'veto' | 'verdict'
  /** Of the item, section or veto; `score` and `verdict` for the others. */
  readonly id: string
  readonly scale: RatingScale
  /** Calls by raters; names as their place in the list; null where missing or n/a. */
  readonly table: RatingTable
  /** Calls by raters: 1 where n/a, 0 where rated, null where missing. */
  readonly notApplicable: RatingTable
}

/** Judged calls, put in tables. */
export interface RatingTables {
  readonly rubric: Rubric
  readonly calls: readonly string[]
  readonly raters: readonly string[]
  readonly targets: readonly Target[]
  /** By call and rater, where whole evaluations were given. */
  readonly scores: readonly (readonly (Score | null)[])[]
  /** Evaluations that could not be scored, with their places. */
  readonly failed: readonly { readonly index: number; readonly issues: readonly Issue[] }[]
}

/**
 * Puts ratings or evaluations in tables of calls by raters, in the order of first occurrence.
 * @throws CallgradeError `calibration/unknown-item`, `calibration/not-a-rating`, `calibration/rated-twice` with the place of each
 */
export function tablesOf(judged: JudgedCalls, rubric: Rubric): RatingTables {
  const sound = parseRubric(rubric)
  return 'evaluations' in judged
    ? tablesOfEvaluations(judged.evaluations, sound)
    : tablesOfRatings(judged.ratings, sound)
}

/** The first of these keys that holds no text; the record itself where it is no object. */
export function missingKey(record: unknown, keys: readonly string[]): IssueDraft | undefined {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return { code: 'document/type', path: [], expected: 'object', received: excerptOf(record) }
  const members = record as Readonly<Record<string, unknown>>
  const key = keys.find((name) => typeof members[name] !== 'string' || members[name] === '')
  if (key === undefined) return undefined
  const value = members[key]
  return value === undefined
    ? { code: 'document/missing-key', path: [key], expected: 'string' }
    : { code: 'document/type', path: [key], expected: 'string', received: excerptOf(value) }
}

class Grid {
  readonly calls = new Map<string, number>()
  readonly raters = new Map<string, number>()
  private readonly cells = new Map<string, unknown>()

  /** @returns false where there is something already */
  put(callId: string, raterId: string, target: string, value: unknown): boolean {
    if (!this.calls.has(callId)) this.calls.set(callId, this.calls.size)
    if (!this.raters.has(raterId)) this.raters.set(raterId, this.raters.size)
    const key = JSON.stringify([callId, raterId, target])
    if (this.cells.has(key)) return false
    this.cells.set(key, value)
    return true
  }

  /** @param read - null for what is no value of the scale */
  table(target: string, read: (value: unknown) => number | null): RatingTable {
    return [...this.calls.keys()].map((callId) =>
      [...this.raters.keys()].map((raterId) => {
        const value = this.cells.get(JSON.stringify([callId, raterId, target]))
        return value === undefined ? null : read(value)
      }),
    )
  }
}

function tablesOfRatings(ratings: readonly RaterRating[], rubric: Rubric): RatingTables {
  const form = formOf(rubric)
  const grid = new Grid()
  const issues: Issue[] = []
  const items = new Map(form.items.map((node) => [node.id, itemReader(node, rubric)]))
  for (const [index, given] of ratings.entries()) {
    const missing = missingKey(given, ['callId', 'raterId', 'item'])
    if (missing) {
      issues.push(issueOf({ ...missing, path: ['ratings', index, ...missing.path] }, undefined))
      continue
    }
    const { callId, raterId, item, rating } = given
    const reader = items.get(item)
    if (!reader) {
      const suggestion = nearestName(item, items.keys())
      issues.push(
        issueOf(
          {
            code: 'calibration/unknown-item',
            path: ['ratings', index, 'item'],
            received: excerptOf(item),
            ...(suggestion !== undefined && { suggestion }),
          },
          undefined,
        ),
      )
    } else if (rating !== 'na' && reader.read(rating) === null)
      issues.push(
        issueOf(
          {
            code: 'calibration/not-a-rating',
            path: ['ratings', index, 'rating'],
            received: excerptOf(rating),
            expected: reader.expected,
            details: { item },
          },
          undefined,
        ),
      )
    else if (!grid.put(callId, raterId, item, rating))
      issues.push(
        issueOf(
          {
            code: 'calibration/rated-twice',
            path: ['ratings', index],
            details: { call: callId, rater: raterId, item },
          },
          undefined,
        ),
      )
  }
  throwIssues(issues)
  return {
    rubric,
    calls: [...grid.calls.keys()],
    raters: [...grid.raters.keys()],
    targets: itemTargets(form.items, rubric, grid),
    scores: [],
    failed: [],
  }
}

function tablesOfEvaluations(evaluations: readonly Evaluation[], rubric: Rubric): RatingTables {
  const form = formOf(rubric)
  const scorer = compileRubric(rubric)
  const grid = new Grid()
  const failed: { index: number; issues: readonly Issue[] }[] = []
  const scores = new Map<string, Score>()
  for (const [index, evaluation] of evaluations.entries()) {
    const missing = missingKey(evaluation, ['callId', 'evaluatorId'])
    const { callId = '', evaluatorId = '' } = missing ? {} : evaluation
    if (missing) {
      failed.push({
        index,
        issues: [issueOf({ ...missing, path: ['evaluations', index, ...missing.path] }, undefined)],
      })
      continue
    }
    const result = scorer.safeScore(evaluation)
    if (!result.success) {
      failed.push({ index, issues: result.issues })
      continue
    }
    const { data } = result
    if (!grid.put(callId, evaluatorId, '', data)) {
      const details = { call: callId, rater: evaluatorId, item: '' }
      failed.push({
        index,
        issues: [issueOf({ code: 'calibration/rated-twice', path: ['evaluations', index], details }, undefined)],
      })
      continue
    }
    scores.set(JSON.stringify([callId, evaluatorId]), data)
    for (const { id } of form.items) {
      const given = evaluation.ratings[id]
      const rating = typeof given === 'object' && given !== null && 'rating' in given ? given.rating : given
      // What a section that is n/a holds is n/a, and what rated itself is no rating of this rater's.
      if (rating !== undefined) grid.put(callId, evaluatorId, `item:${id}`, rating)
      else if (data.items[id] === null) grid.put(callId, evaluatorId, `item:${id}`, 'na')
    }
    for (const [id, score] of Object.entries(data.sections))
      grid.put(callId, evaluatorId, `section:${id}`, score ?? 'na')
    grid.put(callId, evaluatorId, 'total', data.score ?? 'na')
    grid.put(callId, evaluatorId, 'verdict', data.verdict ?? 'na')
    for (const { id } of rubric.vetoes ?? []) grid.put(callId, evaluatorId, `veto:${id}`, data.vetoes.includes(id))
  }
  const numbers: RatingScale = { kind: 'numbers' }
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
  const target = (kind: Target['kind'], id: string, key: string, scale: RatingScale, read: typeof number): Target => ({
    kind,
    id,
    scale,
    table: grid.table(key, read),
    notApplicable: grid.table(key, (value) => (value === 'na' ? 1 : 0)),
  })
  const verdicts = ['unqualified', 'qualified']
  return {
    rubric,
    calls: [...grid.calls.keys()],
    raters: [...grid.raters.keys()],
    targets: [
      ...itemTargets(form.items, rubric, grid, 'item:'),
      ...form.sections
        .filter(({ isScored }) => isScored)
        .map(({ id }) => target('section', id, `section:${id}`, numbers, number)),
      target('total', 'score', 'total', numbers, number),
      ...(rubric.vetoes ?? []).map(({ id }) =>
        target('veto', id, `veto:${id}`, { kind: 'names', names: ['no', 'yes'] }, (value) => (value === true ? 1 : 0)),
      ),
      target('verdict', 'verdict', 'verdict', { kind: 'names', names: verdicts }, (value) => {
        const place = verdicts.indexOf(String(value))
        return place < 0 ? null : place
      }),
    ],
    scores: [...grid.calls.keys()].map((callId) =>
      [...grid.raters.keys()].map((raterId) => scores.get(JSON.stringify([callId, raterId])) ?? null),
    ),
    failed,
  }
}

function itemTargets(items: readonly ItemNode[], rubric: Rubric, grid: Grid, prefix = ''): readonly Target[] {
  return items.flatMap((node): readonly Target[] => {
    if (!node.isScored) return []
    const { scale, read } = itemReader(node, rubric)
    return [
      {
        kind: 'item',
        id: node.id,
        scale,
        table: grid.table(prefix + node.id, (value) => (value === 'na' ? null : read(value))),
        notApplicable: grid.table(prefix + node.id, (value) => (value === 'na' ? 1 : 0)),
      },
    ]
  })
}

interface ItemReader {
  readonly scale: RatingScale
  readonly expected: string
  /** Null for what is no rating of the item. */
  readonly read: (value: unknown) => number | null
}

function itemReader({ source }: ItemNode, rubric: Rubric): ItemReader {
  switch (source.kind) {
    case undefined:
    case 'scale': {
      const levels = rubric.scales?.[source.scale ?? rubric.defaultScale ?? '']?.levels ?? []
      const values = levels.map(({ value }) => value).sort((a, b) => a - b)
      return {
        scale: { kind: 'levels', values },
        expected: values.join(' | '),
        read: (value) => (typeof value === 'number' && values.includes(value) ? value : null),
      }
    }
    case 'yes-no':
      return {
        scale: { kind: 'names', names: ['no', 'yes'] },
        expected: 'true | false',
        read: (value) => (typeof value === 'boolean' ? Number(value) : null),
      }
    case 'choice':
      return choiceReader(
        source.options.map(({ id }) => id),
        source.multiple === true,
      )
    case 'numeric':
      return {
        scale: { kind: 'numbers' },
        expected: 'number',
        read: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null),
      }
    case 'deduction': {
      const costs = new Map(source.faults.map(({ id, points, maximumCount }) => [id, { points, maximumCount }]))
      return {
        scale: { kind: 'numbers' },
        expected: 'list of faults',
        read: (value) => {
          if (!Array.isArray(value)) return null
          const counts = new Map<string, number>()
          for (const entry of value as readonly unknown[]) {
            const fault =
              typeof entry === 'string' ? { id: entry } : (entry as { id?: unknown; count?: unknown } | null)
            if (typeof fault !== 'object' || fault === null || typeof fault.id !== 'string' || !costs.has(fault.id))
              return null
            const times = 'count' in fault && typeof fault.count === 'number' ? fault.count : 1
            counts.set(fault.id, (counts.get(fault.id) ?? 0) + times)
          }
          let lost = 0
          for (const [id, count] of counts) {
            const { points = 0, maximumCount = count } = costs.get(id) ?? {}
            lost += points * Math.min(count, maximumCount)
          }
          return Math.min(source.base, lost)
        },
      }
    }
    default:
      return { scale: { kind: 'numbers' }, expected: 'text', read: () => null }
  }
}

function choiceReader(options: readonly string[], isMultiple: boolean): ItemReader {
  if (!isMultiple)
    return {
      scale: { kind: 'names', names: options },
      expected: options.join(' | '),
      read: (value) => {
        const place = typeof value === 'string' ? options.indexOf(value) : -1
        return place < 0 ? null : place
      },
    }
  // Each set of options is a name of its own.
  const sets = new Map<string, number>()
  const names: string[] = []
  return {
    scale: { kind: 'names', names },
    expected: `list of ${options.join(' | ')}`,
    read: (value) => {
      if (!Array.isArray(value) || value.some((option) => !options.includes(option as string))) return null
      const name = options.filter((option) => value.includes(option)).join('+')
      let place = sets.get(name)
      if (place === undefined) {
        place = sets.size
        sets.set(name, place)
        names.push(name)
      }
      return place
    },
  }
}

/** @throws CallgradeError `calibration/unknown-rater` where nobody of that id rated */
export function raterPlace(tables: RatingTables, raterId: string): number {
  const place = tables.raters.indexOf(raterId)
  if (place >= 0) return place
  const suggestion = nearestName(raterId, tables.raters)
  throw new CallgradeError([
    issueOf(
      {
        code: 'calibration/unknown-rater',
        path: ['reference'],
        received: excerptOf(raterId),
        ...(suggestion !== undefined && { suggestion }),
      },
      undefined,
    ),
  ])
}
