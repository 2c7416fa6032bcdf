import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintRubric, type Rubric } from '../../src/rubric/index.js'
import { compileRubric, type Evaluation } from '../../src/scoring/index.js'

const docs = join(import.meta.dirname, '../../docs')
const blocks = (file: string): readonly string[] =>
  [...readFileSync(join(docs, file), 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text)

describe.each(['writing-a-rubric.md', 'writing-a-rubric.zh-CN.md'])('the guide %s', (file) => {
  const [rubric = '', item = '', evaluation = ''] = blocks(file)

  it('shows a rubric that is clean', () => expect(lintRubric(rubric)).toEqual([]))

  it('shows an item that fits into it', () => {
    const changed = JSON.parse(rubric) as Rubric
    const sections = changed.sections.map((section) =>
      section.id === 'answer' ? { ...section, items: [JSON.parse(item)] } : section,
    )
    expect(lintRubric({ ...changed, sections } as Rubric, { today: '2027-06-30' })).toEqual([])
  })

  it('says what its call scores: 20 + 80 / 2', () => {
    expect(compileRubric(rubric).score(evaluation.trim())).toMatchObject({ score: 60 })
  })

  it('and the next guide works out the same call as it says', () => {
    const call = (ratings: Evaluation['ratings']): Evaluation => ({ id: 'e', rubric: 'my-rubric', ratings, vetoes: [] })
    const one = call({ greeting: 2, identity: true, correct: 3 })
    expect(compileRubric(rubric).score(one)).toMatchObject({ rawScore: 95, sections: { opening: 75 } })
    const two = call({ greeting: 2, identity: 'na', correct: 3 })
    expect(compileRubric(rubric).score(two).rawScore).toBe(90)
    const whole = JSON.parse(rubric) as Rubric
    const result = { ...whole.result, notApplicablePolicy: 'whole' as const }
    expect(compileRubric({ ...whole, result }).score(two).rawScore).toBe(94.44)
  })
})

describe('the guides in two languages', () => {
  it.each([
    'writing-a-rubric',
    'how-a-score-comes-about',
    'business-types-and-seasons',
    'conditions-and-facts',
    'integration',
    'calibration',
    'kappa-and-alpha',
    'appeals',
    'changing-a-rubric',
  ])('%s have the same headings in number and the same code', (name) => {
    const [english, chinese] = ['.md', '.zh-CN.md'].map((end) => readFileSync(join(docs, name + end), 'utf8'))
    const headings = (text = ''): number => text.split('\n').filter((line) => /^#+ /.test(line)).length
    expect(headings(chinese)).toBe(headings(english))
    const keys = (file: string): readonly string[] =>
      blocks(file).map((text) =>
        text.replace(/"[^"]*\p{Script=Han}[^"]*"/gu, '""').replace(/"description": "[^"]*"/g, '"description": ""'),
      )
    expect(keys(`${name}.zh-CN.md`)).toEqual(keys(`${name}.md`))
  })
})
