import { Tag } from '@/components/tag/tag'
import { remainingWords, untilWords } from '@/components/words/when.shared'
import type { SteadyClock } from '@/services/steady-clock.shared'
import { useRemaining } from './use-remaining'

interface CountdownProps {
  clock: SteadyClock
  endsAt: number
  /** The paper has a time limit of its own; else the last hour is counted down, and in the days before it says until when. */
  timed: boolean
  /** Called when the last minute begins, and when the server's clock gives more time again. */
  onPressing: (pressing: boolean) => void
  /** Called once when no time is left. */
  onOver: () => void
}

/** From here on the remaining time is shown as pressing. */
const PRESSING_MS = 60_000
const LAST_HOUR_MS = 3_600_000
/** An end further away concerns nobody who is answering now. */
const SOON_MS = 8 * 86_400_000

/** How much time is left; it is drawn again every second, and nothing else with it. */
export function Countdown({ clock, endsAt, timed, onPressing, onOver }: CountdownProps) {
  const remaining = useRemaining(clock, endsAt, PRESSING_MS, onPressing, onOver)
  if (!timed && remaining > SOON_MS) return <Tag tone="grey">不限时</Tag>
  if (!timed && remaining > LAST_HOUR_MS) return <Tag tone="grey">{untilWords(endsAt, clock.now())} 截止</Tag>
  return (
    <Tag tone={remaining <= PRESSING_MS ? 'red' : 'grey'} size="large">
      剩余 {remainingWords(remaining)}
    </Tag>
  )
}
