// callgrade/engine brings json-rules-engine itself, so it has a program of its own.
import { parseRubric } from 'callgrade'
import { createEngine } from 'callgrade/engine'

const rubric = parseRubric({
  format: 'callgrade/rubric@1',
  id: 'tiny',
  version: '1',
  title: 'Tiny',
  facts: { csat: { type: 'number' } },
  sections: [{ id: 'a', items: [{ id: 'a1', kind: 'yes-no' }] }],
  gates: [
    {
      id: 'csat-floor',
      when: { all: [{ fact: 'csat', operator: 'lessThan', value: 80 }] },
      effects: [{ kind: 'cap', maximum: 59 }],
    },
  ],
  result: { passMark: 60 },
})

createEngine(rubric)
  .run({ csat: 75 })
  .then(({ events }) => console.log(JSON.stringify(events)))
