import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { participationWords } from '@/components/words/channel.shared'
import { clockWords, dayWords } from '@/components/words/when.shared'
import type { RecordEntry } from '@/contracts/me'
import { dayOf } from '@/domain/time/day'
import { correctionWords, entryNote } from './record.shared'

interface EntrySheetProps {
  entry: RecordEntry
  today: string
  onClose: () => void
  onWrong: () => void
}

/** One entry with all that is kept of it, and the way to say that it is wrong. */
export function EntrySheet({ entry, today, onClose, onWrong }: EntrySheetProps) {
  const correction = correctionWords(entry)
  const recorded = dayOf(entry.recordedAt)
  const facts = [
    { name: '类型', text: participationWords[entry.kind].name },
    { name: '什么时候', text: entryNote(entry, today) },
    { name: '计在哪里', text: entry.mobile ? `${entry.orgName}（当时是流动党员）` : entry.orgName },
    { name: '记入时间', text: `${dayWords(recorded, today)} ${clockWords(entry.recordedAt)}` },
    ...(correction ? [{ name: '更正', text: correction }] : []),
  ]
  const foot = (
    <Button kind="quiet" onClick={onWrong}>
      这条不对，申请更正
    </Button>
  )
  return (
    <Sheet title={entry.title} onClose={onClose} foot={foot}>
      {facts.map(({ name, text }) => (
        <View key={name} className="record__fact">
          <View className="t-s">{name}</View>
          <View className="t-p">{text}</View>
        </View>
      ))}
    </Sheet>
  )
}
