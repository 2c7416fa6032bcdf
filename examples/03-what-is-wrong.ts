// What a wrong rubric and a wrong evaluation say: every fault at once, as data and as sentences.
import { compileRubric, type Issue, isCallgradeError, messageOf, safeParseRubric } from 'callgrade'
import { formatPath } from 'callgrade/issues'

// A "，" from a Chinese keyboard: the text is no JSON, and the place is named.
const typedInChinese = `{
  "format": "callgrade/rubric@1", "id": "service-call"， "version": "1", "title": "Service call",
  "sections": [{ "id": "talk", "items": [{ "id": "solved", "kind": "yes-no" }] }],
  "result": { "passMark": 80 }
}`
report('full-width comma', safeParseRubric(typedInChinese).issues)

const rubricText = `{
  "format": "callgrade/rubric@1", "id": "service-call", "version": "1", "title": "Service call",
  "scales": { "five": { "levels": [{ "value": 1 }, { "value": 2 }, { "value": 3 }, { "value": 4 }, { "value": 5 }] } },
  "defaultScale": "fiv",
  "sections": [
    { "id": "talk", "weight": 40, "items": [{ "id": "greeting" }] },
    { "id": "solution", "items": [{ "id": "greeting" }] }
  ],
  "vetos": [],
  "result": { "passMark": 120 }
}`
report('wrong rubric', safeParseRubric(rubricText).issues)

const scorer = compileRubric(`{
  "format": "callgrade/rubric@1", "id": "service-call", "version": "1", "title": "Service call",
  "scales": { "five": { "levels": [{ "value": 1 }, { "value": 2 }, { "value": 3 }, { "value": 4 }, { "value": 5 }] } },
  "defaultScale": "five",
  "sections": [{ "id": "talk", "items": [{ "id": "greeting" }, { "id": "listening" }, { "id": "answer" }] }],
  "vetoes": [{ "id": "abuse" }],
  "result": { "passMark": 80 }
}`)

try {
  scorer.score(
    '{"id": "example-3", "rubric": "service-call", "ratings": {"greeting": "5", "listning": 4, "answer": 6}}',
  )
} catch (error) {
  // Anything else is a bug of the program and goes on up.
  if (!isCallgradeError(error)) throw error
  console.log(`thrown: ${error.name} ${error.code}`)
  report('wrong evaluation', error.issues)
}

function report(title: string, issues: readonly Issue[] = []): void {
  console.log(`${title}: ${issues.length}`)
  for (const issue of issues) {
    const { line, column } = issue.position ?? {}
    console.log(`  ${line}:${column} ${issue.code} ${formatPath(issue.path)}`)
    console.log(`    ${messageOf(issue, 'en')}`)
    console.log(`    ${messageOf(issue, 'zh-CN')}`)
  }
}
