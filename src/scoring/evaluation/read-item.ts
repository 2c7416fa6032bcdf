import { excerptOf } from '../../issues/excerpt-of.js'
import type { NotApplicableReason } from '../run/answers.js'
import type { CompiledItem } from './compiled-item.js'
import { reasonNotApplicable } from './compiled-node.js'
import { NOT_APPLICABLE } from './evaluation.js'
import { readScored } from './read-scored.js'
import type { ReadingStep } from './reading-step.js'
import { selfRate } from './self-rate.js'

/**
 * Reads the rating of one item onto the sheet.
 * @param rating - as given, without its comment and evidence; undefined where there is none
 */
export function readItem(item: CompiledItem, rating: unknown, step: ReadingStep): void {
  const { path } = item
  const { report } = step.list
  if (!item.isScored && !item.reader.hasApplicability) {
    if (rating !== undefined) item.reader.accepts(rating, path, report)
    return
  }
  const reason = reasonNotApplicable(item, step)
  if (reason !== undefined) {
    leaveOut(item, reason, rating, step)
    return
  }
  if (rating === NOT_APPLICABLE && (item.mayBeNotApplicable || item.isScored || !item.reader.takesAnyText)) {
    if (!item.mayBeNotApplicable)
      report({ code: 'evaluation/not-applicable-refused', path, received: '"na"', details: { item: item.node.id } })
    step.answers.itemReasons[item.node.index] = 'rated'
    if (item.isScored && item.rateWhen.length > 0) selfRate(item, rating, step)
    return
  }
  if (item.isScored) readScored(item, rating, step)
  else if (rating !== undefined) item.reader.accepts(rating, path, report)
  else if (item.reader.isRequired)
    report({
      code: 'evaluation/unanswered',
      path,
      received: excerptOf(item.node.id),
      details: { item: item.node.id },
    })
}

/** Notes that an item does not apply; it may then be rated `na` at most. */
function leaveOut({ node, path }: CompiledItem, reason: NotApplicableReason, rating: unknown, step: ReadingStep): void {
  const { id, index, parent } = node
  step.answers.itemReasons[index] = reason
  if (rating === undefined || rating === NOT_APPLICABLE || reason === 'unknown') return
  step.list.report({
    code: 'evaluation/rated-not-applicable',
    path,
    expected: '"na"',
    received: excerptOf(rating),
    details: { item: id, reason, ...(reason === 'section' && parent && { section: parent.id }) },
  })
}
