// Writes what every error and warning means, in both languages: `npm run messages`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { messagePage } from './message-page.js'

const docs = join(import.meta.dirname, '../docs')
for (const [language, name] of [
  ['en', 'messages.md'],
  ['zh-CN', 'messages.zh-CN.md'],
] as const) {
  writeFileSync(join(docs, name), messagePage(language))
  console.log(`docs/${name}`)
}
