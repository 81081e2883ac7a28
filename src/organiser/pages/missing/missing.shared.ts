import type { InputOf, OutputOf } from '@/contracts/action'
import type { ParticipationKind } from '@/contracts/common'
import type { listMissing } from '@/contracts/stats'

export type MissingPage = OutputOf<typeof listMissing>
export type MissingQuery = InputOf<typeof listMissing>
export type MissingPerson = NonNullable<MissingPage['people']>[number]

/** Joins a further page of names to what is shown; the counts are those of the newer answer. */
export function joinPages(shown: MissingPage, further: MissingPage): MissingPage {
  if (shown.people === null || further.people === null) return further
  const known = new Set(shown.people.map((person) => person.id))
  return { ...further, people: [...shown.people, ...further.people.filter((person) => !known.has(person.id))] }
}

/** Names under their branches, in the order in which they came. */
export function groupByBranch(people: readonly MissingPerson[]): { orgName: string; people: MissingPerson[] }[] {
  const groups = new Map<string, MissingPerson[]>()
  for (const person of people) {
    const group = groups.get(person.orgName)
    if (group) group.push(person)
    else groups.set(person.orgName, [person])
  }
  return [...groups].map(([orgName, members]) => ({ orgName, people: members }))
}

export interface BranchBar {
  readonly id: string
  readonly name: string
  readonly missing: number
  readonly members: number
  /** Of the branch's members, 0 to 1. */
  readonly share: number
}

/** One bar a branch: how much of it is missing. The order is the answer's (most missing first). */
export function branchBars(branches: MissingPage['branches']): BranchBar[] {
  return branches.map(({ org, members, missing }) => ({
    id: org.id,
    name: org.name,
    missing,
    members,
    share: members === 0 ? 0 : Math.min(missing, members) / members,
  }))
}

/** The share of the members who have taken part, 0 to 1; null without members. */
export function takenShare(page: Pick<MissingPage, 'members' | 'missing'>): number | null {
  return page.members === 0 ? null : (page.members - page.missing) / page.members
}

const remindedOf: Readonly<Record<ParticipationKind, string>> = {
  quiz: '“还没有参加答题”，点一下就能去答。',
  lesson: '“还没有学微党课”，点一下就能去学。',
  themeday: '“还没有参加主题党日”，来不了的可以请假，在外地的可以线上参加。',
}

/** What they get, before one says yes. */
export const remindLines = (kind: ParticipationKind): string[] => [
  `每人会收到一条提醒：${remindedOf[kind]}`,
  '今天提醒过的、刚刚参加了的，不会收到。',
  '晚上 9 点到早上 8 点不打扰，早上 8 点再送到。',
]
