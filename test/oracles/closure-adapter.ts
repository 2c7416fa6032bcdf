export const closureMethods = {}
