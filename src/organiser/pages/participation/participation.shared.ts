import type { OutputOf } from '@/contracts/action'
import type { getRecord, LedgerEntry } from '@/contracts/opening'
import { whenText } from '../../when.shared'

export type PersonRecord = OutputOf<typeof getRecord>
export type Participation = PersonRecord['participations'][number]

const how: Readonly<Record<LedgerEntry['channel'], string>> = {
  self: '本人参加',
  remote: '本人线上参加',
  proxy: '由别人代录',
  import: '从以前的台账导入',
}

/** What an entry did: the first one records, a later one takes back, puts back, or sets right. */
export function entryTitle(entry: LedgerEntry, before: LedgerEntry | undefined): string {
  if (!before) return how[entry.channel]
  if (entry.withdrawn) return before.withdrawn ? '再次更正，仍不算参加' : '更正：不算参加'
  if (before.withdrawn) return '更正：恢复，算参加'
  if (entry.occurredAt !== before.occurredAt) return '更正了时间'
  if (entry.orgName !== before.orgName) return '随组织关系更正了所在组织'
  return '更正'
}

/** When it happened, when it was entered, where it counts, by whom and why; each a line. */
export function entryLines(entry: LedgerEntry, now: number): string[] {
  const { occurredAt, recordedAt, orgName, mobile, recorder, reason, withdrawn } = entry
  return [
    ...(withdrawn ? [] : [`发生在${spaced(whenText(occurredAt, now))}`]),
    `记入于${spaced(whenText(recordedAt, now))}`,
    ...(withdrawn ? [] : [`算在${orgName}${mobile ? '，当时是流动党员' : ''}`]),
    ...(recorder ? [`经手人：${recorder}`] : []),
    ...(reason ? [`原因：${reason}`] : []),
  ]
}

/** What else is known of it: papers handed in, leave, a scan that came late. Never how well somebody did. */
export function behindLines({ papers, leaveAt, lateScan }: Participation, now: number): string[] {
  const scanned = { waiting: '等支部确认', accepted: '支部已确认到场', declined: '支部确认没有到场' }
  return [
    ...papers.map(({ number, handedInAt, receivedAt }) =>
      handedInAt === null
        ? `第 ${number} 份答卷：还没有交`
        : `第 ${number} 份答卷：${whenText(handedInAt, now)} 交${
            receivedAt !== null && receivedAt - handedInAt > 60_000 ? `，${whenText(receivedAt, now)} 传到` : ''
          }`,
    ),
    ...(leaveAt === null ? [] : [`请过假：${whenText(leaveAt, now)}`]),
    ...(lateScan
      ? [
          `扫码晚到：${whenText(lateScan.scannedAt, now)} 扫，${whenText(lateScan.receivedAt, now)} 传到，${scanned[lateScan.state]}`,
        ]
      : []),
  ]
}

const spaced = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text)
