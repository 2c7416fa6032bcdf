import { excerptOf } from '../../issues/excerpt-of.js'
import type { IssueDraft } from '../../issues/issue-draft.js'
import { unknownName } from '../../issues/unknown-name.js'
import type { Rubric } from '../../rubric/format/rubric.js'
import { MARK_KEYS, readMark } from '../../rubric/items/ratings/read-entry.js'
import type { AnswerSheet } from '../run/answer-sheet.js'

type Report = (draft: IssueDraft) => void

/** Reads the marked vetoes and bonuses of evaluations; compiled from the rubric. */
export class MarksReader {
  private readonly vetoes: ReadonlyMap<string, number>
  private readonly bonuses: ReadonlyMap<string, number>
  private readonly areVetoesRequired: boolean

  constructor({ vetoes = [], bonuses = [] }: Rubric) {
    this.vetoes = new Map(vetoes.map(({ id }, index) => [id, index]))
    this.bonuses = new Map(bonuses.map(({ id }, index) => [id, index]))
    this.areVetoesRequired = vetoes.some(({ when, onRating }) => when === undefined && onRating === undefined)
  }

  /** Counts the marks on the sheet. */
  read(vetoes: unknown, bonuses: unknown, { vetoMarks, bonusMarks }: AnswerSheet, report: Report): void {
    if (vetoes !== undefined) {
      for (const { index } of this.marks(vetoes, 'vetoes', this.vetoes, 'evaluation/unknown-veto', report))
        vetoMarks[index] = (vetoMarks[index] ?? 0) + 1
    } else if (this.areVetoesRequired) report({ code: 'evaluation/vetoes-missing', path: ['vetoes'], expected: '[]' })
    if (bonuses === undefined) return
    const marked = this.marks(bonuses, 'bonuses', this.bonuses, 'evaluation/unknown-bonus', report)
    for (const { index, place, id } of marked) {
      if (bonusMarks[index])
        report({ code: 'evaluation/repeated-bonus', path: ['bonuses', place], received: excerptOf(id) })
      bonusMarks[index] = true
    }
  }

  private marks(
    list: unknown,
    key: string,
    known: ReadonlyMap<string, number>,
    code: 'evaluation/unknown-veto' | 'evaluation/unknown-bonus',
    report: Report,
  ): readonly { readonly index: number; readonly place: number; readonly id: string }[] {
    if (!Array.isArray(list)) {
      report({ code: 'document/type', path: [key], expected: 'array', received: excerptOf(list) })
      return []
    }
    const marks: { index: number; place: number; id: string }[] = []
    for (const [place, entry] of list.entries()) {
      const path = [key, place]
      const mark = readMark(entry, path, MARK_KEYS, report)
      if (!mark) continue
      const { id, isEntry } = mark
      const index = known.get(id)
      if (index !== undefined) marks.push({ index, place, id })
      else report(unknownName({ code, path: isEntry ? [...path, 'id'] : path, name: id, known: known.keys() }))
    }
    return marks
  }
}
