import { chooseOption } from '@/components/option/option.shared'
import type { Draft, PaperItem } from '@/contracts/quiz'
import { type DraftAnswer, joinDrafts, type QuizDraft } from '@/services/quiz-draft.shared'
import { createSignal } from '@/services/signal.shared'

export interface Answers {
  readonly draft: QuizDraft
  /** Whether the phone has everything. */
  readonly saved: boolean
}

interface Parts {
  readonly items: readonly PaperItem[]
  readonly draft: QuizDraft
  /** Whether the phone has that draft; false: a full phone has it in memory only. */
  readonly saved?: boolean
  /** The server's clock, as far as the phone knows it. */
  now(): number
  /** Keeps the draft on the phone, before it returns. */
  write(draft: QuizDraft): boolean
  /** Runs `work` after `ms`; returns how to call it off. */
  later(ms: number, work: () => void): () => void
}

/** A text that is being typed is kept at most this long after a key was pressed, in ms. */
export const TYPING_MS = 250

/**
 * The answers to a paper while it is on the screen. What is tapped is on the phone before anything is drawn; what is typed a moment after each key, and at
 * once by `flush`. Listeners hear of each change and draw only what they look at.
 */
export function createAnswering({ items, draft, saved = true, now, write, later }: Parts) {
  const changed = createSignal()
  let state: Answers = { draft, saved }
  let callOff: (() => void) | null = null

  const keep = (next: QuizDraft): void => {
    callOff?.()
    callOff = null
    const kept = { ...next, seen: Math.max(next.seen, now()) }
    state = { draft: kept, saved: write(kept) }
    changed.notify()
  }

  const flush = (): void => {
    if (callOff) keep(state.draft)
  }

  const answered = (item: PaperItem, answer: Omit<DraftAnswer, 'at'>): QuizDraft => {
    const before = state.draft.answers[item.questionId]
    // Later than the answer that it replaces, even where the clock was put right in between.
    const at = Math.max(Math.round(now()), (before?.at ?? -1) + 1)
    return { ...state.draft, answers: { ...state.draft.answers, [item.questionId]: { ...answer, at } } }
  }

  return {
    read: (): Answers => state,
    subscribe: changed.subscribe,
    flush,
    tap(item: PaperItem, option: number): void {
      const chosen = state.draft.answers[item.questionId]?.chosen ?? []
      keep(answered(item, { chosen: chooseOption(item.kind, chosen, option) }))
    },
    type(item: PaperItem, text: string): void {
      if ((state.draft.answers[item.questionId]?.text ?? '') === text) return
      state = { ...state, draft: answered(item, { chosen: [], text }) }
      callOff ??= later(TYPING_MS, () => keep(state.draft))
      changed.notify()
    },
    mark(item: PaperItem): void {
      const { marked } = state.draft
      const without = marked.filter((id) => id !== item.questionId)
      const markedAt = Math.max(Math.round(now()), state.draft.markedAt + 1)
      const next = without.length < marked.length ? without : [...marked, item.questionId]
      keep({ ...state.draft, marked: next, markedAt })
    },
    goTo: (place: number): void => keep({ ...state.draft, at: Math.max(0, Math.min(place, items.length - 1)) }),
    /** The server has said what time it is: what was seen on a clock that was ahead does not stick. */
    timeIs(server: number): void {
      if (state.draft.seen <= server) return
      state = { ...state, draft: { ...state.draft, seen: server } }
      write(state.draft)
    },
    /** Takes in what was answered on another phone; whether there was anything. */
    join(theirs: Draft): boolean {
      const joined = joinDrafts(state.draft, theirs)
      if (joined.elsewhere) keep(joined.draft)
      return joined.elsewhere
    },
  }
}

export type Answering = ReturnType<typeof createAnswering>
