import { View } from '@tarojs/components'
import { TextLine } from '@/components/text-line/text-line'
import { Field } from './field'

interface Source {
  readonly document: string
  readonly article: string
}

interface SourceFieldsProps {
  /** Of what, for a screen reader: 检查题. */
  of: string
  source: Source
  onChange: (source: { document: string; article: string }) => void
  note?: string
}

/** Where something comes from: a document and the place in it. */
export const SourceFields = ({ of, source, onChange, note }: SourceFieldsProps) => (
  <Field name="依据" note={note}>
    <View className="l-stack">
      <TextLine
        value={source.document}
        onChange={(document) => onChange({ ...source, document })}
        label={`${of}依据的文件`}
        hint="文件名"
        most={60}
      />
      <TextLine
        value={source.article}
        onChange={(article) => onChange({ ...source, article })}
        label={`${of}依据的条款`}
        hint="第几条、第几节"
        most={40}
      />
    </View>
  </Field>
)
