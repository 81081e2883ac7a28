import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { Segmented } from '@/components/segmented/segmented'
import { TextBox } from '@/components/text-box/text-box'
import { LetterList } from './letter-list'
import { isLongEnough, letterKinds, letterWords, MOST } from './letters.shared'
import { ReturnedList } from './returned-list'
import { useLetters } from './use-letters'
import './index.scss'

const options = letterKinds.map((value) => ({ value, text: letterWords[value].name }))

/** 建议和投诉: writing to those who can change something, and their answers. */
export default function LettersPage() {
  const { read, waiting, returned, reopen, throwAway, draft, write, send, sending, said } = useLetters()
  const words = letterWords[draft.kind]
  return (
    <Page title="建议和投诉">
      <Card>
        <Segmented options={options} value={draft.kind} onChange={(kind) => write({ kind, text: draft.text })} />
        <View className="t-s letters__to">{words.to}</View>
        <TextBox
          value={draft.text}
          onChange={(text) => write({ kind: draft.kind, text })}
          label={`写${words.name}`}
          hint={words.hint}
          most={MOST}
        />
        <View className="letters__send">
          <Button busy={sending} disabled={!isLongEnough(draft.text)} onClick={() => void send()}>
            送出
          </Button>
        </View>
      </Card>
      {said && (
        <Notice tone={said.good ? 'ok' : 'red'} icon={said.good ? 'check' : 'alert'}>
          {said.words}
        </Notice>
      )}
      {waiting > 0 && !said && <Notice icon="upload">{waiting} 封待上传，联网后自动送出，不用再写</Notice>}
      <ReturnedList letters={returned} onReopen={reopen} onThrowAway={throwAway} />
      <LetterList read={read} />
    </Page>
  )
}
