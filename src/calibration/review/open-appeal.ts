import { instantOf } from '../../documents/time/instant.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Rubric } from '../../rubric/index.js'
import { isSameTopic, topicFault } from './appeal-topics.js'
import type { ReviewEvent } from './review-event.js'
import { notNow, type ReviewProgress, type ReviewStep } from './review-progress.js'

/** Opens an appeal: in time, about what the rubric has, and once on a matter, or twice where it was answered. */
export function openAppeal(progress: ReviewProgress, event: ReviewEvent, rubric: Rubric): ReviewStep {
  const { publication, appeals } = progress
  if (!publication) return notNow(event, progress)
  const { about = [] } = event
  if (about.length === 0) return { fault: { code: 'calibration/appeal-about', path: ['about'] } }
  const fault = topicFault(about, rubric)
  if (fault) return { fault }
  const due = publication.appealDue
  if (due?.status === 'fixed' && instantOf(event.at) > instantOf(due.dueAt))
    return {
      fault: { code: 'calibration/appeal-late', path: ['at'], expected: due.dueAt, received: excerptOf(event.at) },
    }
  const same = appeals.filter((other) => other.about.some((topic) => about.some((own) => isSameTopic(own, topic))))
  const unanswered = same.find(({ status }) => status !== 'answered')
  if (unanswered)
    return {
      fault: {
        code: unanswered.status === 'open' ? 'calibration/appeal-open' : 'calibration/appeal-settled',
        path: ['about'],
        details: { appeal: unanswered.id },
      },
    }
  const { id, at, by } = event
  return {
    status: 'appealed',
    appeals: [...appeals, { id, at, by, about, isSecond: same.length > 0, status: 'open' }],
  }
}
