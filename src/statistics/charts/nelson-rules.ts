import { refuse } from '../../issues/refuse.js'
import { checkFinite, checkWhole } from '../check-arguments.js'

/**
 * Nelson's rules by number. 1: one point beyond 3 sigma. 2: nine in a row on one side of the centre. 3: six in a row
 * rising or falling. 4: fourteen in a row alternating up and down. 5: two of three beyond 2 sigma on one side. 6: four of
 * five beyond 1 sigma on one side. 7: fifteen in a row within 1 sigma. 8: eight in a row beyond 1 sigma on either side.
 */
export type NelsonRule = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** Rules that rarely cry wolf together; each further one adds false alarms. */
const DEFAULT_RULES: readonly NelsonRule[] = [1, 2]

/** Points in a row that each rule examines. */
const SPANS: Readonly<Record<NelsonRule, number>> = { 1: 1, 2: 9, 3: 6, 4: 14, 5: 3, 6: 5, 7: 15, 8: 8 }

/**
 * Finds the points with which a pattern of Nelson's ends.
 * Conventions: strict inequalities; a tie breaks a run of rising, falling or alternating points, and a point on the centre
 * a run on one side; rules 5 and 6 are reported only for a point that is itself beyond 2 or 1 sigma on that side.
 * Source: Nelson (1984), Journal of Quality Technology 16(4), 237 to 239.
 * @param z - distances from the centre in standard deviations, in order of time
 * @param rules - which to look for; 1 and 2 where absent
 * @returns for every point the rules whose pattern it ends, in order
 * @throws CallgradeError `statistics/argument` for a number that is not finite, or no rule of that number
 * @example
 * nelsonRules([0.2, -0.4, 3.1]) //=> [[], [], [1]]
 */
export function nelsonRules(
  z: readonly number[],
  rules: readonly NelsonRule[] = DEFAULT_RULES,
): readonly (readonly NelsonRule[])[] {
  z.forEach((value, index) => checkFinite(`z[${index}]`, value))
  for (const rule of rules) if (!Object.hasOwn(SPANS, rule)) refuse('statistics/argument', ['rules'], '1..8', rule)
  const ordered = [...new Set(rules)].sort((a, b) => a - b)
  return z.map((_, end) =>
    ordered.filter((rule) => end + 1 >= SPANS[rule] && PATTERNS[rule](z.slice(end + 1 - SPANS[rule], end + 1))),
  )
}

/**
 * Finds the points with which so many in a row are on one side of the centre; a point on it ends a run.
 * @param z - distances from the centre, in order of time
 * @param length - points in a row, a whole number from 1; 7 is customary where rules are not Nelson's
 * @throws CallgradeError `statistics/argument` for a number that is not finite, or a faulty length
 * @example
 * runsOnOneSide([1, 2, 1, -1], 3) //=> [false, false, true, false]
 */
export function runsOnOneSide(z: readonly number[], length: number): readonly boolean[] {
  checkWhole('length', length, 1)
  let [run, side] = [0, 0]
  return z.map((value, index) => {
    checkFinite(`z[${index}]`, value)
    const now = Math.sign(value)
    run = now === 0 ? 0 : now === side ? run + 1 : 1
    side = now
    return run >= length
  })
}

type Pattern = (points: readonly number[]) => boolean

const PATTERNS: Readonly<Record<NelsonRule, Pattern>> = {
  1: ([z = 0]) => Math.abs(z) > 3,
  2: (points) => points.every((z) => z > 0) || points.every((z) => z < 0),
  3: (points) => steps(points).every((step) => step > 0) || steps(points).every((step) => step < 0),
  4: (points) => {
    const all = steps(points)
    return all.every((step, index) => step !== 0 && (index === 0 || step * (all[index - 1] ?? 0) < 0))
  },
  5: (points) => endsBeyond(points, 2, 2),
  6: (points) => endsBeyond(points, 1, 4),
  7: (points) => points.every((z) => Math.abs(z) < 1),
  8: (points) => points.every((z) => Math.abs(z) > 1),
}

function steps(points: readonly number[]): readonly number[] {
  return points.slice(1).map((z, index) => z - (points[index] ?? 0))
}

/** Returns whether at least so many points, the last one among them, are beyond a distance on one side. */
function endsBeyond(points: readonly number[], sigmas: number, count: number): boolean {
  return [1, -1].some(
    (side) => (points.at(-1) ?? 0) * side > sigmas && points.filter((z) => z * side > sigmas).length >= count,
  )
}
