import { describe, expect, it } from 'vitest'
import { withoutDescriptions } from '../../../scripts/build/without-descriptions.js'

const stripped = (source: string): string => withoutDescriptions(source, 'schema.ts').replaceAll(/ +/g, ' ').trim()

describe('the schemas that documents are read by', () => {
  it('hold no descriptions', () => {
    expect(stripped("described(text(), 'The title.', '标题。')")).toBe('(text() )')
    expect(stripped("described(list(described(text(), 'One.', '一。')), `All.`, '全部。')")).toBe('(list( (text() )) )')
    expect(stripped("optionalText('What it is for.', '用途。')")).toBe("optionalText('' , '' )")
    expect(stripped("header('x@1', ['Its id.', '其 id。'])")).toBe("header('x@1', ['' , '' ])")
  })

  it('keep every other text', () => {
    for (const source of ["word(['yes', 'no'])", "regex(/中/, '中')", "title('标题')", "pair('one', 'two')"])
      expect(stripped(source)).toBe(source)
  })

  it('keep each character in its place, so that source maps stay right', () => {
    const source = "described(\n  text(),\n  'The title.',\n  '标题。',\n)\nexport const next = 1\n"
    const result = withoutDescriptions(source, 'schema.ts')
    expect(result.length).toBe(source.length)
    expect(result.split('\n').map((line) => line.length)).toEqual(source.split('\n').map((line) => line.length))
    expect(result.indexOf('export')).toBe(source.indexOf('export'))
  })
})
