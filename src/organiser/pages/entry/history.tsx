import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'
import type { ShownSubmission } from '@/contracts/register-entries'
import { dayText } from '../../components/period/period.shared'
import { Pieces } from '../../components/pieces/pieces'
import { amount } from '../../components/register/register.shared'
import type { EntryView } from './entry.shared'

const who = (name: string | null, mine: boolean): string => (mine ? '我' : (name ?? '填报人'))

/** How one submission stands: the last may wait; of those before, one without a verdict was replaced. */
function tagOf({ n, verdict }: ShownSubmission, { entry }: EntryView) {
  if (verdict?.accept)
    return entry.standing?.n === n
      ? { tone: 'ok' as const, text: '已审，在用' }
      : { tone: 'grey' as const, text: '已审，已更正' }
  if (verdict) return { tone: 'red' as const, text: '已退回' }
  return n === entry.submissions.length
    ? { tone: 'gold' as const, text: '待审核' }
    : { tone: 'grey' as const, text: '已改报' }
}

/** Everything that was submitted and decided, the latest first: nothing of it is ever written over. */
export function History({ view }: { view: EntryView }) {
  const { entry, indicator } = view
  const now = Date.now()
  return (
    <>
      {entry.submissions.map((one) => {
        const tag = tagOf(one, view)
        const { document, verdict, jumpFrom } = one
        return (
          <Card key={one.n}>
            <View className="l-ends">
              <View className="t-h2 entry__value">{amount(one.value, indicator.unit)}</View>
              <Tag tone={tag.tone}>{tag.text}</Tag>
            </View>
            {jumpFrom !== null && (
              <View className="entry__jump t-s">
                和上次的 {amount(jumpFrom, indicator.unit)}相差十倍以上，填报人已确认。请核对单位。
              </View>
            )}
            <View className="t-p entry__paper">
              {document.name}
              {document.number === '' ? '' : `（${document.number}）`}
            </View>
            <View className="t-s">
              <Pieces of={[`文件日期 ${dayText(document.day, '')}`, `数据截至 ${dayText(one.asOfDay, '')}`]} />
            </View>
            {one.note !== '' && <View className="t-p">{one.note}</View>}
            <View className="t-xs">
              <Pieces of={[`第 ${one.n} 次填报`, who(one.byName, one.mine), whenWords(one.at, now)]} />
            </View>
            {verdict && (
              <View className={`entry__verdict ${verdict.accept ? '' : 'entry__verdict--back'}`}>
                {!verdict.accept && <View className="t-p">{verdict.words}</View>}
                <View className="t-xs">
                  {verdict.byName ?? '上级组织'} {verdict.accept ? '审核通过' : '退回'} · {whenWords(verdict.at, now)}
                </View>
              </View>
            )}
          </Card>
        )
      })}
    </>
  )
}
