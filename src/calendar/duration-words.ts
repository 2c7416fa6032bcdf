/** Moments of the last working day at which a duration may end. */
export const WORKING_DAY_ENDS = ['day', 'close', 'same-time'] as const

/** What becomes of a weekday that is not worked. */
export const HOLIDAY_RULES = ['next-working-day', 'same-day'] as const
