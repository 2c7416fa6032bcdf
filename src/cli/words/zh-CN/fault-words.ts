import type { FaultWords } from '../fault-words.js'

export const faultWords: FaultWords = {
  severities: { error: '错误', warning: '警告' },
  unreadable: (file, reason) => `无法读取 ${file}：${reason}`,
  unwritable: (file, reason) => `无法写入 ${file}：${reason}`,
  standardOutput: '标准输出',
  systemReasons: new Map([
    ['ENOENT', '没有这个文件或文件夹。'],
    ['EACCES', '没有权限。'],
    ['EPERM', '没有权限。'],
    ['EROFS', '磁盘是只读的。'],
    ['EISDIR', '这是文件夹，不是文件。'],
    ['ENOTDIR', '路径中有一段是文件，不是文件夹。'],
    ['ENOSPC', '磁盘已满。'],
    ['EDQUOT', '磁盘配额已用完。'],
    ['EBUSY', '文件正被其他程序占用。'],
    ['EMFILE', '打开的文件太多。'],
    ['ENFILE', '打开的文件太多。'],
    ['ENAMETOOLONG', '文件名太长。'],
    ['ELOOP', '链接循环。'],
    ['EIO', '磁盘读写出错。'],
  ]),
  otherSystemReason: (code) => `系统错误 ${code}。`,
  notEncoded: (file, encoding, line) =>
    `${file} 不是有效的 ${encoding} 文本（第 ${line} 行）。请另存为 UTF-8，或注明编码：--encoding ${encoding === 'gb18030' ? 'utf-8' : 'gb18030'}。`,
  faultyFile: (file) => `${file} 有差错，没有执行。`,
  moreFaults: (count) => `列出了 ${count} 处差错，可能还有更多。`,
  overwritesInput: (file) => `--out ${file} 会覆盖本命令要读取或保存的文件，请换一个文件名。`,
  written: (file) => `已写入 ${file}`,
  cells: (count) => `${count} 列`,
  noColumn: (column) => `CSV 中没有 "${column}" 列。`,
  failedScores: (count) => `${count} 行是差错而不是得分`,
}
