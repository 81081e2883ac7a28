import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { TextBox } from '@/components/text-box/text-box'
import { TextLine } from '@/components/text-line/text-line'
import type { LessonSection } from '@/contracts/plan-lessons'
import { Field } from '../../components/form/field'

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
      <TextLine
        value={heading}
        onChange={(text) => set({ heading: text })}
        label={`第 ${number} 节小标题`}
        hint="小标题"
        most={30}
      />
      <TextBox
        value={paragraphs.join('\n')}
        onChange={(text) =>
          set({
            paragraphs: text
              .split('\n')
              .slice(0, 8)
              .map((line) => line.slice(0, 400)),
          })
        }
        label={`第 ${number} 节正文`}
        hint="正文，一段一行"
        most={1600}
      />
      <Field name="依据">
        <View className="l-stack">
          <TextLine
            value={source.document}
            onChange={(document) => set({ source: { ...source, document } })}
            label={`第 ${number} 节依据的文件`}
            hint="文件名"
            most={60}
          />
          <TextLine
            value={source.article}
            onChange={(article) => set({ source: { ...source, article } })}
            label={`第 ${number} 节依据的条款`}
            hint="第几条、第几节"
            most={40}
          />
        </View>
      </Field>
    </View>
  )
}
