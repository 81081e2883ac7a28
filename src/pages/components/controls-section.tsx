import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Option } from '@/components/option/option'
import { Segmented } from '@/components/segmented/segmented'
import { Sheet } from '@/components/sheet/sheet'
import { Section } from './section'

const nothing = () => undefined
const three = [
  { value: 'a', text: '必修' },
  { value: 'b', text: '基础' },
  { value: 'c', text: '选修' },
] as const

/** What one can press. */
export function ControlsSection() {
  const [choice, setChoice] = useState<'a' | 'b' | 'c'>('a')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Section name="Button" use="一页一个主按钮；不可逆的事不用红色催人。高不低于 52，字多就换行。">
        <Button onClick={nothing}>开始答题</Button>
        <Button kind="quiet" onClick={nothing}>
          只看错题
        </Button>
        <Button kind="plain" onClick={nothing}>
          上一题
        </Button>
        <View className="l-cols">
          <Button busy onClick={nothing}>
            正在交卷
          </Button>
          <Button disabled onClick={nothing}>
            还不能点
          </Button>
        </View>
        <Button onClick={nothing}>字很多很多很多很多很多很多很多很多的时候换行</Button>
      </Section>
      <Section name="Option" use="一整张卡片都能点；选中、对、错除了颜色还有字。">
        <Card>
          <View className="l-stack">
            <Option letter="A" text="没有选" onClick={nothing} />
            <Option letter="B" text="选中了" state="on" several onClick={nothing} />
            <Option letter="C" text="正确的一项" state="good" note="正确答案，您选了" />
            <Option
              letter="D"
              text="选错的一项，字也可以很长，长到要换第二行甚至第三行才能写完"
              state="bad"
              note="您选的，不对"
            />
          </View>
        </Card>
      </Section>
      <Section name="Segmented" use="两到四个里选一个，都看得见。">
        <Segmented options={three} value={choice} onChange={setChoice} />
      </Section>
      <Section name="Sheet" use="从下面升起，问一件事，或选一样东西。点暗处就是不做。">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          打开看看
        </Button>
        {open && (
          <Sheet
            title="还有 2 题没有答"
            onClose={() => setOpen(false)}
            foot={<Button onClick={() => setOpen(false)}>去补答</Button>}
          >
            <View className="t-p">第 3、7 题没有答，交卷后不能再补。</View>
          </Sheet>
        )}
      </Section>
    </>
  )
}
