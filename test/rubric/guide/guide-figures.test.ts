import { describe, expect, it } from 'vitest'
import { evaluationGuide, type Rubric, sharesOf } from '../../../src/rubric/index.js'
import { compileRubric } from '../../../src/scoring/index.js'

const base = { format: 'callgrade/rubric@1', id: 'r', version: '1', title: 'R' }
const rubricOf = (items: readonly object[], result: object = { passMark: 60 }, more: object = {}): Rubric =>
  ({ ...base, sections: [{ id: 'all', items }], result, ...more }) as unknown as Rubric

const options = [
  { id: 'a', points: 1.005 },
  { id: 'b', points: 8.165 },
  { id: 'c', points: 100 },
]
const choice = { id: 'deal', kind: 'choice', options }
/** Cells of the second column of the table whose rows begin with an id in code. */
const pointsOf = (guide: string): readonly string[] =>
  [...guide.matchAll(/^\| \*\*[^|]*\*\* `[^|]*` \| ([^|]*) \|/gm)].map(([, cell = '']) => cell)

describe('percentages of a guide', () => {
  it('are those of the score: 1.005 and 8.165 of 100 are exact halves, which go up', () => {
    const rubric = rubricOf([choice])
    expect(pointsOf(evaluationGuide(rubric))).toEqual(['1.01 %', '8.17 %', '100 %'])
    const scorer = compileRubric(rubric)
    const scores = options.map(({ id }) => scorer.score({ id, rubric: 'r', ratings: { deal: id } }).items.deal)
    expect(scores).toEqual([1.01, 8.17, 100])
  })

  it('are rounded by the rules of the rubric', () => {
    // To even: 8.165 has 6 before the half and stays; 1.005 has 0 before it and stays.
    expect(pointsOf(evaluationGuide(rubricOf([choice], { passMark: 60, rounding: 'half-even' })))).toEqual([
      '1 %',
      '8.16 %',
      '100 %',
    ])
    expect(pointsOf(evaluationGuide(rubricOf([choice], { passMark: 60, decimals: 0 })))).toEqual([
      '1 %',
      '8 %',
      '100 %',
    ])
  })

  it('hold for levels by points, for ranges and for options that may be combined', () => {
    const levels = options.map(({ points }, value) => ({ value, points }))
    const scales = { s: { levels, scoring: 'points' } }
    const ranges = [
      { atMost: 1, points: 1.005 },
      { atMost: 2, above: 1, points: 8.165 },
      { above: 2, points: 100 },
    ]
    const several = { ...choice, multiple: true, maximumPoints: 100 }
    for (const item of [{ id: 'level', scale: 's' }, { id: 'time', kind: 'numeric', minimum: 0, ranges }, several]) {
      const guide = evaluationGuide(rubricOf([item], { passMark: 60 }, { scales }))
      expect(guide).toContain('| 1.01 % |')
      expect(guide).toContain('| 8.17 % |')
    }
  })

  it('of shares are exact as well: 1 of 800 is 0.125 %, a half', () => {
    const items = [
      { id: 'small', kind: 'yes-no', weight: 1 },
      { id: 'great', kind: 'yes-no', weight: 799 },
    ]
    const rubric = rubricOf(items)
    expect(sharesOf(rubric).small?.exact).toBe('1/800')
    expect(evaluationGuide(rubric)).toContain('| — small | 0.13 % |')
  })
})

describe('a guide as HTML', () => {
  const hostile = rubricOf([
    {
      id: 'greet',
      kind: 'yes-no',
      title: '<img src=x onerror=alert(1)>',
      description: 'first\nsecond & "third"',
      guidance: { yes: { description: '</td></table><script>alert(1)</script>' } },
    },
  ])
  const html = evaluationGuide(hostile, { format: 'html', language: 'zh-CN' })

  it('is one page in its language, without script and without anything from elsewhere', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/)
    expect(html).toContain('<meta charset="utf-8">')
    expect(html).not.toMatch(/<(script|img|link|iframe)|\b(src|href|on\w+)=["']|@import|url\(/i)
  })

  it('lets no text become markup', () => {
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).toContain('first<br>second &amp; &quot;third&quot;')
    expect(html).toContain('&lt;/td&gt;&lt;/table&gt;&lt;script&gt;')
  })

  it('closes every element that it opens', () => {
    const open: string[] = []
    for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (close) expect(open.pop()).toBe(name)
      else if (!['meta', 'br'].includes(name)) open.push(name)
    }
    expect(open).toEqual([])
  })

  it('says the same as the Markdown, cell by cell', () => {
    const plain = rubricOf([choice, { id: 'solved', kind: 'yes-no', mayBeNotApplicable: true }])
    const cells = (text: string): readonly string[] =>
      text
        .split('\n')
        .filter((line) => line.startsWith('| ') && !line.includes('---'))
        .flatMap((line) => line.slice(2, -2).split(' | '))
        .map((cell) => cell.replace(/[*`]/g, '').trim())
    const shown = [...evaluationGuide(plain, { format: 'html' }).matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(
      ([, cell = '']) => cell.replace(/<[^>]*>/g, '').trim(),
    )
    expect(shown).toEqual(cells(evaluationGuide(plain)))
  })
})
