/** The reader of standard output has gone away; not a fault. */
export class ClosedOutput extends Error {}
