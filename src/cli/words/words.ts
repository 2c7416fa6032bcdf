import type { AlertWords } from './alert-words.js'
import type { CalibrationWords } from './calibration-words.js'
import type { DocumentWords } from './document-words.js'
import type { FaultWords } from './fault-words.js'
import type { SamplingWords } from './sampling-words.js'
import type { ScoreWords } from './score-words.js'
import type { UsageWords } from './usage-words.js'

/** Everything that the command line says in one language; messages of issues are the library's. */
export interface Words {
  readonly usage: UsageWords
  readonly faults: FaultWords
  readonly documents: DocumentWords
  readonly scores: ScoreWords
  readonly sampling: SamplingWords
  readonly alerts: AlertWords
  readonly calibration: CalibrationWords
}
