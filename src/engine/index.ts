export { createEngine } from './create-engine.js'
export type { RuleEvent } from './engine-rules.js'
