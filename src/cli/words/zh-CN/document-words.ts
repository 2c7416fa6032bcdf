import type { DocumentKind, DocumentWords } from '../document-words.js'
import { isItThis } from './is-it-this.js'

const KINDS: Readonly<Record<DocumentKind, string>> = {
  rubric: '评分标准',
  'sampling-design': '抽样方案',
  manifest: '抽样清单',
  calendar: '工作日历',
  'alert-policy': '预警策略',
}

export const documentWords: DocumentWords = {
  sound: (file, kind, id, version) => `${file}：正常，${KINDS[kind]} ${id} ${version}`,
  unknownSchema: (name, known, suggestion) => `没有名为 "${name}" 的模式。${isItThis(suggestion)}可用：${known}。`,
  initId: (id) => `"${id}" 不能作为评分标准的编号。可用各种文字的字母、数字、_ 和 -，以字母或数字开头。`,
  unknownReady: (name, known, suggestion) => `没有现成的评分标准 "${name}"。${isItThis(suggestion)}可用：${known}。`,
  fileExists: (file) => `${file} 已存在，没有改动。请换一个名称。`,
  initDone: (file, from, schema) =>
    `${file}：${from === undefined ? '起步评分标准' : `${from} 的副本`}${schema === undefined ? '' : `；${schema}：编辑器据此提示和检查`}。修改后请运行：callgrade check --strict ${file}`,
}
