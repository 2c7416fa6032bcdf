import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { nodeConsole } from '../../src/cli/node-console.js'
import { runCommand } from '../../src/cli/run-command.js'
import { run } from './console-double.js'

const RUBRIC = `{
  "format": "callgrade/rubric@1", "id": "mini", "version": "1", "title": "Mini",
  "sections": [ { "id": "talk", "items": [ {"id": "solved", "kind": "yes-no"} ] } ],
  "result": { "passMark": 80 }
}`
const evaluation = '{"id": "e1", "rubric": "mini", "agentId": "坐席", "ratings": {"solved": true}}\n'
const files = { 'r.json': RUBRIC, 'e.jsonl': evaluation }
const score = ['score', '--rubric', 'r.json', '--format', 'csv']

describe('--out', () => {
  it('writes what would have been printed, and says so', async () => {
    const printed = await run([...score, 'e.jsonl'], files)
    const { exit, output, errors, written } = await run([...score, '--out', 's.csv', 'e.jsonl'], files)
    expect([exit, output, errors]).toEqual([0, '', 'written to s.csv\n'])
    expect(written).toEqual({ 's.csv': printed.output })
  })

  it.each([
    ['e.jsonl', 'the data'],
    ['./e.jsonl', 'the data by another name'],
    ['r.json', 'the rubric'],
  ])('refuses to overwrite %s, %s', async (out) => {
    const { exit, errors, written } = await run([...score, '--out', out, 'e.jsonl'], files)
    expect([exit, written]).toEqual([2, undefined])
    expect(errors).toContain(`--out ${out} would overwrite a file`)
  })

  it('writes lines of failed evaluations too', async () => {
    const { exit, written } = await run([...score, '--out', 's.csv', 'e.jsonl'], { ...files, 'e.jsonl': '{}' })
    expect(exit).toBe(1)
    expect(written?.['s.csv']).toContain('document/missing-key')
  })

  it('leaves an older file alone where a fault stopped the command', async () => {
    for (const broken of [
      { ...files, 'r.json': '{}' },
      { ...files, 'e.jsonl': Buffer.concat([Buffer.from(evaluation), Buffer.from([0xff])]) },
    ]) {
      const { exit, written } = await run([...score, '--out', 's.csv', 'e.jsonl'], broken)
      expect([exit, written]).toEqual([1, undefined])
    }
  })

  it('names the reason in the language of the user', async () => {
    const { exit, errors } = await run([...score, '--out', 'folder/', 'e.jsonl', '--lang', 'zh-CN'], files)
    expect([exit, errors.split('\n')[0]]).toEqual([2, '无法写入 folder/：这是文件夹，不是文件。'])
  })
})

describe('files of a real disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'callgrade-cli-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const path = (name: string): string => join(folder, name)
  writeFileSync(path('r.json'), RUBRIC)
  writeFileSync(path('e.jsonl'), evaluation)
  symlinkSync(path('e.jsonl'), path('link.jsonl'))
  /** Runs with the console of Node, its standard output and error caught. */
  const onDisk = async (...words: readonly string[]): Promise<readonly [number, string]> => {
    let said = ''
    const take = (text: string): void => {
      said += text
    }
    const console = { ...nodeConsole, environment: {}, locale: () => 'en', writeError: take, write: async () => {} }
    return [await runCommand(words, console, '0'), said]
  }
  const scored = (...words: readonly string[]) => onDisk('score', '--rubric', path('r.json'), ...words)

  it('are replaced when they are complete, and leave nothing beside them', async () => {
    writeFileSync(path('s.csv'), 'older')
    expect(await scored('--format', 'csv', '--out', path('s.csv'), path('e.jsonl'))).toEqual([
      0,
      `written to ${path('s.csv')}\n`,
    ])
    expect(readFileSync(path('s.csv'), 'utf8')).toMatch(/^\ufeffevaluationId,/)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('are not overwritten through a link to an input', async () => {
    const [exit, said] = await scored('--out', path('link.jsonl'), path('e.jsonl'))
    expect([exit, readFileSync(path('e.jsonl'), 'utf8')]).toEqual([2, evaluation])
    expect(said).toContain('would overwrite')
  })

  it.each([
    [['check', 'absent.json'], 'cannot be read: there is no such file or folder.'],
    [['check', '.'], 'cannot be read: it is a folder, not a file.'],
    [['check', 'r.json/x'], 'cannot be read: a part of its path is a file, not a folder.'],
    [['schema', 'rubric', '--out', '.'], 'cannot be written: it is a folder, not a file.'],
    [['schema', 'rubric', '--out', 'none/x.json'], 'cannot be written: there is no such file or folder.'],
  ])('%j: %s', async (words, reason) => {
    const inFolder = words.map((word) => (/^[.a]|\/|\.json$/.test(word) ? path(word) : word))
    const [exit, said] = await onDisk(...inFolder)
    expect(exit).toBe(2)
    expect(said).toContain(reason)
  })
})

describe('standard output', () => {
  it('that takes no more is reported with the reason', async () => {
    let said = ''
    const full = {
      ...nodeConsole,
      environment: { LANG: 'zh_CN' },
      writeError: (text: string) => {
        said += text
      },
      write: async () => {
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
      },
    }
    for (const words of [['schema'], ['--help'], ['score', '--help']]) {
      said = ''
      expect([await runCommand(words, full, '0'), said.split('\n')[0]]).toEqual([2, '无法写入 标准输出：磁盘已满。'])
    }
  })
})

describe('--encoding', () => {
  // 坐席 is D7 F8 CF AF in GBK, 50 5D 5E 2D in UTF-16 BE.
  const [head = '', tail = ''] = evaluation.split('坐席')
  const gbk = Buffer.concat([Buffer.from(head), Buffer.from([0xd7, 0xf8, 0xcf, 0xaf]), Buffer.from(tail)])
  const utf16le = Buffer.from(evaluation, 'utf16le')
  const utf16be = Buffer.from(utf16le).swap16()
  const agentOf = async (bytes: Uint8Array, ...options: readonly string[]): Promise<unknown> => {
    const agents = await Promise.all(
      [1, 2, 3, 7, 10_000].map(async (pieceLength) => {
        const { output } = await run(
          ['score', '--rubric', 'r.json', ...options, 'e.jsonl'],
          { ...files, 'e.jsonl': bytes },
          { pieceLength },
        )
        return (JSON.parse(output) as { agentId: string }).agentId
      }),
    )
    return agents
  }
  const all = Array.from({ length: 5 }, () => '坐席')

  it.each(['gbk', 'GB2312', 'gb18030'])('knows %s', async (name) => {
    expect(await agentOf(gbk, '--encoding', name)).toEqual(all)
  })

  it.each([
    ['utf-16le', utf16le],
    ['utf-16', utf16le],
    ['utf-16be', utf16be],
  ])('knows %s', async (name, bytes) => {
    expect(await agentOf(bytes, '--encoding', name)).toEqual(all)
  })

  it.each([
    ['UTF-8', Buffer.from(`\ufeff${evaluation}`)],
    ['UTF-16 LE', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
  ])('a byte-order mark of %s decides, whatever the option says', async (_, bytes) => {
    expect(await agentOf(bytes)).toEqual(all)
    expect(await agentOf(bytes, '--encoding', 'gbk')).toEqual(all)
  })

  it('names the line of what is no UTF-16, and keeps the lines before it', async () => {
    // 上 is 4E 0A: half of it looks like a line feed. D8 00 alone is half a character.
    const lines = evaluation.replace('坐席', '上上').repeat(2)
    const bytes = Buffer.concat([Buffer.from(lines, 'utf16le'), Buffer.from([0x00, 0xd8, 0x0a, 0x00])])
    for (const pieceLength of [1, 3, 50, 10_000]) {
      const { exit, output, errors } = await run(
        ['score', '--rubric', 'r.json', '--encoding', 'utf-16', 'e.jsonl'],
        { ...files, 'e.jsonl': bytes },
        { pieceLength },
      )
      expect([exit, output.trim().split('\n').length]).toEqual([1, 2])
      expect(errors).toContain('e.jsonl is not valid utf-16le (line 3).')
    }
  })
})

describe('text of documents', () => {
  const hostile = RUBRIC.replace('"solved"', '"so\\u001b[31mlved\\u202e"')

  it('commands no terminal', async () => {
    const { output } = await run(['check', 'r.json'], { 'r.json': hostile }, { isTerminal: true })
    expect(output).not.toContain('\u001b')
    expect(output).not.toContain('\u202e')
  })
})
