/**
 * Returns the day of the week, Monday as 0.
 * @param day - days since 1970
 */
export function weekdayIndex(day: number): number {
  // 1 January 1970 was a Thursday, which is 3.
  return (((day + 3) % 7) + 7) % 7
}
