// Draws the pictures of the guides into docs/pictures/, from the real month: `npx tsx scripts/draw-pictures.ts`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../src/issues/index.js'
import { allocationPicture } from './picture-allocation.js'
import { drawsPicture, hundredDraws } from './picture-draws.js'
import { marginPicture } from './picture-margin.js'
import { type Month, readMonth } from './picture-month.js'
import { agentsPicture, businessTypesPicture } from './picture-shares.js'

const folder = join(import.meta.dirname, '../docs/pictures')
const month = readMonth()
const draws = hundredDraws(month)
const pictures: Readonly<Record<string, (month: Month, language: Language) => string>> = {
  allocation: allocationPicture,
  margin: marginPicture,
  'business-types': businessTypesPicture,
  agents: agentsPicture,
  draws: (known, language) => drawsPicture(known, draws, language),
}

mkdirSync(folder, { recursive: true })
for (const [name, draw] of Object.entries(pictures))
  for (const language of ['en', 'zh-CN'] as const) {
    const file = `${name}.${language}.svg`
    writeFileSync(join(folder, file), draw(month, language))
    console.log(`docs/pictures/${file}`)
  }
