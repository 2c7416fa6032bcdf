import { expectTypeOf, test } from 'vitest'
import type * as z from 'zod'
import type { AlertPolicy, alertPolicyStandardSchema } from '../../src/alerts/index.js'
import type { Calendar, calendarStandardSchema } from '../../src/calendar/index.js'
import type { Rubric, rubricStandardSchema } from '../../src/rubric/index.js'
import type { SamplingDesign, samplingDesignStandardSchema } from '../../src/sampling/index.js'
import type { Evaluation, evaluationStandardSchema } from '../../src/scoring/index.js'

/** The specification's interface, as another library declares it. */
type Specified<Output> = z.core.$ZodStandardSchema<z.ZodType<Output, Output>>
/** The specification's inference. */
type InferInput<Schema extends { '~standard': { types?: { input: unknown } | undefined } }> = NonNullable<
  Schema['~standard']['types']
>['input']
type InferOutput<Schema extends { '~standard': { types?: { output: unknown } | undefined } }> = NonNullable<
  Schema['~standard']['types']
>['output']

test('Standard Schemas infer the document', () => {
  expectTypeOf<InferOutput<typeof rubricStandardSchema>>().toEqualTypeOf<Rubric>()
  expectTypeOf<InferInput<typeof rubricStandardSchema>>().toEqualTypeOf<Rubric>()
  expectTypeOf<InferOutput<typeof samplingDesignStandardSchema>>().toEqualTypeOf<SamplingDesign>()
  expectTypeOf<InferOutput<typeof alertPolicyStandardSchema>>().toEqualTypeOf<AlertPolicy>()
  expectTypeOf<InferOutput<typeof calendarStandardSchema>>().toEqualTypeOf<Calendar>()
  expectTypeOf<InferOutput<ReturnType<typeof evaluationStandardSchema>>>().toEqualTypeOf<Evaluation>()
})

test('Standard Schemas fit where another library declares the interface', () => {
  expectTypeOf<(typeof rubricStandardSchema)['~standard']['validate']>().toExtend<Specified<Rubric>['validate']>()
})
