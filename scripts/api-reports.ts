// Writes the public types of each subpath, from the built package, to `etc/api`: `npm run api`.
// `npm run api -- --check` compares instead, prints what changed and fails. A change of these files is a change of the
// public interface, so a reviewer sees it as one.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import extractor from '@microsoft/api-extractor'
import { entryPoints } from './entry-points.js'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'etc', 'api')
const check = process.argv.includes('--check')

function reportOf(name: string, types: string, scratch: string): string {
  const config = extractor.ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, types),
      compiler: { tsconfigFilePath: join(root, 'tsconfig.src.json') },
      apiReport: {
        enabled: true,
        // Given without `.api.md`.
        reportFileName: name,
        reportFolder: scratch,
        reportTempFolder: join(scratch, 'temp'),
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: extractor.ExtractorLogLevel.Warning } },
        // These name chunks of dist, whose names change with every build; typedoc checks exports and comments.
        extractorMessageReporting: { default: { logLevel: extractor.ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: extractor.ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  })
  const { succeeded } = extractor.Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      if (message.category === extractor.ExtractorMessageCategory.Compiler)
        console.error(message.formatMessageWithLocation(root))
      message.handled = true
    },
  })
  if (!succeeded) throw new Error(`no report of ${name}`)
  // A comment that is added or lost changes no interface.
  return readFileSync(join(scratch, `${name}.api.md`), 'utf8').replaceAll(/^ *\/\/ \(undocumented\)\n/gm, '')
}

/** The lines that only one of the texts has, in order, as `- old` and `+ new`. */
function changedLines(before: string, after: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const line of after.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1)
  const removed: string[] = []
  for (const line of before.split('\n')) {
    const left = counts.get(line) ?? 0
    if (left === 0) removed.push(`- ${line}`)
    else counts.set(line, left - 1)
  }
  const added = after.split('\n').filter((line) => {
    const left = counts.get(line) ?? 0
    if (left > 0) counts.set(line, left - 1)
    return left > 0
  })
  return [...removed, ...added.map((line) => `+ ${line}`)]
}

const readReport = (file: string): string | undefined => {
  try {
    return readFileSync(join(folder, file), 'utf8')
  } catch {
    return undefined
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'callgrade-api-'))
let changed = 0
try {
  mkdirSync(join(scratch, 'temp'))
  const reports = new Map<string, string>(
    entryPoints().map(({ name, types }) => [`${name}.api.md`, reportOf(name, types, scratch)] as const),
  )
  mkdirSync(folder, { recursive: true })
  for (const [file, report] of reports) {
    const before = readReport(file)
    if (before === report) continue
    changed++
    console.log(`${file} changed:`)
    for (const line of changedLines(before ?? '', report).slice(0, 200)) console.log(`  ${line}`)
    if (!check) writeFileSync(join(folder, file), report)
  }
  for (const file of readdirSync(folder)) {
    if (reports.has(file)) continue
    changed++
    console.log(`${file} is the report of no entry point`)
    if (!check) rmSync(join(folder, file))
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
if (check && changed > 0) {
  console.log('The public interface changed. If that is meant: npm run build && npm run api, and commit etc/api.')
  process.exitCode = 1
}
