export type { RuleEvent } from './create-engine.js'
export { createEngine } from './create-engine.js'
