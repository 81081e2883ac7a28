import { Text } from '@tarojs/components'
import { clausesOf, phrasesOf } from './phrases.shared'

/** A title that breaks behind its colon, when it does not fit on one line, and not in the middle of a word. */
export function Phrases({ title }: { title: string }) {
  return <Wholes parts={phrasesOf(title)} />
}

/** A sentence or two, centred: it breaks between its clauses, and not in the middle of a word. */
export function Clauses({ text }: { text: string }) {
  return <Wholes parts={clausesOf(text)} />
}

/** Parts of a text that each stay on one line while there is room. */
export function Wholes({ parts }: { parts: readonly string[] }) {
  if (parts.length === 1) return <>{parts[0]}</>
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
