import { once } from '../../documents/once.js'
import { type RecordChecker, recordChecker } from '../../documents/record-checker.js'
import {
  instantField,
  integerField,
  listField,
  objectField,
  optionalField,
  textField,
  wordField,
} from '../../documents/record-fields.js'

/**
 * Returns the checker of the alerts of an earlier run, as far as a run reads them. Keys that it does not know are left
 * alone: a later version of callgrade may have written them.
 */
export const alertChecker: () => RecordChecker<unknown> = /* @__PURE__ */ once(() =>
  recordChecker(
    {
      fingerprint: textField(),
      episode: integerField({ minimum: 1 }),
      policyVersion: textField(),
      rule: textField(),
      level: textField(),
      levelSince: instantField(),
      state: wordField(['open', 'acknowledged', 'closed', 'withdrawn']),
      group: objectField(),
      labels: objectField(),
      raisedAt: instantField(),
      evidence: objectField(),
      duties: listField(),
      notices: listField(),
      notify: listField(),
      actions: listField(),
      history: listField(),
      remediedAt: optionalField(instantField()),
      endedAt: optionalField(instantField()),
    },
    { unknownKeys: 'ignored' },
  ),
)
