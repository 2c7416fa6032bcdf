import { reasonOf } from '../documents/reading/reason-of.js'
import type { Issue } from '../issues/issue.js'
import { issueOf } from '../issues/issue-of.js'
import { throwIssues } from '../issues/throw-issues.js'
import { unknownName } from '../issues/unknown-name.js'
import type { FactDefinition, Facts } from './condition.js'

/** Fetches one fact; undefined says that it is not known. */
export type FactResolver = () => unknown

/** Options of `resolveFacts`: the facts to fetch, and those already known. */
export interface ResolveFactsOptions {
  /** The declared facts, `rubric.facts`; a resolver of any other name is refused. */
  readonly declared?: Readonly<Record<string, FactDefinition>>
  /** Facts already known; their resolvers are not called. */
  readonly given?: Facts
}

/**
 * Fetches declared facts for the synchronous core: every resolver is called once and all at the same time.
 * @param resolvers - by fact id, each giving the value or a promise of it
 * @returns the given and the fetched facts; one whose resolver gave undefined is left out, and so unknown
 * @throws CallgradeError `conditions/unknown-fact` for a resolver of no declared fact,
 * `conditions/fact-unavailable` naming every fact whose resolver threw or rejected
 * @example
 * const facts = await resolveFacts({ csat: async () => 92 })
 * scorer.score({ ...evaluation, facts })
 */
export async function resolveFacts(
  resolvers: Readonly<Record<string, FactResolver>>,
  options: ResolveFactsOptions = {},
): Promise<Record<string, unknown>> {
  const { declared, given = {} } = options
  const names = Object.keys(resolvers)
  if (declared) {
    throwIssues(
      names
        .filter((name) => !Object.hasOwn(declared, name))
        .map((name) => {
          return issueOf(
            unknownName({ code: 'conditions/unknown-fact', path: [name], name: name, known: Object.keys(declared) }),
          )
        }),
    )
  }
  const wanted = names.filter((name) => !Object.hasOwn(given, name) || given[name] === undefined)
  const outcomes = await Promise.allSettled(wanted.map(async (name) => resolvers[name]?.()))
  const facts: Record<string, unknown> = { ...given }
  const issues: Issue[] = []
  for (const [index, outcome] of outcomes.entries()) {
    const name = wanted[index] ?? ''
    if (outcome.status === 'rejected') {
      const received = reasonOf(outcome.reason)
      issues.push(issueOf({ code: 'conditions/fact-unavailable', path: [name], received }))
    } else if (outcome.value !== undefined)
      Object.defineProperty(facts, name, { value: outcome.value, enumerable: true, writable: true, configurable: true })
  }
  throwIssues(issues)
  return facts
}
