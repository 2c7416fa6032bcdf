import type { Certification } from '../../../calibration/index.js'
import type { CalibrationWords } from '../../words/calibration-words.js'
import { percentText } from '../percent-text.js'

/** The outcome of a rater's certification in a sentence. */
export function certificationText(
  result: Certification & { readonly raterId: string },
  words: CalibrationWords,
): string {
  const { raterId, outcome, calls, share, bias, vetoes, callsNeeded } = result
  return words.certified(raterId, words.outcomes[outcome], {
    calls,
    within: `${share.value.within}${words.separator}${percentText(share.value.value)} (>= ${percentText(share.value.lower)})`,
    bias: bias.value
      ? `${bias.value.value.toFixed(2)} (${bias.value.lower.toFixed(2)} .. ${bias.value.upper.toFixed(2)})`
      : '-',
    vetoes: `${vetoes.value.missed} / ${vetoes.value.reference}`,
    needed: callsNeeded === undefined ? undefined : words.needed(callsNeeded),
  })
}
