/** The text of a file is not in its encoding: exit code 1. */
export class BadEncoding extends Error {}
