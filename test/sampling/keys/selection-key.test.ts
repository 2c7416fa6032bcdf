import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../src/sampling/keys/hex-of.js'
import { keyedUniform, uniformOf } from '../../../src/sampling/keys/keyed-uniform.js'
import { selectionKey } from '../../../src/sampling/keys/selection-key.js'
import { sha256 } from '../../../src/sampling/keys/sha256.js'

const nodeHash = (text: string) => createHash('sha256').update(text, 'utf8').digest()

describe('keys', () => {
  it('are the SHA-256 of seed and id in UTF-8, whoever computes them', () => {
    // FIPS 180-4, example of "abc".
    expect(hexOf(sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (seed, id) => {
        fc.pre(!seed.includes(':') && !/\p{Surrogate}/u.test(seed + id))
        const key = nodeHash(`${seed}:${id}`)
        expect(hexOf(selectionKey(seed, id))).toBe(key.toString('hex'))
        expect(selectionKey(seed, id, nodeHash)).toEqual(key)
        const digits = Number.parseInt(key.toString('hex').slice(0, 13), 16)
        expect(keyedUniform(seed, id)).toBe((digits + 0.5) / 2 ** 52)
      }),
    )
  })

  it('give numbers strictly between 0 and 1', () => {
    expect(uniformOf(new Uint8Array(32))).toBe(2 ** -53)
    expect(uniformOf(new Uint8Array(32).fill(255))).toBe(1 - 2 ** -53)
    expect(uniformOf(Uint8Array.of(0, 0, 0, 0, 0, 0, 0x1f))).toBe(1.5 / 2 ** 52)
  })

  it('refuse a colon in the seed, which would let two pairs share a key', () => {
    expect(() => selectionKey('a:b', 'c')).toThrow(expect.objectContaining({ code: 'sampling/seed' }))
  })
})
