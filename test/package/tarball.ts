import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface PackedFile {
  readonly path: string
  readonly size: number
}

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly PackedFile[]
}

const mayHold = [
  /^dist\/.+\.(js|cjs|d\.ts|d\.cts)(\.map)?$/,
  /^rubrics\/.+\.json$/,
  /^docs\/[^/]+\.md$/,
  /^docs\/pictures\/[^/]+\.svg$/,
  /^(package\.json|README\.md|README\.zh-CN\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.md)$/,
]

/** Packs the built package and installs it in an empty project, as a consumer would. */
export function installTarball(root: string, folder: string): { readonly tarball: string; readonly project: string } {
  const npm = (args: readonly string[], cwd: string): string =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

  const [packed] = JSON.parse(
    npm(['pack', '--json', '--loglevel=error', '--pack-destination', folder], root),
  ) as Packed[]
  if (packed === undefined) throw new Error('npm pack printed no package')
  checkContents(root, packed)

  const tarball = join(folder, packed.filename)
  const project = join(folder, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  npm(['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', tarball], project)
  return { tarball, project }
}

/** Only what is meant to be published, all that package.json points to, and no path of the machine that built it. */
function checkContents(root: string, packed: Packed): void {
  const paths = new Set(packed.files.map(({ path }) => path))
  for (const path of paths) {
    if (!mayHold.some((pattern) => pattern.test(path))) throw new Error(`the tarball holds ${path}`)
    const text = readFileSync(join(root, path), 'utf8')
    if (text.includes(root) || text.includes(pathToFileURL(root).href)) throw new Error(`${path} names ${root}`)
  }
  const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
  for (const target of targetsOf([exports, bin])) {
    if (!target.includes('*') && !paths.has(target)) throw new Error(`the tarball lacks ${target}`)
  }
}

function targetsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.replace(/^\.\//, '')]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(targetsOf)
  return []
}
