// The main job on real input: npm run demo [-- --lang zh-CN]
import type { Language } from 'callgrade'
import { agreeOnRatings } from './demo/agree-on-ratings.js'
import { raiseAlerts } from './demo/raise-alerts.js'
import { sampleMonth } from './demo/sample-month.js'
import { scoreRatings } from './demo/score-ratings.js'
import { print } from './support/print.js'

const language: Language = process.argv.includes('zh-CN') ? 'zh-CN' : 'en'

const failed = await scoreRatings(language)
print('')
const isSound = sampleMonth(language)
print('')
const isTracked = raiseAlerts(language)
print('')
const isAgreed = agreeOnRatings(language)
process.exitCode = failed === 0 && isSound && isTracked && isAgreed ? 0 : 1
