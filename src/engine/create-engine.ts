import type { Engine } from 'json-rules-engine'
import type { DocumentInput } from '../documents/reading/plain-copy.js'
import { parseRubric } from '../rubric/format/parse-rubric.js'
import type { Rubric } from '../rubric/format/rubric.js'
import { RubricEngine } from './rubric-engine.js'

/**
 * Hands the `when` of a rubric's vetoes, gates and bonuses to a real json-rules-engine `Engine`, for facts that have
 * to be fetched while the rules run. Each rule fires an event whose type is its id and whose `params` are
 * `{ kind, id }`. Its path resolver follows only plain paths, so that no document can run code, and every `run` works on a
 * fresh Engine, so that simultaneous runs do not disturb each other.
 *
 * An `Engine` has two truth values: with `allowUndefinedFacts` off, as here, a missing fact rejects the run, where
 * `Scorer.score` lists the rule as undetermined.
 * @param rubric - JSON text or value
 * @throws CallgradeError with every fault of the rubric, as `parseRubric`
 * @example
 * const engine = createEngine(rubric)
 * engine.addFact('csat', async () => 72)
 * const { events } = await engine.run()
 * events[0] //=> { type: 'csat-floor', params: { kind: 'gate', id: 'csat-floor' } }
 */
export function createEngine(rubric: DocumentInput<Rubric>): Engine {
  return new RubricEngine(parseRubric(rubric))
}
