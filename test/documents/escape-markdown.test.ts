import { expect, it } from 'vitest'
import { escapeMarkdown } from '../../src/documents/escape-markdown.js'

it('takes the meaning from every character that Markdown would act on', () => {
  expect(escapeMarkdown('*a* _b_ `c` [d](e) <f> ~g~ h|i & $j$ @k \\')).toBe(
    String.raw`\*a\* \_b\_ \`c\` \[d\](e) \<f\> \~g\~ h\|i \& \$j\$ \@k \\`,
  )
})

it('keeps a text on one line and without control characters', () => {
  expect(escapeMarkdown(' a\r\n\r\n# b\u2028c\u0007d\u001b[31m ')).toBe(String.raw`a # b c d \[31m`)
})

it('makes no links of addresses', () => {
  expect(escapeMarkdown('https://a.b www.c.d mail@e.f')).toBe(String.raw`https\://a.b www\.c.d mail\@e.f`)
})
