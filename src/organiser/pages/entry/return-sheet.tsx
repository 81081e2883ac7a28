import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import { TextBox } from '@/components/text-box/text-box'

interface ReturnSheetProps {
  busy: boolean
  fault: string | null
  onReturn: (words: string) => void
  onClose: () => void
}

const most = 100
const usual = ['请核对单位', '请核对统计口径', '来源文件对不上']

/** Why a figure is returned: its reporter reads it and reports again. */
export function ReturnSheet({ busy, fault, onReturn, onClose }: ReturnSheetProps) {
  const [words, setWords] = useState('')
  const foot = (
    <Button busy={busy} disabled={words.trim().length < 2} onClick={() => onReturn(words.trim())}>
      退回，请他们改报
    </Button>
  )
  return (
    <Sheet title="退回的原因" onClose={onClose} foot={foot}>
      <View className="l-stack">
        {fault && (
          <Notice tone="red" icon="alert">
            {fault}
          </Notice>
        )}
        <View className="entry__usual">
          {usual.map((one) => (
            <Button key={one} kind="quiet" size="small" onClick={() => setWords(one)}>
              {one}
            </Button>
          ))}
        </View>
        <TextBox value={words} onChange={setWords} label="退回的原因" hint="哪里要核对，写给填报的人看。" most={most} />
      </View>
    </Sheet>
  )
}
