import { DAY_MS } from '../time'

/** How long what was answered without a network may be on its way and still count as of when it was answered: as long as others may be entered. */
export const LESSON_GRACE_MS = 7 * DAY_MS

/**
 * When a lesson counts as done whose check question was answered without a network: as the phone says (by the server's clock as far as it knows it), not before the
 * lesson was published and not in the future. Without a claim, or with one older than the grace, the arrival counts.
 */
export function lessonDoneAt(
  { publishedAt }: { readonly publishedAt: number },
  answeredAt: number | null,
  now: number,
): number {
  if (answeredAt === null || answeredAt >= now || answeredAt < now - LESSON_GRACE_MS) return now
  return Math.max(answeredAt, publishedAt)
}
