import type { Channel, Instant } from '@/contracts/common'
import type { LeaveReason, OwnPart, ThemeDayStatus } from '@/contracts/themeday'
import { settling } from '../participation/own-again'
import type { LateScan } from './late-scan'

/** Leave from a theme day, as it is stored. */
export interface Leave {
  readonly reason: LeaveReason
  readonly note: string
  /** When it was asked for. */
  readonly at: Instant
  /** When it arrived, where that was another time; absent: at once. */
  readonly receivedAt?: Instant
  readonly by: 'self' | 'secretary'
  readonly recorder: string | null
}

/** What is known of a person and a theme day, from its two sources. */
export interface Known {
  /** The latest entry of the fact, which may take it back; null: there is none. */
  readonly fact: { readonly channel: Channel; readonly withdrawn: boolean } | null
  readonly leave: Leave | null
  readonly lateScan: Pick<LateScan, 'state'> | null
}

export type AttendanceState = 'lateScan' | 'absent' | 'leave' | 'onSite' | 'remote' | 'proxy'

const came: Readonly<Record<Channel, AttendanceState>> = {
  self: 'onSite',
  import: 'onSite',
  remote: 'remote',
  proxy: 'proxy',
}

/**
 * What someone's attendance is. Whoever took part took part, whatever else was entered before or at the same time: checking in takes leave back, and a
 * scan that waits is settled by a fact, also by one that was taken back (but for a proxy's, `settling`). So two sources that are written without each other never contradict. An
 * accepted scan without its fact (the call died in between) still waits.
 */
export function attendanceState({ fact, leave, lateScan }: Known): AttendanceState {
  if (fact && !fact.withdrawn) return came[fact.channel]
  if (!settling(fact) && lateScan && lateScan.state !== 'declined') return 'lateScan'
  return leave ? 'leave' : 'absent'
}

/** The leave that counts: none of someone who took part after all. */
export const standingLeave = ({ fact, leave }: Pick<Known, 'fact' | 'leave'>): Leave | null =>
  fact && !fact.withdrawn ? null : leave

interface PartOf extends Known {
  readonly status: ThemeDayStatus
  readonly expected: boolean
  /** It can still be done from afar. */
  readonly remoteOpen: boolean
}

/** A person's own part in a theme day, for lists. */
export function ownPart({ status, expected, remoteOpen, ...known }: PartOf): OwnPart {
  const state = attendanceState(known)
  if (state === 'onSite') return 'in'
  if (state !== 'absent') return state
  if (!expected) return 'none'
  return status !== 'closed' || remoteOpen ? 'due' : 'absent'
}
