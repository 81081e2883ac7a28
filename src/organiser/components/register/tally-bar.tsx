import { Text, View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import type { Tally } from '@/contracts/register-entries'
import { tallyParts, tallyWords } from './register.shared'
import './register.scss'

interface TallyBarProps {
  tally: Tally
  thick?: boolean
  /** Said before it: of which period. */
  lead?: string
}

/** How many have reported: drawn first, and said below. */
export const TallyBar = ({ tally, thick = false, lead }: TallyBarProps) => (
  <View className="reg-tally">
    <Bar parts={tallyParts(tally)} size={thick ? 'thick' : 'thin'} />
    <Text className="t-xs reg-tally__words">
      {lead ? `${lead} · ` : ''}
      {tallyWords(tally)}
    </Text>
  </View>
)
