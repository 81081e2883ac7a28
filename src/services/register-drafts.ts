import { draftsKv } from './cache/drafts-kv'

/** A figure of the register as it is being filled in, every field as typed. */
export interface FigureDraft {
  readonly value: string
  /** Of the paper on which it stands. */
  readonly name: string
  readonly number: string
  readonly day: string
  readonly asOfDay: string
  readonly note: string
  /** With which it is being sent: a phone that died meanwhile sends the same one again. null: it was changed since. */
  readonly key: string | null
}

const keyOf = (code: string, orgId: string, period: string) => `figure:${code}.${orgId}.${period}`

/** The figures that the person who uses this phone is filling in, written at every keystroke: leaving the page loses nothing. */
export const figureDrafts = {
  read: (code: string, orgId: string, period: string) => draftsKv.read<FigureDraft>(keyOf(code, orgId, period)),
  /** Whether the phone has it now; if not, it is in memory as long as the app is open. */
  write: (code: string, orgId: string, period: string, draft: FigureDraft): boolean =>
    draftsKv.write(keyOf(code, orgId, period), draft),
  drop: (code: string, orgId: string, period: string): void => draftsKv.drop(keyOf(code, orgId, period)),
}
