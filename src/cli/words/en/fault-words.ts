import type { FaultWords } from '../fault-words.js'

export const faultWords: FaultWords = {
  severities: { error: 'error', warning: 'warning' },
  unreadable: (file, reason) => `${file} cannot be read: ${reason}`,
  unwritable: (file, reason) => `${file} cannot be written: ${reason}`,
  standardOutput: 'standard output',
  systemReasons: new Map([
    ['ENOENT', 'there is no such file or folder.'],
    ['EACCES', 'no permission.'],
    ['EPERM', 'no permission.'],
    ['EROFS', 'the disk is read-only.'],
    ['EISDIR', 'it is a folder, not a file.'],
    ['ENOTDIR', 'a part of its path is a file, not a folder.'],
    ['ENOSPC', 'the disk is full.'],
    ['EDQUOT', 'the disk quota is used up.'],
    ['EBUSY', 'another program is using it.'],
    ['EMFILE', 'too many files are open.'],
    ['ENFILE', 'too many files are open.'],
    ['ENAMETOOLONG', 'its name is too long.'],
    ['ELOOP', 'its links lead in a circle.'],
    ['EIO', 'the disk reports a fault.'],
  ]),
  otherSystemReason: (code) => `the system reports ${code}.`,
  notEncoded: (file, encoding, line) =>
    `${file} is not valid ${encoding} (line ${line}). Save it as UTF-8, or say how it is encoded: --encoding ${encoding === 'gb18030' ? 'utf-8' : 'gb18030'}.`,
  faultyFile: (file) => `${file} has faults; nothing was done.`,
  moreFaults: (count) => `${count} faults are shown; there may be more.`,
  overwritesInput: (file) => `--out ${file} would overwrite a file that this command reads or keeps. Name another.`,
  written: (file) => `written to ${file}`,
  cells: (count) => (count === 1 ? '1 cell' : `${count} cells`),
  noColumn: (column) => `The CSV has no column "${column}".`,
  failedScores: (count) =>
    count === 1 ? '1 line holds an error instead of a score' : `${count} lines hold an error instead of a score`,
}
