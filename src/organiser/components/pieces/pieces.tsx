import { Text, View } from '@tarojs/components'
import './pieces.scss'

/**
 * Words joined by ` · `, of which each stays on one line as long as it fits: a date is not broken in its middle, and no line begins or ends with the sign
 * that joins.
 */
export const Pieces = ({ of }: { of: readonly string[] }) => (
  <View className="pieces">
    <View className="pieces__line">
      {of.map((piece) => (
        <Text key={piece} className="pieces__one">
          {piece}
        </Text>
      ))}
    </View>
  </View>
)
