import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import { TextBox } from '@/components/text-box/text-box'
import { noteState } from './note.shared'
import type { useNote } from './use-note'

/** Characters of a note at most, as the contract has it. */
const MOST = 3000

/** A note on the lesson, for nobody else. */
export function NoteSheet({ note, onClose }: { note: ReturnType<typeof useNote>; onClose: () => void }) {
  const close = () => {
    void note.send()
    onClose()
  }
  return (
    <Sheet title="学习笔记" onClose={close} foot={<Button onClick={close}>{note.dirty ? '保存' : '好了'}</Button>}>
      <TextBox
        value={note.text}
        onChange={note.write}
        label="学习笔记"
        hint="想到什么记什么，只有您自己看得到。"
        most={MOST}
      />
      <View className="note__state">
        <View className="t-s">{noteState(note)}</View>
      </View>
      {note.problem && <Notice tone="red">{note.problem}</Notice>}
    </Sheet>
  )
}
