/** Exit codes of every command: fine, faults found, wrong use. */
export const EXIT = { fine: 0, faults: 1, wrongUse: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
