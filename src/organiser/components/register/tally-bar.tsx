import { View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import type { Tally } from '@/contracts/register-entries'
import { Pieces } from '../pieces/pieces'
import { tallyParts, tallyPieces } from './register.shared'
import './register.scss'

interface TallyBarProps {
  tally: Tally
  thick?: boolean
}

/** How many have reported: drawn first, and said below; of one alone only said. */
export const TallyBar = ({ tally, thick = false }: TallyBarProps) => (
  <View className="reg-tally">
    {tally.due > 1 && <Bar parts={tallyParts(tally)} size={thick ? 'thick' : 'thin'} />}
    <View className="t-xs reg-tally__words">
      <Pieces of={tallyPieces(tally)} />
    </View>
  </View>
)
