import * as crypto from 'node:crypto'
import type { Sha256 } from '../../sampling/index.js'

/** Node's SHA-256: in one step where Node has it (20.12), which is twice as quick for short texts. */
export const nodeSha256: Sha256 =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text, 'buffer')
    : (text) => crypto.createHash('sha256').update(text, 'utf8').digest()
