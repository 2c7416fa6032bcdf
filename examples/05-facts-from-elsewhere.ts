// Facts that other systems hold: fetched first for the scorer, or while the rules run by json-rules-engine's Engine.
import { compileRubric, isCallgradeError, messageOf, resolveFacts } from 'callgrade'
import { createEngine } from 'callgrade/engine'

const scorer = compileRubric(`{
  "format": "callgrade/rubric@1", "id": "service-call", "version": "1", "title": "Service call",
  "facts": {
    "csat": { "type": "number", "minimum": 0, "maximum": 100, "description": "from the survey" },
    "crm": { "type": "object", "description": "the customer's record" }
  },
  "sections": [{ "id": "talk", "items": [{ "id": "solved", "kind": "yes-no" }, { "id": "polite", "kind": "yes-no" }] }],
  "gates": [
    { "id": "csat-floor", "when": { "all": [{ "fact": "csat", "operator": "lessThan", "value": 60 }] }, "effects": [{ "kind": "cap", "maximum": 59 }] },
    { "id": "vip-unsolved", "when": { "all": [
        { "fact": "crm", "path": "$.level", "operator": "equal", "value": "vip" },
        { "fact": "ratings", "path": "$.solved", "operator": "equal", "value": false } ] }, "effects": [{ "kind": "fail" }] }
  ],
  "result": { "passMark": 50 }
}`)
const { rubric } = scorer
const evaluation = { id: 'example-5', rubric: 'service-call', ratings: { solved: false, polite: true } }
const declared = rubric.facts ?? {}

// Every resolver is called once and all at the same time.
const facts = await resolveFacts({ csat: async () => 72, crm: async () => ({ level: 'vip' }) }, { declared })
const { score, verdict, gates } = scorer.score({ ...evaluation, facts })
console.log(`score ${score}, ${verdict}, gates ${gates}`)

// A resolver that gives undefined leaves the fact unknown; the rules that need it are listed, never guessed.
const partial = await resolveFacts({ csat: async () => undefined, crm: () => ({ level: 'basic' }) }, { declared })
console.log(`undetermined ${scorer.score({ ...evaluation, facts: partial }).undetermined}`)

try {
  await resolveFacts({ csat: () => Promise.reject(new Error('survey service is down')) }, { declared })
} catch (error) {
  if (!isCallgradeError(error)) throw error
  console.log(`${error.code}: ${error.issues.map((issue) => messageOf(issue, 'en')).join(' ')}`)
}

// The same rules in a real Engine, which fetches a fact only when a rule asks for it.
const engine = createEngine(rubric)
engine.addFact('csat', async () => 42)
engine.addFact('crm', async () => ({ level: 'vip' }))
engine.addFact('ratings', evaluation.ratings)
const { events } = await engine.run()
console.log('events', events.map(({ type, params }) => `${params?.kind} ${type}`).sort())
