// A rubric shipped with the package, imported as the JSON it is.
import { compileRubric, type Scorer } from 'callgrade'
import rubric from 'callgrade/rubrics/outbound-sales.json' with { type: 'json' }

export const scorer: Scorer = compileRubric(rubric)
