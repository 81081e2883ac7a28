import { View } from '@tarojs/components'
import { Option } from '@/components/option/option'
import { TextBox } from '@/components/text-box/text-box'
import { optionLetter } from '@/components/words/kind.shared'
import type { AnalysedItem } from '@/contracts/analysis'
import { LineField } from '../../components/form/text-fields'
import { type KeyDraft, MOST_REASON, toggled } from './correct.shared'

interface KeyFormProps {
  item: AnalysedItem
  draft: KeyDraft
  onDraft: (draft: KeyDraft) => void
}

/** What the key should be, and why. */
export function KeyForm({ item: { kind, stem, detail }, draft, onDraft }: KeyFormProps) {
  const one = kind === 'single' || kind === 'judge'
  return (
    <>
      <View className="t-p">{stem}</View>
      <View className="t-s">
        {kind === 'fill'
          ? '哪些填法算对，一行写一个。'
          : one
            ? '点选正确答案。选两项以上，表示选哪一项都算对。'
            : '点选全部正确答案。'}
      </View>
      {kind === 'fill' && !draft.full && (
        <TextBox
          value={draft.texts}
          onChange={(texts) => onDraft({ ...draft, texts })}
          label="算对的填法"
          hint="一行写一个"
          most={400}
        />
      )}
      {(detail?.options ?? []).map(({ text }, option) => (
        <Option
          key={optionLetter(option)}
          letter={optionLetter(option)}
          text={text}
          several
          state={!draft.full && draft.options.includes(option) ? 'on' : 'plain'}
          onClick={() => onDraft({ ...draft, full: false, options: toggled(draft.full ? [] : draft.options, option) })}
        />
      ))}
      <Option
        letter={draft.full ? '✓' : ''}
        text="题目有问题，全员得分"
        several
        state={draft.full ? 'on' : 'plain'}
        onClick={() => onDraft({ ...draft, full: !draft.full })}
      />
      <LineField
        name="更正原因"
        value={draft.reason}
        onChange={(reason) => onDraft({ ...draft, reason })}
        hint="答过的人都会看到"
        most={MOST_REASON}
      />
    </>
  )
}
