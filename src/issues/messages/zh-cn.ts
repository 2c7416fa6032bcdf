import type { Messages } from './messages.js'
import { alertsSentences } from './zh-cn/alerts.js'
import { calendarSentences } from './zh-cn/calendar.js'
import { calibrationSentences } from './zh-cn/calibration.js'
import { conditionsSentences } from './zh-cn/conditions.js'
import { documentSentences } from './zh-cn/document.js'
import { evaluationSentences } from './zh-cn/evaluation.js'
import { rubricSentences } from './zh-cn/rubric.js'
import { samplingSentences } from './zh-cn/sampling.js'
import { scoringSentences } from './zh-cn/scoring.js'
import { statisticsSentences } from './zh-cn/statistics.js'

/** Every message in Chinese. */
export const messages: Messages = {
  language: 'zh-CN',
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
