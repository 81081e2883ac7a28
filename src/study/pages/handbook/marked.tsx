import { Text } from '@tarojs/components'
import { markHits } from '@/domain/handbook'

/** A text with what was found in it marked. */
export function Marked({ text, terms }: { text: string; terms: readonly string[] }) {
  return (
    <>
      {markHits(text, terms).map(({ text: piece, hit }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no identity but their place
        <Text key={index} className={hit ? 'marked' : ''}>
          {piece}
        </Text>
      ))}
    </>
  )
}
