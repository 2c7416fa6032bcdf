import type { Issue } from '../../issues/issue.js'
import type { SamplingDesign } from '../design/sampling-design.js'
import type { Sha256 } from '../keys/sha256.js'
import type { ManifestInput } from '../manifest/manifest.js'

/** Options of `verifySample`. */
export interface VerifyOptions {
  /** The files as they are now; compared with those of the manifest by their digests. */
  readonly inputs?: readonly ManifestInput[]
  /** The design as it was fixed, where it is known from another source than the manifest. */
  readonly design?: SamplingDesign
  /** A faster SHA-256, such as Node's. @defaultValue `sha256` */
  readonly hash?: Sha256
}

/** Result of a verification. */
export interface Verification {
  /** Whether the sample is what seed, design and data give; warnings do not change it. */
  readonly isSound: boolean
  /** Every difference and every warning, errors first. */
  readonly findings: readonly Issue[]
}

/** Puts errors before warnings and judges by the errors. */
export function verificationOf(issues: readonly Issue[]): Verification {
  const isError = ({ severity }: Issue): boolean => severity === 'error'
  const errors = issues.filter(isError)
  return { isSound: errors.length === 0, findings: [...errors, ...issues.filter((issue) => !isError(issue))] }
}
