import { describe, expect, it } from 'vitest'
import { hasCode, type Issue, languageOf, messageIn, messageOf, type TitledRubric } from '../../src/issues/index.js'
import { messages as english } from '../../src/issues/messages/en.js'
import { messages as chinese } from '../../src/issues/messages/zh-cn.js'

const trailingComma: Issue = { code: 'document/trailing-comma', severity: 'error', path: [] }

describe('the language of a message', () => {
  it.each(['zh', 'zh-CN', 'zh-Hans-CN', 'zh-TW', 'ZH-hant', 'zh_CN', 'yue-HK', 'cmn'])('%s is Chinese', (tag) => {
    expect(languageOf(tag)).toBe('zh-CN')
    expect(messageOf(trailingComma, tag)).toBe(messageOf(trailingComma, 'zh-CN'))
  })

  it.each(['en', 'en-GB', 'fr', 'zho-made-up', 'zhx', '', 'tlh-Latn', 'de-CH-1996'])('%j is English', (tag) => {
    expect(languageOf(tag)).toBe('en')
    expect(messageOf(trailingComma, tag)).toBe('There is a comma after the last value. Remove it.')
  })

  it('one that is imported alone says the same', () => {
    expect(messageIn(english, trailingComma)).toBe(messageOf(trailingComma, 'en'))
    expect(messageIn(chinese, trailingComma)).toBe(messageOf(trailingComma, 'zh-CN'))
  })
})

describe('titles in a message', () => {
  const rubric: TitledRubric = {
    businessTypes: [{ id: 'sales', title: { 'zh-CN': '销售', en: 'Sales' } }],
    sections: [
      {
        id: 'opening',
        title: { 'zh-CN': '开场', en: 'Opening' },
        items: [
          { id: 'greeting', title: { 'zh-CN': '问候', en: 'Greeting' } },
          { id: 'name', title: 'Names the company' },
          { id: 'bare' },
        ],
      },
    ],
    vetoes: [{ id: 'rude', title: { 'zh-CN': '辱骂客户', en: 'Insults the customer' } }],
    result: {},
  }

  it('are shown instead of ids, in the language of the message', () => {
    const issue: Issue = {
      code: 'evaluation/unanswered',
      severity: 'error',
      path: ['ratings', 'greeting'],
      received: '"greeting"',
      details: { item: 'greeting' },
    }
    expect(messageOf(issue, 'en', { rubric })).toBe('The item "Greeting" has no rating. Rate it.')
    expect(messageOf(issue, 'zh-CN', { rubric })).toBe('评分项 "问候" 尚未评分。请评分。')
    expect(messageOf(issue, 'en')).toBe('The item "greeting" has no rating. Rate it.')
  })

  it('are shown in lists; a part without a title keeps its id', () => {
    const issue: Issue = {
      code: 'rubric/profile-incomplete',
      severity: 'error',
      path: [],
      details: { missing: 'name, bare', businessType: 'sales' },
    }
    expect(messageOf(issue, 'en', { rubric })).toContain('"Sales"')
    expect(messageOf(issue, 'en', { rubric })).toContain('"Names the company", "bare"')
  })

  it('leave what has to be written as it is', () => {
    const issue: Issue = {
      code: 'evaluation/unknown-item',
      severity: 'error',
      path: [],
      received: '"greetin"',
      expected: '"greeting" | "name"',
      suggestion: 'greeting',
    }
    expect(messageOf(issue, 'en', { rubric })).toBe(messageOf(issue, 'en'))
  })
})

describe('hasCode', () => {
  it('types the details', () => {
    const issue: Issue = { code: 'document/duplicate-key', severity: 'error', path: ['id'], details: { firstLine: 4 } }
    const line: number | undefined = hasCode(issue, 'document/duplicate-key') ? issue.details.firstLine : undefined
    expect(line).toBe(4)
    expect(hasCode(issue, 'document/comment')).toBe(false)
  })
})
