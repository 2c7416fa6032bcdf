import { checkObject, checkWhole } from '../check-arguments.js'
import type { HypergeometricDraw } from './hypergeometric-draw.js'

/** Refuses a draw that cannot be made: more marked or drawn than the population holds. */
export function checkDraw(name: string, draw: HypergeometricDraw): void {
  checkObject(name, draw)
  checkWhole('population', draw.population, 0)
  checkWhole('marked', draw.marked, 0, draw.population)
  checkWhole('drawn', draw.drawn, 0, draw.population)
}
