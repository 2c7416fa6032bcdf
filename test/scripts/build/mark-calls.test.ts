import { describe, expect, it } from 'vitest'
import { markCalls } from '../../../scripts/build/mark-calls.js'

const marked = (source: string): string => markCalls(source, 'module.ts').replaceAll('/* @__PURE__ */ ', '@')

describe('calls of a built module', () => {
  it('that run at load are marked, those in their arguments included', () => {
    expect(marked('export const schema = object({ id: string().min(1) })')).toBe(
      'export const schema = @object({ id: @string().min(1) })',
    )
    expect(marked('const names = new Map([[1, nameOf(1)]])')).toBe('const names = @new Map([[1, @nameOf(1)]])')
  })

  it('that run later are left alone', () => {
    expect(marked('const later = () => run()')).toBe('const later = () => run()')
    expect(marked('export function later() { return run() }')).toBe('export function later() { return run() }')
    expect(marked('const schema = once(() => object({ id: string() }))')).toBe(
      'const schema = @once(() => object({ id: string() }))',
    )
    expect(marked('class Counter { seen = new Set(); static all = new Set() }')).toBe(
      'class Counter { seen = new Set(); static all = @new Set() }',
    )
  })

  it('whose result is not kept run for their effect, and are left alone', () => {
    expect(marked('start()')).toBe('start()')
  })
})
