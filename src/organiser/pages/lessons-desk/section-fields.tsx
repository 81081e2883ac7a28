import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import type { LessonSection } from '@/contracts/plan-lessons'
import { SourceFields } from '../../components/form/source-fields'
import { BoxField, LineField } from '../../components/form/text-fields'

interface SectionFieldsProps {
  number: number
  section: LessonSection
  onChange: (section: LessonSection) => void
  onRemove?: () => void
}

/** A section: its heading, its paragraphs (one to a line), and where it comes from. */
export function SectionFields({ number, section, onChange, onRemove }: SectionFieldsProps) {
  const { heading, paragraphs, source } = section
  const set = (change: Partial<LessonSection>) => onChange({ ...section, ...change })
  return (
    <View className="l-stack lessons__part">
      <View className="l-ends">
        <View className="t-h2">第 {number} 节</View>
        {onRemove && (
          <Button kind="plain" size="small" label={`去掉第 ${number} 节`} onClick={onRemove}>
            去掉
          </Button>
        )}
      </View>
      <LineField
        name="小标题"
        label={`第 ${number} 节小标题`}
        value={heading}
        onChange={(text) => set({ heading: text })}
        hint="这一节讲什么"
        most={30}
      />
      <BoxField
        name="正文"
        label={`第 ${number} 节正文`}
        value={paragraphs.join('\n')}
        onChange={(text) => set({ paragraphs: text.split('\n') })}
        hint="一段一行，最多八段"
        most={3200}
      />
      <SourceFields of={`第 ${number} 节`} source={source} onChange={(next) => set({ source: next })} />
    </View>
  )
}
