import * as z from 'zod/mini'
import { once } from '../../documents/once.js'
import { described } from '../../documents/schema/described.js'
import { documentHeader } from '../../documents/schema/document-header.js'
import { optional } from '../../documents/schema/optional.js'
import { strictObject } from '../../documents/schema/strict-object.js'
import { digestSchema, idSchema, wordSchema } from '../../documents/schema/string-schemas.js'
import { samplingDesignSchema } from '../design/sampling-design-schema.js'
import { type Manifest, REPLACEMENT_REASONS } from './manifest.js'

const count = (en: string, zh: string) => described(z.int().check(z.minimum(0)), en, zh)
const text = (en: string, zh: string) => described(z.string().check(z.minLength(1)), en, zh)
const digest = (en: string, zh: string) => described(digestSchema(), en, zh)

/** Makes the schema of a list of objects of one shape. */
const list = <Shape extends z.core.$ZodShape>(shape: Shape, en: string, zh: string) =>
  described(z.array(strictObject(shape)), en, zh)

/** Shape of manifests. */
export const manifestSchema: () => z.ZodMiniType<Manifest> = once(() =>
  strictObject({
    ...documentHeader('callgrade/manifest@1', ['Id of the design.', '抽样方案的 id。']),
    version: text('Version of the design.', '抽样方案的版本号。'),
    design: described(samplingDesignSchema(), 'The design that was drawn by.', '抽样所依据的方案。'),
    seed: text('The seed.', '种子。'),
    seedFixedAt: optional(
      text(
        'Instant at which seed and design were fixed, before the calls are known.',
        '种子和方案确定的时间，应早于通话可见。',
      ),
    ),
    inputs: optional(
      list(
        {
          name: text('Name of the file.', '文件名。'),
          sha256: digest('SHA-256 of its bytes.', '文件内容的 SHA-256。'),
        },
        'The files that were read.',
        '读取的文件。',
      ),
    ),
    cells: described(
      wordSchema(['text', 'values']),
      'How cells are written: text as in CSV, values as in JSON.',
      '单元格的形式：text 为 CSV 文本，values 为 JSON 值。',
    ),
    assumeUnique: described(
      z.boolean(),
      'Whether ids were taken to be unique without looking.',
      '是否未经检查就认定通话编号不重复。',
    ),
    badRows: described(
      wordSchema(['refuse', 'leave-out']),
      'What was done with rows that could not be read.',
      '对无法读取的行的处理：拒绝或剔除。',
    ),
    rows: count('Rows read.', '读取的行数。'),
    leftOut: count('Faulty rows that were left out.', '被剔除的问题行数。'),
    N: count('Calls of the frame.', '抽样框的通话数。'),
    frameDigest: digest(
      'Sum mod 2^256 of the SHA-256 of every call’s compact JSON [id, label...].',
      '抽样框摘要：每通通话紧凑 JSON [编号, 标签...] 的 SHA-256 之和（mod 2^256）。',
    ),
    lastCallAt: optional(text("Wall time of the last call, in the design's zone.", '最后一通通话的当地时间。')),
    n: count('Measured calls.', '测评通话数。'),
    margin: described(
      z.number().check(z.minimum(0)),
      'Half the width of the interval of a share over the whole frame, as a fraction.',
      '整体比例的误差（区间半宽），以小数表示。',
    ),
    givenTotal: optional(count('The number of measured calls where it was given.', '直接给定的测评通话数。')),
    minima: optional(
      described(
        z.record(z.string(), z.int().check(z.minimum(0))),
        'Calls of each stratum in the sample that this one grew from.',
        '扩充前的样本在各层的通话数。',
      ),
    ),
    strata: list(
      {
        key: text('Compact JSON of the labels.', '层键：标签的紧凑 JSON 数组。'),
        N: count('Calls of the stratum.', '该层的通话数。'),
        lower: count('Fewest measured calls.', '测评通话的下限。'),
        n: count('Measured calls.', '测评通话数。'),
        weight: described(
          z.number().check(z.minimum(0)),
          'N / n: how many calls a measured one stands for.',
          'N / n：每通测评通话代表多少通。',
        ),
      },
      'The strata in the order of their keys.',
      '各层，按层键排序。',
    ),
    drawn: list(
      {
        callId: text('Id of the call.', '通话编号。'),
        stratum: text('Key of its stratum.', '所属层的层键。'),
        purpose: described(
          wordSchema(['measure', 'targeted', 'coaching']),
          'What it is listened to for.',
          '监听的用途：测评、定向、辅导。',
        ),
        rule: optional(described(idSchema(), 'The targeted rule.', '定向规则的 id。')),
      },
      'The calls that are listened to.',
      '抽中的通话。',
    ),
    replacements: list(
      {
        callId: text('The call that could not be judged.', '无法测评的通话。'),
        replacedBy: text('The call that took its place.', '替换它的通话。'),
        stratum: text('Key of the stratum.', '层键。'),
        reason: described(
          wordSchema(REPLACEMENT_REASONS),
          'Why; none of the reasons depends on how the call went.',
          '原因；均与通话表现无关。',
        ),
      },
      'Measured calls whose place another one took.',
      '被替换的测评通话。',
    ),
    sampleDigest: digest(
      'SHA-256 of the measured ids, sorted by UTF-8 bytes, each followed by a line feed.',
      '样本摘要：测评通话编号按 UTF-8 字节排序、各加换行后的 SHA-256。',
    ),
    targeted: list(
      {
        rule: described(idSchema(), 'The rule.', '规则的 id。'),
        taken: count('Calls taken.', '抽取的通话数。'),
        unknown: count('Calls of which it is unknown whether they fit.', '无法判断是否符合的通话数。'),
      },
      'By targeted rule.',
      '各定向规则的情况。',
    ),
    withoutAgent: count('Calls of the frame that name no agent.', '抽样框中没有坐席的通话数。'),
    agentsWithTooFew: list(
      {
        agent: text('The agent.', '坐席。'),
        calls: count('Calls in the frame.', '抽样框中的通话数。'),
        minimum: count('Calls that the design wants.', '方案要求的通话数。'),
      },
      'Agents with fewer calls than the design wants.',
      '通话数不足的坐席。',
    ),
  }),
)
