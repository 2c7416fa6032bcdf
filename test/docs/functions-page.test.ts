import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as alerts from '../../src/alerts/index.js'
import * as calendar from '../../src/calendar/index.js'
import * as calibration from '../../src/calibration/index.js'
import * as conditions from '../../src/conditions/index.js'
import * as engine from '../../src/engine/index.js'
import * as root from '../../src/index.js'
import * as issues from '../../src/issues/index.js'
import * as rubric from '../../src/rubric/index.js'
import * as sampling from '../../src/sampling/index.js'
import * as scoring from '../../src/scoring/index.js'
import * as statistics from '../../src/statistics/index.js'

const paths = { alerts, calendar, calibration, conditions, engine, issues, rubric, sampling, scoring, statistics }
const docs = join(import.meta.dirname, '../../docs')

describe.each(['functions.md', 'functions.zh-CN.md'])('the page %s', (name) => {
  const page = readFileSync(join(docs, name), 'utf8')
  const named = new Set([...page.matchAll(/`(\w+)[`(]/g)].map(([, word]) => word))

  it.each(Object.entries(paths))('names every export of callgrade/%s', (_, path) => {
    expect(Object.keys(path).filter((key) => !named.has(key))).toEqual([])
  })

  it('names in the row of callgrade itself what the root exports', () => {
    const row = page.split('\n').find((line) => line.startsWith('| `callgrade` |')) ?? ''
    const parsers = Object.keys(root).filter((key) => key.startsWith('safeParse'))
    expect(Object.keys(root).filter((key) => !row.includes(`\`${key}\``))).toEqual(parsers)
  })
})
