// Turns the published ratings into evaluations: one per conversation and annotator.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Evaluation } from 'callgrade'
import type { RatingEntry } from 'callgrade/scoring'

interface PublishedConversation {
  readonly id: string
  readonly agent: string
  /** By criterion: five annotators in the published order, a level or `N/A (reason)`. */
  readonly ratings: Readonly<Record<string, readonly (number | string)[]>>
}

/** The published criteria; `Overall` is a mark of its own and no part of the rubric. */
const ITEM_OF_CRITERION: Readonly<Record<string, string>> = {
  Coherent: 'coherent',
  'Error recovery': 'error-recovery',
  Consistent: 'consistent',
  Diverse: 'diverse',
  Depth: 'depth',
  Likeable: 'likeable',
  Understanding: 'understanding',
  Flexible: 'flexible',
  Informative: 'informative',
  Inquisitive: 'inquisitive',
}

const ANNOTATORS = 5

/** 625 evaluations of 125 conversations, in the published order. */
export function fedEvaluations(): readonly Evaluation[] {
  const file = join(import.meta.dirname, '../data/fed-dialog-ratings.json')
  const { conversations } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly conversations: readonly PublishedConversation[]
  }
  return conversations.flatMap((conversation) =>
    Array.from({ length: ANNOTATORS }, (_, position) => evaluationOf(conversation, position)),
  )
}

function evaluationOf({ id, agent, ratings }: PublishedConversation, position: number): Evaluation {
  const entries = Object.entries(ratings)
    .filter(([criterion]) => criterion !== 'Overall')
    .map(([criterion, marks]) => [itemOf(criterion), ratingOf(marks[position])] as const)
  return {
    id: `${id}-${position + 1}`,
    rubric: 'conversation-quality',
    callId: id,
    agentId: agent,
    // A place in the published order: not the same person from one conversation to the next.
    evaluatorId: `position-${position + 1}`,
    purpose: 'measure',
    ratings: Object.fromEntries(entries),
  }
}

function itemOf(criterion: string): string {
  const item = ITEM_OF_CRITERION[criterion]
  if (item === undefined) throw new Error(`The data has a criterion that the rubric lacks: ${criterion}`)
  return item
}

function ratingOf(mark: number | string | undefined): number | RatingEntry {
  if (typeof mark === 'number') return mark
  // The annotator's own reason stays with the mark.
  const reason = /^N\/A \((.*)\)$/s.exec(mark ?? '')?.[1]
  if (reason === undefined) throw new Error(`Neither a level nor N/A: ${mark}`)
  return { rating: 'na', comment: reason }
}
