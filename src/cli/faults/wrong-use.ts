/** The command cannot go on as it was called, or a file cannot be read or written: exit code 2. */
export class WrongUse extends Error {}
