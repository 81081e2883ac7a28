import type { LetterKind } from '@/contracts/me'

/** Of each kind of letter: its name, to whom it goes, and what to write. */
export const letterWords: Readonly<Record<LetterKind, { name: string; to: string; hint: string }>> = {
  suggestion: {
    name: '建议',
    to: '交给您所在的支部，支部书记会看到您的名字，答复会出现在这里。',
    hint: '想怎么改进？写具体一点，更容易办。',
  },
  complaint: {
    name: '投诉',
    to: '不经过您的支部，直接交给上一级党组织，不显示您的名字。支部里任职的人看不到。',
    hint: '发生了什么？什么时候、在哪里？',
  },
  correction: {
    name: '更正',
    to: '交给您所在的支部，由支部书记核对后更正，更正会留下记录。',
    hint: '哪一条不对？应该是什么？',
  },
}

export const letterKinds: readonly LetterKind[] = ['suggestion', 'complaint', 'correction']

export const isLetterKind = (text: string | undefined): text is LetterKind => letterKinds.some((kind) => kind === text)

/** As the contract has it: at least five characters that are not spaces, at most a thousand. */
export const LEAST = 5
export const MOST = 1000
/** A text that ends in a colon is only what the page began with. */
export const isLongEnough = (text: string): boolean => text.trim().length >= LEAST && !text.trim().endsWith('：')

/** What is being written, kept on the phone at every keystroke, with the key with which it will be sent. */
export interface LetterDraft {
  readonly kind: LetterKind
  readonly text: string
  /** With which it is being sent: a phone that died meanwhile sends the same letter again, not a second one. */
  readonly key?: string
}

/**
 * What the page begins with: what it was opened with, unless something else is being written already, which is never thrown away.
 */
export function firstDraft(kept: LetterDraft | null, opened: { kind?: string; text?: string }): LetterDraft {
  const kind = isLetterKind(opened.kind) ? opened.kind : (kept?.kind ?? 'suggestion')
  const text = opened.text ?? ''
  if (!kept || kept.text.trim() === '') return { kind, text }
  if (text === '' || kept.text.startsWith(text)) return opened.kind ? { ...kept, kind } : kept
  return { kind, text: `${text}\n${kept.text}`.slice(0, MOST) }
}
