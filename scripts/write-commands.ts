// Writes the reference of the command line in both languages from the definitions of the commands: `npm run commands`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandPage } from './command-page.js'

const docs = join(import.meta.dirname, '../docs')
for (const [language, name] of [
  ['en', 'commands.md'],
  ['zh-CN', 'commands.zh-CN.md'],
] as const) {
  writeFileSync(join(docs, name), await commandPage(language))
  console.log(`docs/${name}`)
}
