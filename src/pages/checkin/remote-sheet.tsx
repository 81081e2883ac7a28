import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import { TextBox } from '@/components/text-box/text-box'
import type { TakingPart } from './use-remote'

/** At least so many characters: two sentences, not an essay. */
const LEAST = 10

/** Taking part from afar: a few sentences of one's own, which the branch reads. */
export function RemoteSheet({ remote, onClose }: { remote: TakingPart; onClose: () => void }) {
  const { text, stored, busy, refusal } = remote
  const missing = LEAST - text.trim().length
  const foot = (
    <Button busy={busy} disabled={missing > 0} onClick={() => void remote.send().then((ok) => ok && onClose())}>
      {missing > 0 ? `再写 ${missing} 个字就能交` : '交给支部，计入参加'}
    </Button>
  )
  return (
    <Sheet title="线上参加" onClose={onClose} foot={foot}>
      <View className="l-stack">
        {refusal && <Notice tone="red">{refusal}</Notice>}
        {!stored && (
          <Notice tone="red" icon="alert">
            手机存储满了，刚写的还没存下。请先别关小程序，写好就交，连上网就送出。
          </Notice>
        )}
        <View className="t-p">学了这次的内容，写几句自己的体会。支部书记会看到，写到哪里都先存在手机里。</View>
        <TextBox
          value={text}
          onChange={remote.write}
          label="学习心得"
          hint="例如：今天学了哪一条，联系自己的工作有什么想法"
          most={500}
        />
      </View>
    </Sheet>
  )
}
