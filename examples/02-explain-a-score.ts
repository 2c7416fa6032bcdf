// Explains a score for people in English and in Chinese, then reads the exact fractions behind it.
import { compileRubric, explanationText, type Rubric } from 'callgrade'
import type { ExplainedNode } from 'callgrade/scoring'

const rubric: Rubric = {
  format: 'callgrade/rubric@1',
  id: 'service-call',
  version: '1',
  title: { 'zh-CN': '服务通话', en: 'Service call' },
  scales: { five: { levels: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }] } },
  defaultScale: 'five',
  facts: { csat: { type: 'number' } },
  sections: [
    {
      id: 'talk',
      title: { 'zh-CN': '沟通', en: 'Talk' },
      weight: 20,
      items: [
        { id: 'greeting', title: { 'zh-CN': '问候', en: 'Greeting' }, weight: 2 },
        { id: 'listening', title: { 'zh-CN': '倾听', en: 'Listening' }, weight: 1, mayBeNotApplicable: true },
      ],
    },
    {
      id: 'solution',
      title: { 'zh-CN': '解决', en: 'Solution' },
      weight: 80,
      items: [
        { id: 'answer', title: { 'zh-CN': '解答', en: 'Answer' } },
        {
          id: 'slips',
          title: { 'zh-CN': '操作差错', en: 'Slips' },
          kind: 'deduction',
          base: 10,
          faults: [{ id: 'wrong-note', title: { 'zh-CN': '工单记错', en: 'Wrong note' }, points: 3 }],
        },
      ],
    },
  ],
  gates: [
    {
      id: 'csat-floor',
      title: { 'zh-CN': '满意度底线', en: 'Satisfaction floor' },
      when: { all: [{ fact: 'csat', operator: 'lessThan', value: 60 }] },
      effects: [{ kind: 'cap', maximum: 59 }],
    },
  ],
  result: { passMark: 60 },
}

const explained = compileRubric(rubric).explain({
  id: 'example-2',
  rubric: 'service-call',
  ratings: {
    greeting: 4,
    listening: { rating: 'na', comment: 'The line was silent' },
    answer: 5,
    slips: [{ id: 'wrong-note', count: 2 }],
  },
  facts: { csat: 45 },
})

console.log(explanationText(explained, 'en'))
console.log()
console.log(explanationText(explained, 'zh-CN'))

console.log()
for (const leaf of leavesOf(explained.explanation.tree))
  console.log(`${leaf.id}: share ${leaf.share}, points ${leaf.points}, lost ${leaf.lost}`)

function leavesOf(nodes: readonly ExplainedNode[]): readonly ExplainedNode[] {
  return nodes.flatMap((node) => (node.children ? leavesOf(node.children) : [node]))
}
