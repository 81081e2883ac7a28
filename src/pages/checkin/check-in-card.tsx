import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { fieldName } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ScanTrouble } from '@/components/scan/scan-trouble'
import { useScan } from '@/components/scan/use-scan'
import { canScan } from '@/services/platform/scan'
import { CodeInput } from './code-input'

interface CheckInCardProps {
  sending: boolean
  /** What there is to know before scanning. */
  hint?: string
  onToken: (token: string) => void
  /** null: no digits can be typed, because only a scanned code says which theme day it is. */
  onCode: ((code: string) => void) | null
}

/** The two ways to check in: scanning the secretary's code, or typing the six digits that are read out. */
export function CheckInCard({ sending, hint, onToken, onCode }: CheckInCardProps) {
  const scanning = useScan(onToken)
  const digits = onCode ? '在下面输入书记报的六位数字' : '点开这次主题党日，输入书记报的六位数字'
  const byScan = canScan && (
    <Button busy={sending} onClick={() => void scanning.press()}>
      扫一扫签到
    </Button>
  )
  const byPaste = !canScan && (
    <>
      <View className="checkin__or t-s">浏览器预览没有相机：要试扫码，把二维码的内容粘到这里</View>
      <PasteCode busy={sending} onText={(text) => scanning.take(text)} />
    </>
  )
  return (
    <Card className="l-stack">
      <View>
        <View className="t-h2">签到</View>
        {hint && <View className="t-s">{hint}</View>}
      </View>
      <ScanTrouble trouble={scanning.trouble} digits={digits} />
      {byScan}
      {onCode && (
        <>
          <View className={canScan ? 'checkin__or t-s' : 't-s'}>
            {canScan ? '相机不好用？输入书记报的六位数字' : '输入书记报的六位数字'}
          </View>
          <TypeCode kind={canScan ? 'quiet' : 'primary'} busy={sending} onCode={onCode} />
        </>
      )}
      {byPaste}
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
