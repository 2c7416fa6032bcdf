import { describe, expect, it, vi } from 'vitest'
import { resolveFacts } from '../../src/conditions/index.js'
import { type Issue, isCallgradeError } from '../../src/issues/index.js'
import { FACTS } from './issues-of.js'

async function issuesOfPromise(promise: Promise<unknown>): Promise<readonly Issue[]> {
  try {
    await promise
  } catch (error) {
    if (isCallgradeError(error)) return error.issues
    throw error
  }
  return []
}

describe('resolveFacts', () => {
  it('gives the values of resolvers, whether they come at once or later', async () => {
    expect(await resolveFacts({ csat: async () => 92, transfers: () => 1 })).toEqual({ csat: 92, transfers: 1 })
    expect(await resolveFacts({})).toEqual({})
  })

  it('calls every resolver once', async () => {
    const resolvers = { csat: vi.fn(async () => 92), transfers: vi.fn(() => 1) }
    await resolveFacts(resolvers, { declared: FACTS })
    expect(resolvers.csat).toHaveBeenCalledTimes(1)
    expect(resolvers.transfers).toHaveBeenCalledTimes(1)
  })

  it('calls all of them before it waits for the first', async () => {
    const events: string[] = []
    let release: () => void = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    // The first waits until the second has been called; one after the other they would never end.
    const facts = await resolveFacts({
      csat: async () => {
        events.push('csat called')
        await gate
        return 92
      },
      transfers: async () => {
        events.push('transfers called')
        release()
        return 1
      },
    })
    expect(events).toEqual(['csat called', 'transfers called'])
    expect(facts).toEqual({ csat: 92, transfers: 1 })
  })

  it('does not fetch what is given, and keeps it', async () => {
    const csat = vi.fn(() => 10)
    const given = Object.freeze({ csat: 92, product: 'card' })
    expect(await resolveFacts({ csat, transfers: () => 1 }, { given })).toEqual({
      csat: 92,
      product: 'card',
      transfers: 1,
    })
    expect(csat).not.toHaveBeenCalled()
  })

  it('takes falsy facts for given, and an undefined one for not given', async () => {
    const resolver = vi.fn(() => 5)
    expect(
      await resolveFacts({ a: resolver, b: resolver, c: resolver }, { given: { a: 0, b: null, c: false } }),
    ).toEqual({
      a: 0,
      b: null,
      c: false,
    })
    expect(resolver).not.toHaveBeenCalled()
    expect(await resolveFacts({ a: resolver }, { given: { a: undefined } })).toEqual({ a: 5 })
  })

  it('leaves out what a resolver does not know', async () => {
    expect(Object.keys(await resolveFacts({ csat: async () => undefined, transfers: () => 1 }))).toEqual(['transfers'])
  })

  it('names all that failed together, with their reasons', async () => {
    const issues = await issuesOfPromise(
      resolveFacts({
        csat: async () => {
          throw new Error('no answer')
        },
        transfers: () => {
          throw 'offline'
        },
        product: () => 'card',
      }),
    )
    expect(issues).toMatchObject([
      { code: 'conditions/fact-unavailable', path: ['csat'], received: '"no answer"' },
      { code: 'conditions/fact-unavailable', path: ['transfers'], received: '"offline"' },
    ])
  })

  it('names a fact whose resolver throws a value that has no text', async () => {
    const issues = await issuesOfPromise(
      resolveFacts({
        csat: () => {
          throw Object.create(null)
        },
        transfers: async () => {
          throw Object.defineProperty(new Error(), 'message', {
            get: () => {
              throw new TypeError('no message')
            },
          })
        },
      }),
    )
    expect(issues).toMatchObject([
      { code: 'conditions/fact-unavailable', path: ['csat'], received: 'error' },
      { code: 'conditions/fact-unavailable', path: ['transfers'], received: 'error' },
    ])
  })

  it('refuses resolvers of facts that are not declared, all together, and calls none', async () => {
    const resolver = vi.fn(() => 1)
    const issues = await issuesOfPromise(
      resolveFacts({ cast: resolver, csat: resolver, toString: resolver, tansfers: resolver }, { declared: FACTS }),
    )
    expect(issues).toMatchObject([
      { code: 'conditions/unknown-fact', path: ['cast'], received: '"cast"', suggestion: 'csat' },
      { code: 'conditions/unknown-fact', path: ['toString'] },
      { code: 'conditions/unknown-fact', path: ['tansfers'], suggestion: 'transfers' },
    ])
    expect(resolver).not.toHaveBeenCalled()
  })

  it('sets no prototype, whatever the facts are called', async () => {
    const resolvers = Object.fromEntries([['__proto__', () => ({ csat: 1 })]])
    const facts = await resolveFacts(resolvers)
    expect(Object.hasOwn(facts, '__proto__')).toBe(true)
    expect(facts.csat).toBeUndefined()
  })
})
