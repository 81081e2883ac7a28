import type { Channel } from '@/contracts/common'
import type { Done } from '@/services/outbox/outbox'

/** What was done last, and how to take it back. */
export interface Last {
  readonly text: string
  readonly undo: (() => Promise<boolean>) | null
  /** It is on the phone only. */
  readonly waits?: boolean
}

/** The ways to take an entry back: what only waits is dropped on the phone, what the server has is corrected there. */
export interface Undo {
  readonly drop: () => Promise<boolean>
  readonly correct: () => Promise<boolean>
}

const HELD = '（手机存储满了，送出以前请别关掉小程序）'

/** '已代录：测试甲', or that it waits on the phone. */
export const doneText = (what: string, name: string, done: Done<unknown>): string => {
  if (done.state === 'delivered') return `已${what}：${name}`
  return `${what}${name}：已记在手机里，联网后自动送出${done.state === 'waiting' && done.held ? HELD : ''}`
}

/** What became of an entry by proxy. Who came by themselves meanwhile is not to be taken back with it. */
export function proxyDone(name: string, done: Done<{ readonly channel: Channel }>, undo: Undo): Last {
  if (done.state !== 'delivered') return { text: doneText('代录', name, done), undo: undo.drop, waits: true }
  if (done.data.channel !== 'proxy') return { text: `${name}已经自己签到，不用代录`, undo: null }
  return { text: doneText('代录', name, done), undo: undo.correct }
}
