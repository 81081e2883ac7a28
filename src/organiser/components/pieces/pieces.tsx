import { Text } from '@tarojs/components'

/** Words joined by ` · `, of which each stays on one line as long as it fits: a date is not broken in its middle. */
export const Pieces = ({ of }: { of: readonly string[] }) => (
  <>
    {of.map((piece, place) => (
      <Text key={piece} className="t-whole">
        {piece}
        {place < of.length - 1 ? '\u00a0·\u00a0' : ''}
      </Text>
    ))}
  </>
)
