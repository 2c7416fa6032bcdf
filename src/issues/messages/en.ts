import { alertsSentences } from './en/alerts.js'
import { calendarSentences } from './en/calendar.js'
import { calibrationSentences } from './en/calibration.js'
import { conditionsSentences } from './en/conditions.js'
import { documentSentences } from './en/document.js'
import { evaluationSentences } from './en/evaluation.js'
import { rubricSentences } from './en/rubric.js'
import { samplingSentences } from './en/sampling.js'
import { scoringSentences } from './en/scoring.js'
import { statisticsSentences } from './en/statistics.js'
import type { Messages } from './messages.js'

/** Every message in English. */
export const messages: Messages = {
  language: 'en',
  sentences: {
    ...documentSentences,
    ...rubricSentences,
    ...conditionsSentences,
    ...evaluationSentences,
    ...scoringSentences,
    ...statisticsSentences,
    ...samplingSentences,
    ...calendarSentences,
    ...alertsSentences,
    ...calibrationSentences,
  },
}
