// package.json as users get it: without what serves work on callgrade alone, such as `devDependencies` and `overrides`.
// npm calls `reduce` before it packs (after a build) and `restore` after it. Both replace the file in one step, so it is
// whole at any moment. Should npm end between the two, a process that waits for its end restores the file.
import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = process.env.CALLGRADE_PACKAGE ?? join(import.meta.dirname, '..')
const manifest = join(root, 'package.json')
/** Ignored by git, and not listed in `files`. */
const original = join(root, 'package.json.original')

const DEVELOPMENT_KEYS: ReadonlySet<string> = new Set(['scripts', 'devDependencies', 'overrides', 'allowScripts'])

function reduce(): void {
  restore()
  const full = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>
  const published = Object.fromEntries(Object.entries(full).filter(([key]) => !DEVELOPMENT_KEYS.has(key)))
  copyFileSync(manifest, `${original}.new`)
  renameSync(`${original}.new`, original)
  guard()
  writeFileSync(`${manifest}.new`, `${JSON.stringify(published, undefined, 2)}\n`)
  renameSync(`${manifest}.new`, manifest)
}

function restore(): void {
  if (existsSync(original)) renameSync(original, manifest)
}

/** Starts a process that restores the file as soon as npm has ended, in whatever way. */
function guard(): void {
  const npm = packingProcess()
  if (npm === undefined) return
  const [script = ''] = process.argv.slice(1)
  spawn(process.execPath, [...process.execArgv, script, 'guard', String(npm)], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, CALLGRADE_PACKAGE: root },
  }).unref()
}

/** Finds the npm that runs this script among its ancestors; undefined where `ps` does not exist. */
function packingProcess(): number | undefined {
  try {
    let pid = process.ppid
    while (pid > 1) {
      const line = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).trim()
      if (/\bnpm(-cli\.js)? (.* )?(pack|publish)\b/.test(line)) return pid
      pid = Number.parseInt(line, 10)
    }
  } catch {
    // Without `ps` the file is still whole, and the next pack restores it first.
  }
  return undefined
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const [action, pid] = process.argv.slice(2)
switch (action) {
  case 'reduce':
    // A build that is there already need not be made again, as in CI.
    if (process.env.CALLGRADE_BUILD !== 'keep')
      execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] })
    reduce()
    break
  case 'restore':
    restore()
    break
  case 'guard':
    while (existsSync(original) && isRunning(Number(pid))) await sleep(50)
    restore()
    break
  default:
    throw new Error('usage: package-manifest.ts reduce | restore')
}
