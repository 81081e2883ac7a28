import { draftsKv } from '../cache/drafts-kv'

const keyOf = (themeDayId: string) => `remote:${themeDayId}`

/** The texts with which the person who uses this phone takes part from afar, written at every keystroke. */
export const remoteDrafts = {
  read: (themeDayId: string): string => draftsKv.read<string>(keyOf(themeDayId)) ?? '',
  /** Whether the phone has it now; if not, it is in memory as long as the app is open. */
  write: (themeDayId: string, text: string): boolean => draftsKv.write(keyOf(themeDayId), text),
  drop: (themeDayId: string): void => draftsKv.drop(keyOf(themeDayId)),
}
