import type { ExportView } from '@/contracts/exports'
import type { Job } from '@/contracts/jobs'

/** Whether there is nothing to wait for any more. */
export const isOver = ({ state }: Job): boolean => state === 'done' || state === 'failed'

/** How far it is, 0 to 1; a sliver as soon as somebody is on it. */
export function progressOf({ state, done, total }: Job): number {
  if (state === 'done') return 1
  return total === null || total === 0 ? 0 : Math.min(1, done / total)
}

/** How far it is, in words: 排队等候 · 正在统计 · 已完成 3/12 · 已完成 400 (nobody knows of how many). */
export function progressWords({ state, done, total, problem }: Job): string {
  if (state === 'failed') return problem ?? '没有做成，请再试一次。'
  if (state === 'done') return '已做好'
  if (state === 'waiting') return '排队等候'
  if (total === null) return done > 0 ? `已完成 ${done}` : '正在统计'
  return `已完成 ${done}/${total}`
}

/** A file's title without the days at its end, and those days. */
export function titleParts(title: string): { name: string; period: { from: string; to: string } | null } {
  const [, name, from, to] = /^(.*) (\d{4}-\d\d-\d\d) 至 (\d{4}-\d\d-\d\d)$/.exec(title) ?? []
  return name && from && to ? { name, period: { from, to } } : { name: title, period: null }
}

/** 812 KB, 1.2 MB. */
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/**
 * A pause (ms) before asking again: the answer itself takes the seconds in which the work goes on. Without a network it is asked more and more seldom; also when answers come
 * at once and with nothing new (`still` of them in a row), for then somebody else is on it.
 */
export const pauseBefore = (faults: number, still: number): number =>
  faults > 0 ? Math.min(30_000, 2_000 * 2 ** (faults - 1)) : still > 0 ? Math.min(5_000, 1_000 * still) : 400

/** Whether a job is where it was. */
export const isStill = (before: Job | null, now: Job): boolean =>
  before?.id === now.id && before.state === now.state && before.done === now.done

/** What a file is called on the button: what it is a list of, where that is not all that the page shows. @param names whether the viewer gets names at all */
export function exportWords({ what }: ExportView, names = true): string {
  if (what === 'categories') return '导出分类对比（Excel）'
  if (what === 'activities') return '导出活动清单（Excel）'
  return names && what !== 'overview' ? '导出名单（Excel）' : '导出 Excel'
}
