#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { nodeConsole } from './node-console.js'
import { runCommand } from './run-command.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string // npm publishes no package without one.
}

// `write` reports a reader that has gone away; without this it would also end the process with a stack trace.
process.stdout.on('error', () => {})

process.exitCode = await runCommand(process.argv.slice(2), nodeConsole, version)
