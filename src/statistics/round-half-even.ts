/** Rounds to the nearest whole number; of two equally near ones to the even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const beyond = value - floor
  return beyond > 0.5 || (beyond === 0.5 && floor % 2 === 1) ? floor + 1 : floor
}
