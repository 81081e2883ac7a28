import type { LetterKind } from '@/contracts/me'
import type { LetterDraft } from '@/services/writing/letter-drafts.shared'

export type { LetterDraft } from '@/services/writing/letter-drafts.shared'

const LATE = '七天没有答复，上级党组织也会看到。'

/** Of each kind of letter: its name, to whom it goes, and what to write. */
export const letterWords: Readonly<Record<LetterKind, { name: string; to: string; hint: string }>> = {
  suggestion: {
    name: '建议',
    to: `交给您所在的支部，支部书记会看到您的名字。${LATE}`,
    hint: '想怎么改进？写具体一点，更容易办。',
  },
  complaint: {
    name: '投诉',
    to: '不经过您的支部，同时交给支部以上的各级党组织，不显示您的名字。负责您支部的人，就算在上级任职也看不到。以后换微信绑定，以前的投诉不再显示。',
    hint: '发生了什么？什么时候、在哪里？',
  },
  correction: {
    name: '更正',
    to: `交给您所在的支部，核对后更正，更正会留下记录。${LATE}`,
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

/** Whose mailboxes, in a sentence. */
export const orgsWords = (names: readonly string[]): string => names.join('、')

/** Why something lies beside the box that nobody refused. */
export const ASIDE = '写到一半，先放在这里。'

/** What the page begins with: what it was opened with, unless something else is being written already, which is never thrown away. */
export function firstDraft(kept: LetterDraft | null, opened: { kind?: string; text?: string }): LetterDraft {
  const kind = isLetterKind(opened.kind) ? opened.kind : (kept?.kind ?? 'suggestion')
  const text = opened.text ?? ''
  if (!kept || kept.text.trim() === '') return { kind, text }
  if (text === '' || kept.text.startsWith(text)) return opened.kind ? { ...kept, kind } : kept
  return { kind, text: `${text}\n${kept.text}`.slice(0, MOST) }
}

/**
 * The box after a letter was taken from it: empty if it still says what was sent, and else as it is. Whoever goes on writing while it is being sent
 * writes the next one.
 */
export const afterSending = (box: LetterDraft, sent: LetterDraft): LetterDraft =>
  box.kind === sent.kind && box.text === sent.text ? { kind: box.kind, text: '' } : box

/** The box after a letter was refused: what is changed now is another letter, so it goes without the key. */
export const afterRefusal = (box: LetterDraft): LetterDraft => ({ kind: box.kind, text: box.text })
