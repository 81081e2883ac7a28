import { whenWords } from '@/components/words/when.shared'
import type { OutputOf } from '@/contracts/action'
import type { listMembers } from '@/contracts/organise'

export type MembersPage = OutputOf<typeof listMembers>
export type Member = MembersPage['rows'][number]

/** Joins a further page to what is shown; whoever came again is as the newer answer says. */
export function joinMembers(shown: MembersPage, further: MembersPage): MembersPage {
  const known = new Set(further.rows.map(({ id }) => id))
  return { ...further, rows: [...shown.rows.filter(({ id }) => !known.has(id)), ...further.rows] }
}

/** Members under their branches, in the order in which they came. */
export function byBranch(rows: readonly Member[]): { orgName: string; rows: Member[] }[] {
  const groups = new Map<string, Member[]>()
  for (const row of rows) {
    const group = groups.get(row.orgName)
    if (group) group.push(row)
    else groups.set(row.orgName, [row])
  }
  return [...groups].map(([orgName, members]) => ({ orgName, rows: members }))
}

/** How somebody can come in: bound already, by their number, or with an invitation only. */
export function wayIn({ bound, reboundAt, phoneKnown }: Member): string {
  if (bound) return reboundAt === null ? '已绑定微信' : '已绑定微信，换过一次'
  return phoneKnown ? '已登记手机号，等本人打开小程序' : '还没有绑定，可以发邀请码'
}

/** That an invitation put another WeChat in the place of an earlier one: whoever is responsible should know of it. null: none did. */
export const reboundWords = ({ reboundAt }: Member, now: number): string | null =>
  reboundAt === null ? null : `${whenWords(reboundAt, now)}用邀请码换过微信。不是本人要换的，请重新发邀请码。`

/** How many of those shown are not bound, as a sentence; null when all are. */
export function unboundWords(rows: readonly Member[], more: boolean): string | null {
  const count = rows.filter(({ bound }) => !bound).length
  if (count === 0) return null
  return more ? `已列出的党员里，${count} 人还没有绑定微信` : `${rows.length} 名党员，${count} 人还没有绑定微信`
}
