import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { monthDesign, monthRows } from '../../../examples/support/month.js'
import { drawSample } from '../../../src/sampling/draw/draw-sample.js'
import { countFrame } from '../../../src/sampling/frame/count-frame.js'
import { planSample } from '../../../src/sampling/size/plan-sample.js'

const root = join(import.meta.dirname, '../../..')
const rows = monthRows()
const manifest = drawSample(rows, planSample(countFrame(rows, monthDesign(), { cells: 'text' })), {
  seed: '1999-08',
  cells: 'text',
})
const measured = manifest.drawn.filter(({ purpose }) => purpose === 'measure')

/** The lines that a guide tells its readers to type. */
function shellLines(guide: string): string {
  const text = readFileSync(join(root, 'docs', guide), 'utf8')
  const block = /```sh\n(seed=[^`]+)```/.exec(text)?.[1]
  if (block === undefined) throw new Error(`${guide} shows no shell lines`)
  return block
}

test.each(['sampling-a-month.md', 'sampling-a-month.zh-CN.md'])(
  'the shell lines of %s draw the calls of the manifest with sha256sum and sort alone',
  (guide) => {
    const folder = mkdtempSync(join(tmpdir(), 'callgrade-shell-'))
    try {
      copyFileSync(join(root, 'examples/data/calls-1999-08.csv'), join(folder, 'calls-1999-08.csv'))
      execFileSync('sh', ['-euc', shellLines(guide)], { cwd: folder })
      const drawn = readFileSync(join(folder, 'drawn.txt'), 'utf8').trim().split('\n')
      expect(drawn).toEqual(
        measured.filter(({ stratum }) => stratum === '["callback","priority","day"]').map(({ callId }) => callId),
      )
      writeFileSync(join(folder, 'measured.txt'), measured.map(({ callId }) => `${callId}\n`).join(''))
      const digest = execFileSync('sh', ['-c', 'LC_ALL=C sort measured.txt | sha256sum'], {
        cwd: folder,
        encoding: 'utf8',
      })
      expect(digest.slice(0, 64)).toBe(manifest.sampleDigest)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
