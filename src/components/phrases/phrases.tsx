import { Text } from '@tarojs/components'
import { phrasesOf } from './phrases.shared'

/** A title that breaks behind its colon, when it does not fit on one line, and not in the middle of a word. */
export function Phrases({ title }: { title: string }) {
  const parts = phrasesOf(title)
  if (parts.length === 1) return <>{title}</>
  return (
    <>
      {parts.map((part) => (
        <Text key={part} className="t-whole">
          {part}
        </Text>
      ))}
    </>
  )
}
