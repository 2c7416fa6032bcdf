import { type Item, own, type RubricDocument, type Section } from './documents.js'
import type { Rational } from './rational.js'
import * as exact from './rational.js'

/** An item or a section that has a weight: recorded items, and sections of nothing else, have none. */
export type Node = Item | Section

export function isSection(node: Node): node is Section {
  return 'items' in node || 'sections' in node
}

/** Whether ratings of an item are only recorded: text and record items. */
export function isRecorded(item: Item): boolean {
  return item.kind === 'text' || item.kind === 'record'
}

/** The siblings under a section, items first. */
export function childrenOf(section: Section): Node[] {
  const items = (section.items ?? []).filter((item) => !isRecorded(item))
  const sections = (section.sections ?? []).filter((child) => childrenOf(child).length > 0)
  return [...items, ...sections]
}

/** The siblings at the top of the form. */
export function topNodesOf(rubric: RubricDocument): Section[] {
  return rubric.sections.filter((section) => childrenOf(section).length > 0)
}

/** Every group of siblings, the top one first. */
export function siblingGroupsOf(rubric: RubricDocument): Node[][] {
  const groups: Node[][] = []
  const visit = (group: Node[]): void => {
    groups.push(group)
    for (const node of group) if (isSection(node)) visit(childrenOf(node))
  }
  visit(topNodesOf(rubric))
  return groups
}

/** Every section, those that hold only recorded items too, outer before inner. */
export function allSectionsOf(rubric: RubricDocument): Section[] {
  const withInner = (section: Section): Section[] => [section, ...(section.sections ?? []).flatMap(withInner)]
  return rubric.sections.flatMap(withInner)
}

/** Every item that is scored, in file order, items before the sections beside them. */
export function leavesUnder(node: Node): Item[] {
  return isSection(node) ? childrenOf(node).flatMap(leavesUnder) : [node]
}

export function leavesOf(rubric: RubricDocument): Item[] {
  return topNodesOf(rubric).flatMap(leavesUnder)
}

/** Sets shares of one group to weights; they must not all be 0. */
function setShares(shares: Map<string, Rational>, group: readonly Node[], weightOf: (node: Node) => Rational): void {
  const total = exact.sum(group.map(weightOf))
  if (exact.isZero(total)) throw new Error(`no weight beside ${group[0]?.id}`)
  for (const node of group) shares.set(node.id, exact.divide(weightOf(node), total))
}

/** One layer of sharePercents: named siblings get theirs, the others fill the rest as before. */
function applySharePercents(
  shares: Map<string, Rational>,
  groups: readonly Node[][],
  percents: Record<string, number> | undefined,
): void {
  const percentOf = (node: Node): number | undefined => own(percents, node.id)
  for (const group of groups) {
    const named = group.filter((node) => percentOf(node) !== undefined)
    const others = group.filter((node) => percentOf(node) === undefined)
    if (named.length === 0) continue
    const taken = exact.sum(named.map((node) => exact.divide(exact.fromNumber(percentOf(node) ?? 0), exact.HUNDRED)))
    const rest = exact.subtract(exact.ONE, taken)
    if (exact.compare(rest, exact.ZERO) < 0) throw new Error('named shares over 100')
    if (others.length === 0 && !exact.isZero(rest)) throw new Error('all named, but not 100')
    const oldOthers = exact.sum(others.map((node) => shareOf(shares, node.id)))
    if (!exact.isZero(rest) && exact.isZero(oldOthers)) throw new Error('a rest nobody can fill')
    for (const node of named) {
      const percent = exact.fromNumber(percentOf(node) ?? 0)
      shares.set(node.id, exact.divide(percent, exact.HUNDRED))
    }
    for (const node of others) {
      const share = exact.isZero(rest)
        ? exact.ZERO
        : exact.multiply(rest, exact.divide(shareOf(shares, node.id), oldOthers))
      shares.set(node.id, share)
    }
  }
}

export function shareOf(shares: ReadonlyMap<string, Rational>, id: string): Rational {
  const share = shares.get(id)
  if (share === undefined) throw new Error(`no share of ${id}`)
  return share
}

/**
 * Every node's share of its parent under all layers: base, profile, adjustments in force.
 * @throws Error where the layers are not legal in this case
 */
export function sharesOfParent(
  rubric: RubricDocument,
  businessType: string | undefined,
  date: string | undefined,
): Map<string, Rational> {
  const groups = siblingGroupsOf(rubric)
  const shares = new Map<string, Rational>()
  for (const group of groups) {
    const weighted = group.filter((node) => node.weight !== undefined)
    if (weighted.length !== 0 && weighted.length !== group.length) throw new Error('some weights')
    setShares(shares, group, (node) => exact.fromNumber(node.weight ?? 1))
  }
  const profile = businessType === undefined ? undefined : own(rubric.weightProfiles, businessType)
  for (const group of groups) {
    const weightOf = (node: Node): number | undefined => own(profile?.weights, node.id)
    const weighted = group.filter((node) => weightOf(node) !== undefined)
    if (weighted.length === 0) continue
    if (weighted.length !== group.length) throw new Error('profile weights of some siblings')
    setShares(shares, group, (node) => exact.fromNumber(weightOf(node) ?? 0))
  }
  applySharePercents(shares, groups, profile?.sharePercents)
  for (const adjustment of rubric.weightAdjustments ?? []) {
    if (date === undefined) throw new Error('adjustments want a date')
    const isMeant =
      adjustment.businessTypes === undefined ||
      (businessType !== undefined && adjustment.businessTypes.includes(businessType))
    const isInForce = (adjustment.from ?? date) <= date && date <= (adjustment.through ?? date)
    if (isMeant && isInForce) applySharePercents(shares, groups, adjustment.sharePercents)
  }
  return shares
}

/** Every leaf's share of the whole form, before anything is not applicable. */
export function leafSharesOf(rubric: RubricDocument, ofParent: ReadonlyMap<string, Rational>): Map<string, Rational> {
  const leafShares = new Map<string, Rational>()
  const visit = (nodes: readonly Node[], parentShare: Rational): void => {
    for (const node of nodes) {
      const share = exact.multiply(parentShare, shareOf(ofParent, node.id))
      if (isSection(node)) visit(childrenOf(node), share)
      else leafShares.set(node.id, share)
    }
  }
  visit(topNodesOf(rubric), exact.ONE)
  return leafShares
}

/** Formats of dates by time zone: making one takes longer than using it a hundred times. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormatOf(timeZone: string): Intl.DateTimeFormat {
  const known = dateFormats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  dateFormats.set(timeZone, format)
  return format
}

/** Returns the local date of an instant. */
export function localDate(instant: string, timeZone: string): string {
  const parts = dateFormatOf(timeZone).formatToParts(new Date(instant))
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
