import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { typedDecimal } from '@/domain/register/decimal'
import { amount } from '../../components/register/register.shared'
import type { EntryView, Form } from './entry.shared'

interface JumpSheetProps {
  view: EntryView
  form: Form
  onYes: () => void
  onNo: () => void
}

/** Asked before a value goes out that is ten times the last one, or a tenth: most often the unit is wrong. */
export function JumpSheet({ view, form, onYes, onNo }: JumpSheetProps) {
  const { indicator, last, entry } = view
  const before = last?.value ?? entry.standing?.value
  const foot = (
    <View className="l-cols">
      <Button kind="plain" onClick={onNo}>
        我再看看
      </Button>
      <Button onClick={onYes}>没错，上报</Button>
    </View>
  )
  return (
    <Sheet title="请核对单位" onClose={onNo} foot={foot}>
      <View className="l-stack">
        <View className="entry__compare">
          <View className="t-s">这一次</View>
          <View className="t-num">{amount(typedDecimal(form.value), indicator.unit)}</View>
        </View>
        {before !== undefined && (
          <View className="entry__compare">
            <View className="t-s">上一次</View>
            <View className="t-num">{amount(before, indicator.unit)}</View>
          </View>
        )}
        <View className="t-p">
          相差十倍以上，常常是单位写错了，比如把“万”当成“{indicator.unit}”。这一项的单位是“{indicator.unit}
          ”。确实没错就上报，审核的人会看到这个提示。
        </View>
      </View>
    </Sheet>
  )
}
