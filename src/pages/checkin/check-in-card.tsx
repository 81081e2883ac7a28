import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { fieldName } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { CodeInput } from './code-input'
import { canScan, scan } from './scan'

interface CheckInCardProps {
  sending: boolean
  onScanned: (text: string) => void
  onCode: (code: string) => void
}

/** The two ways to check in: scanning the secretary's code, or typing the six digits that are read out. */
export function CheckInCard({ sending, onScanned, onCode }: CheckInCardProps) {
  return (
    <Card className="l-stack">
      <View className="t-h2">签到</View>
      {canScan ? (
        <>
          <ScanButton busy={sending} onScanned={onScanned} />
          <View className="checkin__or t-s">相机不好用？输入书记报的六位数字</View>
          <TypeCode kind="quiet" busy={sending} onCode={onCode} />
        </>
      ) : (
        <>
          <View className="t-s">输入书记报的六位数字</View>
          <TypeCode kind="primary" busy={sending} onCode={onCode} />
          <View className="checkin__or t-s">浏览器预览没有相机：要试扫码，把二维码的内容粘到这里</View>
          <PasteCode busy={sending} onText={onScanned} />
        </>
      )}
    </Card>
  )
}
interface TypeCodeProps {
  kind: 'primary' | 'quiet'
  busy: boolean
  onCode: (code: string) => void
}

function TypeCode({ kind, busy, onCode }: TypeCodeProps) {
  const [code, setCode] = useState('')
  return (
    <>
      <CodeInput value={code} onChange={setCode} />
      <Button kind={kind} busy={busy} disabled={code.length < 6} onClick={() => onCode(code)}>
        {code.length < 6 ? '输满六位再签到' : '用数字码签到'}
      </Button>
    </>
  )
}

function ScanButton({ busy, onScanned }: { busy: boolean; onScanned: (text: string) => void }) {
  const press = async () => {
    const text = await scan()
    if (text !== null) onScanned(text)
  }
  return (
    <Button busy={busy} onClick={() => void press()}>
      扫一扫签到
    </Button>
  )
}

/** The preview in a browser has no camera: it takes what the code says. */
function PasteCode({ busy, onText }: { busy: boolean; onText: (text: string) => void }) {
  const [text, setText] = useState('')
  return (
    <>
      <View className="checkin__text">
        <Input
          className="checkin__field"
          value={text}
          placeholder="二维码内容"
          onInput={(event) => setText(event.detail.value)}
          {...fieldName('二维码内容')}
        />
      </View>
      <Button kind="quiet" busy={busy} disabled={text === ''} onClick={() => onText(text)}>
        用二维码签到
      </Button>
    </>
  )
}
