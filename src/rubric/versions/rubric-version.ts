import type { Form } from '../format/form.js'
import type { Rubric } from '../format/rubric.js'

/** One version of a rubric with its form. */
export interface RubricVersion {
  readonly rubric: Rubric
  readonly form: Form
}
