import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/cli/usage/command-list.js'
import { commandReference } from '../../src/cli/usage/command-reference.js'
import { parseWords } from '../../src/cli/usage/parse-words.js'
import { wordsOf } from '../../src/cli/words/words-of.js'
import { run } from './console-double.js'

const LANGUAGES = ['en', 'zh-CN'] as const
const names = [...COMMANDS.keys()]

describe('callgrade --help', () => {
  it.each(LANGUAGES)('lists every command on one screen (%s)', async (language) => {
    const { exit, output } = await run(['--help', '--lang', language])
    const lines = output.trimEnd().split('\n')
    expect(exit).toBe(0)
    expect(names.filter((name) => !lines.some((line) => line.startsWith(`  ${name} `)))).toEqual([])
    // A terminal of 80 columns and 24 lines.
    expect(lines.length).toBeLessThan(24)
  })

  it.each(names)('of %s is its own page in both languages, with its options and an example', async (name) => {
    const command = await COMMANDS.get(name)?.load()
    for (const language of LANGUAGES) {
      const { exit, output, errors } = await run([name, '--help', '--lang', language])
      expect([exit, errors]).toEqual([0, ''])
      for (const option of Object.keys(command?.options ?? {})) expect(output).toContain(`  --${option}`)
      for (const { line } of command?.examples ?? []) expect(output).toContain(`  ${line}`)
      expect(command?.examples.length).toBeGreaterThan(0)
    }
  })

  it.each(names)('of %s shows examples that the command understands', async (name) => {
    const command = await COMMANDS.get(name)?.load()
    for (const { line } of command?.examples ?? []) {
      const [program, called, ...words] = line.split(' ')
      expect([program, called]).toEqual(['callgrade', name])
      expect(() => command && parseWords(name, command, words, 'en', wordsOf('en'))).not.toThrow()
    }
  })

  it.each(LANGUAGES)('is also a reference in Markdown with a heading for each command (%s)', async (language) => {
    const reference = await commandReference(language)
    expect(names.filter((name) => !reference.includes(`## callgrade ${name}\n`))).toEqual([])
  })
})

describe('words that cannot be understood', () => {
  it.each([
    [['scor'], 'There is no command "scor". Did you mean "score"?', '没有命令 "scor"。是否应为 "score"？'],
    [['chek', '--strict', 'x'], 'Did you mean "check"?', '是否应为 "check"？'],
    [
      ['score', '--rubrc', 'r.json', 'e.jsonl'],
      'callgrade score takes no --rubrc. Did you mean "--rubric"?',
      'callgrade score 没有选项 --rubrc。是否应为 "--rubric"？',
    ],
    [['score', '--rubrc=r.json', 'e.jsonl'], 'takes no --rubrc.', '没有选项 --rubrc。'],
    [['check', '-x', 'r.json'], 'takes no -x.', '没有选项 -x。'],
    [['score', '--rubric'], '--rubric takes a value: --rubric FILE.', '--rubric 后面要写值：--rubric 文件。'],
    [['score', 'e.jsonl', '--rubric', '--explain'], '--rubric takes a value', '--rubric 后面要写值'],
    [['score', '--rubric', 'r.json'], 'Name one file of evaluations', '请给出一个评价文件'],
    [['guide', 'a.json', 'b.json'], '"b.json" is one argument too many.', '多出了参数 "b.json"'],
    [
      ['due', '--policy', 'p', '--state', 's', '--as-of', '2026-10-09T09:00:00Z', 'x.json'],
      'The state is named by --state.',
      '状态文件用 --state 给出。',
    ],
    [
      ['score', '--rubric', 'r.json', '--format', 'cvs', 'e.jsonl'],
      '--format knows no "cvs". Did you mean "csv"?',
      '--format 不支持 "cvs"。是否应为 "csv"？',
    ],
    [['--rubric', 'r.json', 'score', 'e.jsonl'], '--rubric: name the command first', '--rubric：请先写命令'],
  ])('%j: a sentence in the language of the user, and exit code 2', async (words, english, chinese) => {
    for (const [language, sentence] of [
      ['en', english],
      ['zh-CN', chinese],
    ] as const) {
      const { exit, output, errors } = await run(words, {}, { locale: language })
      expect([exit, output]).toEqual([2, ''])
      expect(errors).toContain(sentence)
    }
  })

  it('takes general options before the command and behind it', async () => {
    for (const words of [
      ['--lang', 'zh-CN', 'schema', 'rubrik'],
      ['--lang=zh', 'schema', 'rubrik'],
      ['schema', 'rubrik', '--lang', 'zh-Hant-TW'],
    ])
      expect((await run(words)).errors).toContain('没有名为 "rubrik" 的模式')
  })

  it('takes everything behind -- as an argument', async () => {
    expect((await run(['check', '--', '--help'])).errors).toContain('--help cannot be read')
  })
})

describe('the language', () => {
  it.each([
    [{}, 'zh-CN', '请给出命令'],
    [{}, 'zh-Hans-SG', '请给出命令'],
    [{}, 'zh', '请给出命令'],
    [{}, 'en-GB', 'Say what to do'],
    [{}, 'fr-FR', 'Say what to do'],
    [{ LANG: 'en_US.UTF-8' }, 'zh-CN', 'Say what to do'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, 'en', '请给出命令'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN' }, 'en', '请给出命令'],
    [{ LANG: '' }, 'zh-CN', '请给出命令'],
  ])('of the environment %j and the locale %s', async (environment, locale, sentence) => {
    expect((await run([], {}, { environment, locale })).errors).toContain(sentence)
  })
})
