import { describe, expect, test } from 'vitest'
import { isCallgradeError } from '../../../src/issues/callgrade-error.js'
import { countFrame } from '../../../src/sampling/frame/count-frame.js'
import { frameCounter } from '../../../src/sampling/frame/frame-counter.js'
import type { FrameOptions } from '../../../src/sampling/frame/frame-options.js'
import { mergeFrameCounts } from '../../../src/sampling/frame/merge-frame-counts.js'
import type { FrameRow } from '../../../src/sampling/frame/reading/frame-row.js'
import { soundCalls, soundDesign } from '../sound-design.js'

function faultsOf(rows: readonly FrameRow[], options: FrameOptions = {}): string[] {
  try {
    countFrame(rows, soundDesign, options)
    return []
  } catch (error) {
    if (!isCallgradeError(error)) throw error
    return error.issues.map(({ code, path, details }) => `${code} ${path.join('.')} line ${details?.line}`)
  }
}

const call = { 编号: 'a', 坐席: 'x', type: '咨询', started: '2026-08-01T06:00', answered: true }
const textCall = { ...call, answered: 'true' }

describe('a row', () => {
  test.each<[string, FrameRow, string[]]>([
    ['no answer to eligible', { ...call, answered: undefined }, ['sampling/eligible-unknown answered line 1']],
    ['an id that is a number', { ...call, 编号: 17 }, ['sampling/cell-type 编号 line 1']],
    ['no id', { ...call, 编号: null }, ['sampling/missing-id 编号 line 1']],
    ['an empty id', { ...call, 编号: '' }, ['sampling/missing-id 编号 line 1']],
    ['no stratum', { ...call, type: undefined }, ['sampling/missing-stratum type line 1']],
    ['no time of a slot', { ...call, started: null }, ['sampling/missing-stratum started line 1']],
    ['a number as text', { ...call, waited: '5' }, ['sampling/cell-type waited line 1']],
    ['half a second where whole ones are counted', { ...call, waited: 5.5 }, ['sampling/cell-type waited line 1']],
    ['a day that does not exist', { ...call, started: '2026-02-29T10:00' }, ['sampling/cell-type started line 1']],
    ['a space between date and time', { ...call, started: '2026-08-01 10:00' }, ['sampling/cell-type started line 1']],
    ['a control character in an id', { ...call, 编号: 'a\n' }, ['sampling/bad-text 编号 line 1']],
    ['half a character in a label', { ...call, type: '\ud842' }, ['sampling/bad-text type line 1']],
    [
      'two faults',
      { ...call, waited: 'x', rate: 'y' },
      ['sampling/cell-type waited line 1', 'sampling/cell-type rate line 1'],
    ],
  ])('with %s is told', (_, row, faults) => {
    expect(faultsOf([row])).toEqual(faults)
  })

  test('of CSV is text: numbers are read, an empty cell is missing, a leading zero makes no number', () => {
    expect(
      faultsOf([{ ...textCall, waited: '12', rate: '-0.5', day: '2026-08-01', 坐席: '' }], { cells: 'text' }),
    ).toEqual([])
    expect(faultsOf([{ ...textCall, waited: '012' }], { cells: 'text' })).toEqual(['sampling/cell-type waited line 1'])
    expect(faultsOf([{ ...textCall, waited: ' 12' }], { cells: 'text' })).toEqual(['sampling/cell-type waited line 1'])
    expect(faultsOf([{ ...textCall, answered: 'TRUE' }], { cells: 'text' })).toEqual([
      'sampling/cell-type answered line 1',
    ])
    expect(faultsOf([{ ...textCall, answered: '' }], { cells: 'text' })).toEqual([
      'sampling/eligible-unknown answered line 1',
    ])
  })

  test('that is not eligible is no call, and its id may be missing', () => {
    expect(countFrame([{ ...call, answered: false, 编号: undefined }, call], soundDesign).N).toBe(1)
  })

  test('that is faulty stops the count with every other one, or is left out and counted', () => {
    const rows = [{ ...call, waited: 'x' }, call, { ...call, 编号: 5 }]
    expect(faultsOf(rows)).toEqual(['sampling/cell-type waited line 1', 'sampling/cell-type 编号 line 3'])
    const counts = countFrame(rows, soundDesign, { badRows: 'leave-out' })
    expect([counts.rows, counts.N, counts.leftOut]).toEqual([3, 1, 2])
  })

  test('is told with the line that the caller gives', () => {
    const counter = frameCounter(soundDesign)
    counter.add({ ...call, 编号: 7 }, 4711)
    expect(() => counter.finish()).toThrow('4711')
  })
})

describe('slots', () => {
  test.each([
    ['05:59', '夜'],
    ['06:00', '早'],
    ['11:59:59.9', '早'],
    ['12:00', '日'],
    ['21:59', '日'],
    ['22:00', '夜'],
    ['00:00', '夜'],
  ])('wall time %s is %s', (time, label) => {
    expect(countFrame([{ ...call, started: `2026-08-01T${time}` }], soundDesign).strata[0]?.labels[1]).toBe(label)
  })

  test('an instant with an offset is taken to the zone of the design', () => {
    // 22:30 in UTC is 06:30 of the next day in Shanghai.
    expect(countFrame([{ ...call, started: '2026-08-01T22:30:00Z' }], soundDesign).strata[0]?.labels[1]).toBe('早')
    expect(countFrame([{ ...call, started: '2026-08-01T06:30:00+08:00' }], soundDesign).strata[0]?.labels[1]).toBe('早')
  })
})

describe('repeated calls', () => {
  const rows = soundCalls(5_000).map((row) => ({ ...row, answered: true }))

  test('are found with both lines, wherever they stand', () => {
    const repeated = [
      ...rows.slice(0, 4_200),
      { ...call, 编号: '通话-7' },
      ...rows.slice(4_200),
      { ...call, 编号: '通话-4999' },
    ]
    try {
      countFrame(repeated, soundDesign)
      expect.unreachable()
    } catch (error) {
      if (!isCallgradeError(error)) throw error
      expect(error.issues.map(({ code, details }) => [code, details?.firstLine, details?.line])).toEqual([
        ['sampling/duplicate-call', 8, 4_201],
        ['sampling/duplicate-call', 5_001, 5_002],
      ])
    }
  })

  test('are found across parts that were counted apart', () => {
    const [first, second] = [countFrame(rows.slice(0, 100), soundDesign), countFrame(rows.slice(99, 200), soundDesign)]
    expect(() => mergeFrameCounts(first, second)).toThrow('sampling/duplicate-call: line 100, firstLine 1')
  })

  test('take 16 bytes a call, or none where ids are taken to be unique', () => {
    const counts = countFrame(rows, soundDesign)
    expect(counts.fingerprints?.byteLength).toBe(16 * 5_000)
    const unique = countFrame([...rows, ...rows], soundDesign, { assumeUnique: true })
    expect(unique.fingerprints).toBeUndefined()
    expect([unique.N, unique.assumeUnique]).toEqual([10_000, true])
  })
})
