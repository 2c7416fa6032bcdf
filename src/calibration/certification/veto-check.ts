import type { CalibrationCall } from './calibration-call.js'
import type { CertificationCheck } from './certification-check.js'

/** Vetoes of the reference, and those that the rater missed. */
export type VetoCheck = CertificationCheck<{ readonly reference: number; readonly missed: number }>

/** Checks that no veto of the reference was missed. In a call that the rater did not judge all are missed. */
export function vetoCheck(calls: readonly CalibrationCall[], least: number): VetoCheck {
  let [reference, missed] = [0, 0]
  for (const { vetoes = [], referenceVetoes = [] } of calls)
    for (const veto of new Set(referenceVetoes)) {
      reference++
      if (!vetoes.includes(veto)) missed++
    }
  return { outcome: missed > 0 ? 'fails' : reference >= least ? 'holds' : 'open', value: { reference, missed } }
}
