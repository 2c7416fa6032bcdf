import { isWithin } from '../../documents/time/civil-date.js'
import { parseInstant } from '../../documents/time/instant.js'
import { localDates } from '../../documents/time/local-times.js'
import { alternatives } from '../../issues/alternatives.js'
import { CallgradeError } from '../../issues/callgrade-error.js'
import { excerptOf } from '../../issues/excerpt-of.js'
import type { Issue } from '../../issues/issue.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { issueOf } from '../../issues/issue-of.js'
import { unknownName } from '../../issues/unknown-name.js'
import type { Scorer } from '../scorer.js'

type Raw = Readonly<Record<string, unknown>>

/** A scorer of one version of a rubric. */
interface Version {
  readonly scorer: Scorer
  /** Gives the local date of an instant in the rubric's time zone. */
  readonly dateOf: (instant: number) => string
}

/** Picks the scorer of an evaluation among several. */
export class ScorerSelection {
  readonly first: Scorer
  /** Set where there is no other. */
  readonly only: Scorer | undefined
  private readonly byRubric = new Map<string, readonly Version[]>()

  /** @throws CallgradeError `scoring/wrong-call` without a scorer, `scoring/ambiguous-rubric` with two of one version */
  constructor(scorers: readonly Scorer[]) {
    const [first] = scorers
    if (!first)
      throw wrongCall({ code: 'scoring/wrong-call', path: [], expected: 'Scorer | [Scorer, ...]', received: '[]' })
    this.first = first
    this.only = scorers.length === 1 ? first : undefined
    for (const scorer of scorers) {
      const { id, version, timeZone = 'UTC' } = scorer.rubric
      const versions = this.byRubric.get(id) ?? []
      if (versions.some((other) => other.scorer.rubric.version === version))
        throw wrongCall({ code: 'scoring/ambiguous-rubric', path: [], received: excerptOf(`${id} ${version}`) })
      this.byRubric.set(id, [...versions, { scorer, dateOf: localDates(timeZone) }])
    }
  }

  /**
   * Finds the scorer of an evaluation by rubric, version and date.
   * @returns undefined where the evaluation names no rubric; any scorer then reports what is wrong
   * @throws CallgradeError `scoring/no-rubric`, `scoring/ambiguous-rubric`
   */
  scorerFor(evaluation: unknown, issue: (draft: IssueDraft) => Issue): Scorer | undefined {
    if (typeof evaluation !== 'object' || evaluation === null || Array.isArray(evaluation)) return undefined
    // An object of unknown shape; every member is checked.
    const raw = evaluation as Raw
    const { rubric, rubricVersion } = raw
    if (typeof rubric !== 'string' || rubric === '') return undefined
    const versions = this.byRubric.get(rubric)
    if (!versions) {
      const known = this.byRubric.keys()
      throw new CallgradeError([
        issue(unknownName({ code: 'scoring/no-rubric', path: ['rubric'], name: rubric, known })),
      ])
    }
    if (rubricVersion !== undefined) {
      const exact = versions.find(({ scorer }) => scorer.rubric.version === rubricVersion)
      if (exact) return exact.scorer
      throw new CallgradeError([issue(wrongVersion('scoring/no-rubric', versions, rubricVersion))])
    }
    const [single, ...others] = versions
    if (others.length === 0) return single?.scorer
    const fitting = effectiveVersions(versions, raw)
    const [fits, ...more] = fitting
    if (fits && more.length === 0) return fits.scorer
    throw new CallgradeError([
      issue(
        fits
          ? wrongVersion('scoring/ambiguous-rubric', fitting, rubric)
          : wrongVersion('scoring/no-rubric', versions, rubric),
      ),
    ])
  }
}

function wrongCall(draft: IssueDraft): CallgradeError {
  return new CallgradeError([issueOf(draft, undefined)])
}

/** Returns the versions that are effective on the date of a call, or on the first day of a period. */
function effectiveVersions(versions: readonly Version[], { callAt, period }: Raw): readonly Version[] {
  const from =
    typeof period === 'object' && period !== null && 'from' in period && typeof period.from === 'string'
      ? period.from
      : undefined
  const instant = typeof callAt === 'string' ? parseInstant(callAt) : Number.NaN
  return versions.filter(({ scorer, dateOf }) => {
    const date = Number.isNaN(instant) ? from : dateOf(instant)
    return date !== undefined && isWithin(date, scorer.rubric.effective ?? {})
  })
}

function wrongVersion(
  code: 'scoring/no-rubric' | 'scoring/ambiguous-rubric',
  versions: readonly Version[],
  received: unknown,
): IssueDraft {
  return {
    code,
    path: ['rubricVersion'],
    expected: alternatives(versions.map(({ scorer }) => scorer.rubric.version)),
    received: excerptOf(received),
  }
}
