import { mean } from '../../statistics/mean.js'
import { biasCheck } from './bias-check.js'
import type { CalibrationCall } from './calibration-call.js'
import { isWithin } from './is-within.js'
import { shareCheck } from './share-check.js'

/**
 * Finds a constant score that would pass as the rater has to, vetoes apart: then the calls cannot distinguish a rater
 * who listens from one who does not.
 */
export function passingConstant(
  calls: readonly CalibrationCall[],
  { tolerance, leastShare, greatestBias }: { tolerance: number; leastShare: number; greatestBias: number },
): number | undefined {
  const references = calls.map(({ reference }) => reference)
  // The best constant is a reference, lies at the edge of a reference's tolerance, or is the mean of all.
  const candidates = [mean(references), ...references.flatMap((own) => [own, own - tolerance, own + tolerance])]
  return candidates.find((constant) => {
    const within = references.filter((own) => isWithin(constant, own, tolerance)).length
    return (
      shareCheck(within, references.length, leastShare).outcome === 'holds' &&
      biasCheck(
        references.map((own) => constant - own),
        greatestBias,
      ).outcome === 'holds'
    )
  })
}
