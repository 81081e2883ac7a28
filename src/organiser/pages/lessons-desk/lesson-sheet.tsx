import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Segmented } from '@/components/segmented/segmented'
import { Sheet } from '@/components/sheet/sheet'
import { trackWords } from '@/components/words/kind.shared'
import type { LessonSection } from '@/contracts/plan-lessons'
import { AskSheet } from '../../components/form/ask-sheet'
import { Chips } from '../../components/form/chips'
import { Field } from '../../components/form/field'
import { nextHalfHour } from '../../components/form/form.shared'
import { LineField } from '../../components/form/text-fields'
import { WhenField } from '../../components/form/when-field'
import { CheckFields } from './check-fields'
import { isBlankSection, type LessonForm, lessonLacks, trimmed } from './lessons-desk.shared'
import { SectionFields } from './section-fields'

interface LessonSheetProps {
  form: LessonForm
  busy: boolean
  problem: string | null
  onWrite: (form: LessonForm) => void
  onPublish: (form: LessonForm) => void
  onClose: () => void
}

const tracks = (Object.entries(trackWords) as [LessonForm['track'], string][]).map(([value, text]) => ({ value, text }))
const times = [
  { value: 'now', text: '现在发布' },
  { value: 'later', text: '定个时间' },
] as const

/** A lesson that is written here: title, sections with their sources, a check question, and when it is published. */
export function LessonSheet({ form, busy, problem, onWrite, onPublish, onClose }: LessonSheetProps) {
  const now = Date.now()
  const [leaving, setLeaving] = useState<number | null>(null)
  const set = (change: Partial<LessonForm>) => onWrite({ ...form, ...change })
  const whole = trimmed(form)
  const lacks = lessonLacks(whole)
  const setSection = (index: number, section: LessonSection | null) =>
    set({
      sections: section
        ? form.sections.map((old, at) => (at === index ? section : old))
        : form.sections.filter((_old, at) => at !== index),
    })
  const remove = (index: number) => {
    const section = form.sections[index]
    if (section && isBlankSection(section)) setSection(index, null)
    else setLeaving(index)
  }
  if (leaving !== null)
    return (
      <AskSheet
        title={`去掉第 ${leaving + 1} 节？`}
        yes="去掉"
        no="先不去掉"
        onYes={() => {
          setSection(leaving, null)
          setLeaving(null)
        }}
        onClose={() => setLeaving(null)}
      >
        <View className="t-p">这一节写好的内容会删掉，找不回来。</View>
      </AskSheet>
    )
  const foot = (
    <Button busy={busy} disabled={lacks !== null} onClick={() => onPublish(whole)}>
      {lacks ?? (form.publishedAt === null ? '发布' : '排好')}
    </Button>
  )
  return (
    <Sheet title="写一门微党课" onClose={onClose} foot={foot}>
      <View className="l-stack">
        <Fault words={problem} />
        <View className="t-s">写的内容随时存在手机里，可以放心离开。</View>
        <LineField
          name="课名"
          value={form.title}
          onChange={(title) => set({ title })}
          hint="如：怎样开好主题党日"
          most={30}
        />
        <Field name="类别">
          <Segmented options={tracks} value={form.track} onChange={(track) => set({ track })} />
        </Field>
        {form.sections.map((section, index) => (
          <SectionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a section has no identity but its place
            key={index}
            number={index + 1}
            section={section}
            onChange={(next) => setSection(index, next)}
            onRemove={form.sections.length > 1 ? () => remove(index) : undefined}
          />
        ))}
        {form.sections.length < 8 && (
          <Button
            kind="quiet"
            onClick={() =>
              set({
                sections: [
                  ...form.sections,
                  {
                    heading: '',
                    paragraphs: [''],
                    source: form.sections[form.sections.length - 1]?.source ?? form.check.source,
                  },
                ],
              })
            }
          >
            加一节
          </Button>
        )}
        <CheckFields check={form.check} onChange={(check) => set({ check })} />
        <Field name="什么时候发布">
          <Chips
            options={times}
            value={[form.publishedAt === null ? 'now' : 'later']}
            onPress={(value) => set({ publishedAt: value === 'now' ? null : nextHalfHour(now + 12 * 3_600_000) })}
          />
        </Field>
        {form.publishedAt !== null && (
          <WhenField label="发布" value={form.publishedAt} now={now} onChange={(publishedAt) => set({ publishedAt })} />
        )}
      </View>
    </Sheet>
  )
}
