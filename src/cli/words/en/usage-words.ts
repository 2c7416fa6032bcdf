import type { UsageWords } from '../usage-words.js'
import { didYouMean } from './did-you-mean.js'

export const usageWords: UsageWords = {
  tagline: 'callgrade: quality assurance of customer conversations',
  commands: 'Commands',
  usage: 'Usage',
  arguments: 'Arguments',
  options: 'Options',
  generalOptions: 'General options',
  colon: ': ',
  example: 'Example',
  someOptions: '[OPTIONS]',
  repeats: 'May be given several times.',
  required: 'Required.',
  choices: (choices, byDefault) =>
    `One of: ${choices.map((choice) => (choice === byDefault ? `${choice} (default)` : choice)).join(', ')}.`,
  byDefault: (value) => `Default: ${value}.`,
  exitCodes: 'Exit code: 0 fine, 1 faults found, 2 wrong use.',
  commandHelp: 'callgrade COMMAND --help describes a command, its options and an example.',
  seeOverview: 'callgrade --help lists the commands.',
  seeCommand: (command) => `callgrade ${command} --help shows its options and an example.`,
  noCommand: 'Say what to do.',
  unknownCommand: (name, suggestion) => `There is no command "${name}".${didYouMean(suggestion)}`,
  optionBeforeCommand: (option) => `${option}: name the command first, then its options.`,
  unknownOption: (command, option, suggestion) => `callgrade ${command} takes no ${option}.${didYouMean(suggestion)}`,
  noValue: (option, placeholder) => `${option} takes a value: ${option} ${placeholder}.`,
  tooMany: (command, word) => `callgrade ${command}: "${word}" is one argument too many.`,
  notUnderstood: 'The command line cannot be understood.',
  unknownLanguage: (name) => `There is no language "${name}". Use en or zh-CN.`,
  unknownEncoding: (name, known) => `The encoding "${name}" is not known. Use one of: ${known}.`,
  notOneOf: (option, value, known, suggestion) =>
    `${option} knows no "${value}".${didYouMean(suggestion)} Use one of: ${known}.`,
  notInstant: (option, value) => `${option}: "${value}" is not a point in time. Write it as 2026-10-09T09:00:00+08:00.`,
  notWhole: (option, value) => `${option} takes a whole number over 0, not "${value}".`,
  notPercent: (option, value) => `${option} takes a number between 0 and 100, not "${value}".`,
  notPositive: (option, value) => `${option} takes a number from 0, not "${value}".`,
}
