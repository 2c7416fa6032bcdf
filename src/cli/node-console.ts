import { createReadStream } from 'node:fs'
import { open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import type { Console, UnfinishedFile } from './console.js'
import { ClosedOutput } from './faults/closed-output.js'
import { codeOf } from './faults/code-of.js'

/** The console of a Node process. */
export const nodeConsole: Console = {
  standardInput: () => process.stdin,
  write: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => {
        if (!error) resolve()
        else reject(codeOf(error) === 'EPIPE' ? new ClosedOutput() : error)
      })
    }),
  writeError: (text) => {
    process.stderr.write(text)
  },
  open: (file) => createReadStream(file),
  isSameFile,
  beginFile,
  isOutputTerminal: process.stdout.isTTY ?? false,
  isErrorTerminal: process.stderr.isTTY ?? false,
  environment: process.env,
  locale: () => Intl.DateTimeFormat().resolvedOptions().locale,
  now: () => performance.now(),
  wallClock: () => Date.now(),
  readPackaged: async (path) => {
    try {
      return await readFile(new URL(`../../${path}`, import.meta.url), 'utf8')
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
  },
  createFile: async (file, text) => {
    try {
      await writeFile(file, text, { flag: 'wx' })
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    }
  },
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const [first, second] = await Promise.all([one, other].map((file) => stat(file).catch(() => undefined)))
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino
}

/** Writes beside the file and renames, so that the old file stays until the new one is complete and on the disk. */
async function beginFile(file: string): Promise<UnfinishedFile> {
  const found = await stat(file).catch(() => undefined)
  if (found?.isDirectory()) throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR' })
  // Devices and pipes are written as they come: nothing can be put in their place.
  const isReplaced = found === undefined || found.isFile()
  const target = found && isReplaced ? await realpath(file) : file
  const unfinished = isReplaced ? `${target}.${process.pid}.tmp` : target
  const handle = await open(unfinished, 'w')
  const abandon = async (): Promise<void> => {
    await handle.close()
    if (isReplaced) await rm(unfinished, { force: true })
  }
  return {
    write: async (text) => {
      await handle.writeFile(text)
    },
    finish: async () => {
      try {
        if (isReplaced) await handle.sync()
        await handle.close()
        if (isReplaced) await rename(unfinished, target)
      } catch (error) {
        await abandon()
        throw error
      }
    },
    abandon,
  }
}
