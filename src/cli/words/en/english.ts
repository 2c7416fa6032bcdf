import type { Words } from '../words.js'
import { alertWords } from './alert-words.js'
import { calibrationWords } from './calibration-words.js'
import { documentWords } from './document-words.js'
import { faultWords } from './fault-words.js'
import { samplingWords } from './sampling-words.js'
import { scoreWords } from './score-words.js'
import { usageWords } from './usage-words.js'

export const english: Words = {
  usage: usageWords,
  faults: faultWords,
  documents: documentWords,
  scores: scoreWords,
  sampling: samplingWords,
  alerts: alertWords,
  calibration: calibrationWords,
}
