import { Bar } from '@/components/bar/bar'
import type { MasteryCounts } from '@/domain/handbook'

/** How much of it is mastered (green) and being learnt (gold); what is left was never practised. The words beside it say the numbers. */
export function MasteryBar({ counts, size }: { counts: MasteryCounts; size?: 'thin' | 'thick' }) {
  const all = counts.mastered + counts.learning + counts.new
  if (all === 0) return null
  return (
    <Bar
      size={size}
      parts={[
        { fraction: counts.mastered / all, tone: 'ok' },
        { fraction: counts.learning / all, tone: 'gold' },
      ]}
    />
  )
}
