import { View } from '@tarojs/components'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import { type Compared, type Reproduced, reproducedWords } from './report.shared'

interface Change {
  readonly key: string
  readonly name: string
  readonly before: string | null
  readonly after: string | null
  readonly why?: string
}

function ChangeOf({ change: { name, before, after, why } }: { change: Change }) {
  return (
    <View className="r-change">
      {name !== '' && <View className="t-h3">{name}</View>}
      {before !== null && <View className="r-change__before">原：{before}</View>}
      <View className="r-change__after">{after === null ? '删去' : `现：${after}`}</View>
      {why && <View className="t-s">{why}</View>}
    </View>
  )
}

/** What changed between two versions, and why. */
export function CompareSheet({ compared, onClose }: { compared: Compared; onClose: () => void }) {
  const { reason, figures, sentences } = compared
  const changes: Change[] = [
    ...figures.map(({ code, ...rest }) => ({ key: code, ...rest })),
    ...sentences.map(({ id, ...rest }) => ({ key: id, name: '', ...rest })),
  ]
  return (
    <Sheet title="和上一版比" onClose={onClose}>
      <View className="l-stack">
        {reason && <Notice tone="grey">改版原因：{reason}</Notice>}
        {changes.length === 0 && <View className="t-body">两版内容一样。</View>}
        {figures.length > 0 && <View className="t-s">数字 {figures.length} 项</View>}
        {changes.slice(0, figures.length).map((change) => (
          <ChangeOf key={change.key} change={change} />
        ))}
        {sentences.length > 0 && <View className="t-s">句子 {sentences.length} 处</View>}
        {changes.slice(figures.length).map((change) => (
          <ChangeOf key={change.key} change={change} />
        ))}
      </View>
    </Sheet>
  )
}

/** Whether the figures come out again from the ledger as it was then. */
export function ReproducedSheet({ result, onClose }: { result: Reproduced; onClose: () => void }) {
  const { equal, kept, entries, later, differences, intact } = result
  return (
    <Sheet title="重新核算" onClose={onClose}>
      <View className="l-stack">
        <Notice tone={equal ? 'ok' : 'red'} icon={equal ? 'check' : 'alert'}>
          {reproducedWords(result)}
        </Notice>
        <View className="t-body">
          按数据截至时已有的记录重算：共读了 {entries} 条，之后才记的 {later} 条不算。另有 {kept}{' '}
          项来自台账或暂无来源，按定稿时的原样保存。
        </View>
        {intact !== null && (
          <View className="t-body">
            {intact ? '定稿内容与指纹相符，没有被改动。' : '定稿内容或算数时保存的数据与指纹不符，请联系管理员。'}
          </View>
        )}
        {differences.map(({ name, frozen, now, why }) => (
          <ChangeOf key={name} change={{ key: name, name, before: frozen, after: now, why }} />
        ))}
      </View>
    </Sheet>
  )
}
