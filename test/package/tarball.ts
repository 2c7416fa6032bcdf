import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

interface PackedFile {
  readonly path: string
  readonly size: number
}

export interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly PackedFile[]
}

const mayHold = [
  /^dist\/.+\.(js|cjs|d\.ts|d\.cts)(\.map)?$/,
  /^rubrics\/.+\.json$/,
  /^docs\/[^/]+\.md$/,
  /^docs\/pictures\/[^/]+\.svg$/,
  /^examples\/.+\.(ts|out|md|json|jsonl)$/,
  /^(package\.json|CONTRIBUTING\.md|README\.md|README\.zh-CN\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.md)$/,
]

const npm = (args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv = {}): string =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // The checks follow a build; packing does not have to build again.
    env: { ...process.env, CALLGRADE_BUILD: 'keep', ...environment },
  })

function pack(root: string, folder: string): Packed {
  const printed = npm(['pack', '--json', '--loglevel=error', '--pack-destination', folder], root)
  const [packed] = JSON.parse(printed) as Packed[]
  if (packed === undefined) throw new Error('npm pack printed no package')
  return packed
}

/** Packs the built package and installs it in an empty project, as a consumer would. */
export function installTarball(
  root: string,
  folder: string,
): { readonly packed: Packed; readonly project: string; readonly installed: string } {
  const packed = pack(root, folder)
  checkContents(root, packed)
  const project = join(folder, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  const tarball = join(folder, packed.filename)
  npm(['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', tarball], project)
  return { packed, project, installed: join(project, 'node_modules/callgrade') }
}

/** Packs again: the same files, and nothing of the working copy changed. */
export function checkSecondPack(root: string, folder: string, first: Packed): void {
  const status = (): string => execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
  const manifest = readFileSync(join(root, 'package.json'), 'utf8')
  const before = status()
  const second = pack(root, folder)
  const filesOf = ({ files }: Packed): string => files.map(({ path, size }) => `${path} ${size}`).join('\n')
  if (filesOf(second) !== filesOf(first)) throw new Error('the second pack holds other files')
  if (readFileSync(join(root, 'package.json'), 'utf8') !== manifest) throw new Error('package.json changed')
  if (status() !== before) throw new Error(`git status changed:\n${status()}`)
}

/** package.json comes back as it was even if npm fails between reducing it and restoring it. */
export async function checkFailedPack(root: string, folder: string): Promise<void> {
  const victim = join(folder, 'victim')
  mkdirSync(victim)
  const tsx = join(root, 'node_modules/.bin/tsx')
  const manifest = JSON.stringify({
    name: 'victim',
    version: '1.0.0',
    scripts: { prepack: `"${tsx}" "${join(root, 'scripts/package-manifest.ts')}" reduce`, postpack: 'exit 1' },
    overrides: { rollup: '1.0.0' },
  })
  const file = join(victim, 'package.json')
  writeFileSync(file, manifest)
  let isRefused = false
  try {
    npm(['pack', '--loglevel=silent'], victim, { CALLGRADE_PACKAGE: victim })
  } catch {
    isRefused = true
  }
  if (!isRefused) throw new Error('the pack did not fail')
  for (let turn = 0; turn < 200 && readFileSync(file, 'utf8') !== manifest; turn++) await sleep(50)
  if (readFileSync(file, 'utf8') !== manifest) throw new Error('package.json was not restored')
}

/** What users read of package.json is theirs: no scripts, overrides or dependencies of those who work on callgrade. */
export function checkManifest(installed: string): void {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>
  for (const key of ['scripts', 'devDependencies', 'overrides', 'allowScripts'])
    if (key in manifest) throw new Error(`the published package.json holds ${key}`)
  for (const key of ['name', 'version', 'license', 'exports', 'bin', 'dependencies', 'engines'])
    if (!(key in manifest)) throw new Error(`the published package.json lacks ${key}`)
}

/** Only what is meant to be published, all that package.json points to, and no path of the machine that built it. */
function checkContents(root: string, packed: Packed): void {
  const paths = new Set(packed.files.map(({ path }) => path))
  for (const path of paths) {
    if (!mayHold.some((pattern) => pattern.test(path))) throw new Error(`the tarball holds ${path}`)
    const text = readFileSync(join(root, path), 'utf8')
    if (text.includes(root) || text.includes(pathToFileURL(root).href)) throw new Error(`${path} names ${root}`)
  }
  checkNotices(root, [...paths])
  const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
  for (const target of targetsOf([exports, bin])) {
    if (!target.includes('*') && !paths.has(target)) throw new Error(`the tarball lacks ${target}`)
  }
}

/** Every package whose code the build took in is named with its licence; the source maps say which. */
function checkNotices(root: string, paths: readonly string[]): void {
  const notices = readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8')
  for (const path of paths.filter((each) => each.endsWith('.map'))) {
    const { sources } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { readonly sources: readonly string[] }
    for (const source of sources) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]
      if (name !== undefined && !notices.includes(`\n## ${name}\n`))
        throw new Error(`${path} contains ${name}, which THIRD-PARTY-NOTICES.md does not name`)
    }
  }
}

function targetsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.replace(/^\.\//, '')]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(targetsOf)
  return []
}
