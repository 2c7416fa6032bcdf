import type { DrawnCall } from '../manifest/manifest.js'

/** Returns whether a call was drawn to be measured, not for another purpose. */
export function isMeasured({ purpose }: DrawnCall): boolean {
  return purpose === 'measure'
}
