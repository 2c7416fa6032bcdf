#!/usr/bin/env node
import { createReadStream, readFileSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { ClosedOutput, type Console } from './console.js'
import { runCommand } from './run-command.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const console: Console = {
  standardInput: () => process.stdin,
  write: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => {
        if (!error) resolve()
        else reject('code' in error && error.code === 'EPIPE' ? new ClosedOutput() : error)
      })
    }),
  writeError: (text) => {
    process.stderr.write(text)
  },
  open: (file) => createReadStream(file),
  replaceFile: async (file, text) => {
    const unfinished = `${file}.${process.pid}.tmp`
    try {
      await writeFile(unfinished, text, { flush: true })
      await rename(unfinished, file)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  },
  isErrorTerminal: process.stderr.isTTY ?? false,
  environment: process.env,
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

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

// A reader that goes away is told to `write` above; without this it would also end the process with a stack trace.
process.stdout.on('error', () => {})

process.exitCode = await runCommand(process.argv.slice(2), console, version)
