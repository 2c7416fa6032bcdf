// Alerts that fired although nothing was wrong, and remedies that changed nothing. For the tests and the script.
import seedrandom from 'seedrandom'
import { type EffectAnswer, type EffectMeasure, remedyEffect } from '../../../src/alerts/index.js'
import { estimateZeroableMean } from '../../../src/sampling/index.js'
import { binomial } from '../../../src/statistics/index.js'

/** Share at which each answer was given. */
export interface AnswerShares {
  readonly worked: number
  readonly didNot: number
  readonly notEnough: number
}

/** What was simulated of one true share and one size. */
export interface SimulatedRemedies {
  /** Found in the window at or over which the alert fires. */
  readonly firesAt: number
  /** Before is the window that fired. */
  readonly byAlarm: AnswerShares
  /** Before is a fresh sample. */
  readonly byFresh: AnswerShares
}

/** Draws numbers found by inversion of the distribution, from `least` on. */
function counter(size: number, share: number, least: number): (uniform: number) => number {
  const start = least === 0 ? 0 : binomial.cdf(least - 1, size, share)
  const cumulative: number[] = []
  for (let found = least; found <= size; found++) cumulative.push(binomial.cdf(found, size, share))
  return (uniform) => {
    const target = start + uniform * (1 - start)
    const index = cumulative.findIndex((value) => value >= target)
    return index < 0 ? size : least + index
  }
}

/** Tells the answers of pairs, each pair judged once. */
function answerer(sizeBefore: number, sizeAfter: number, leastImprovement?: number) {
  const answers = new Map<number, EffectAnswer>()
  return (before: number, after: number): EffectAnswer => {
    const key = before * (sizeAfter + 1) + after
    const known = answers.get(key)
    if (known !== undefined) return known
    const { answer } = remedyEffect({
      before: { kind: 'counts', found: before, judged: sizeBefore },
      after: { kind: 'counts', found: after, judged: sizeAfter },
      wanted: 'lower',
      ...(leastImprovement !== undefined && { leastImprovement }),
    })
    answers.set(key, answer)
    return answer
  }
}

function sharesOf(draws: number, draw: () => EffectAnswer): AnswerShares {
  const tally = { worked: 0, 'did not': 0, 'not enough data': 0 }
  for (let count = 0; count < draws; count++) tally[draw()]++
  return {
    worked: tally.worked / draws,
    didNot: tally['did not'] / draws,
    notEnough: tally['not enough data'] / draws,
  }
}

/**
 * Alerts of groups whose true share is the stated one, so that each is a false alarm, and which the remedy leaves as it
 * is: window, fresh sample and sample after are independent draws of one share.
 * @param limit - probability of chance at or under which the alert fires
 */
export function simulateRemedies(share: number, size: number, limit: number, draws: number): SimulatedRemedies {
  let firesAt = 0
  while (firesAt <= size && binomial.survival(firesAt - 1, size, share) > limit) firesAt++
  const random = seedrandom(`remedy ${share} ${size}`)
  const [alarm, plain] = [counter(size, share, firesAt), counter(size, share, 0)]
  const answerOf = answerer(size, size)
  return {
    firesAt,
    byAlarm: sharesOf(draws, () => answerOf(alarm(random()), plain(random()))),
    byFresh: sharesOf(draws, () => answerOf(plain(random()), plain(random()))),
  }
}

/** Answers where the true share goes from one value to another, with a stated least improvement or none. */
export function simulateChange(
  [from, to]: readonly [number, number],
  size: number,
  draws: number,
  leastImprovement?: number,
): AnswerShares {
  const random = seedrandom(`change ${from} ${to} ${size}`)
  const [before, after] = [counter(size, from, 0), counter(size, to, 0)]
  const answerOf = answerer(size, size, leastImprovement)
  return sharesOf(draws, () => answerOf(before(random()), after(random())))
}

/** A share that nothing changes, in two strata of 900 and 100 calls, of each of which `drawn` are judged. */
export function simulateStrata(share: number, drawn: number, draws: number): AnswerShares {
  const random = seedrandom(`strata ${share} ${drawn}`)
  // In the small stratum twice as many are wrong, as where it is over-sampled for its risk.
  const [large, small] = [counter(drawn, share, 0), counter(drawn, Math.min(1, 2 * share), 0)]
  const side = (): EffectMeasure => ({
    kind: 'strata',
    strata: [
      { key: 'large', size: 900, drawn, found: large(random()) },
      { key: 'small', size: 100, drawn, found: small(random()) },
    ],
  })
  return sharesOf(draws, () => remedyEffect({ before: side(), after: side(), wanted: 'lower' }).answer)
}

/** Scores of 60 to 100 of which a share is zeroed by vetoes, which nothing changes. */
export function simulateScores(vetoShare: number, judged: number, draws: number): AnswerShares {
  const random = seedrandom(`scores ${vetoShare} ${judged}`)
  const score = () => (random() < vetoShare ? 0 : 60 + 40 * random())
  const side = (): EffectMeasure => ({
    kind: 'mean',
    figure: estimateZeroableMean([{ key: 'all', size: 100_000, values: Array.from({ length: judged }, score) }]),
  })
  return sharesOf(draws, () => remedyEffect({ before: side(), after: side(), wanted: 'higher' }).answer)
}
