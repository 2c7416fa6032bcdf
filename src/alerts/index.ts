export type { Purpose } from '../scoring/evaluation.js'
