import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { me } from '@/services/me'
import { newKey } from '@/services/new-key'
import { doing } from '@/services/outbox/outbox'
import { useOutboxState } from '@/services/outbox/use-outbox'
import { letterDrafts } from '@/services/writing/letter-drafts'
import {
  ASIDE,
  afterRefusal,
  afterSending,
  firstDraft,
  isLongEnough,
  type LetterDraft,
  letterWords,
  orgsWords,
} from './letters.shared'

const decoded = (text: string | undefined): string | undefined => {
  try {
    return text && decodeURIComponent(text)
  } catch {
    return text
  }
}

const HELD = '手机存储满了，这封信还没有存下。请先别关掉小程序，连上网后自动送出。'
const UNSTORED = '手机存储满了，写的还没有存下。请先别关掉这一页，写完就送出。'

/** Writing a letter, and the letters written before with their answers. */
export function useLetters() {
  const { params } = useRouter<{ kind?: string; text?: string }>()
  const read = useRead({ name: 'own-letters', load: me.letters })
  const { parcels } = useOutboxState()
  const [draft, setDraft] = useState(() =>
    firstDraft(letterDrafts.read(), { kind: params.kind, text: decoded(params.text) }),
  )
  // what the box has at the moment, for whoever comes back from sending
  const box = useRef(draft)
  const [sending, setSending] = useState(false)
  const [said, setSaid] = useState<{ good: boolean; words: string } | null>(null)

  const put = (next: LetterDraft): void => {
    box.current = next
    setDraft(next)
    if (!letterDrafts.write(next)) setSaid({ good: false, words: UNSTORED })
  }
  const write = (next: LetterDraft): void => {
    setSaid(null)
    put(next)
  }

  const send = async () => {
    if (sending || !isLongEnough(box.current.text)) return
    setSending(true)
    setSaid(null)
    const { kind, text, key = newKey() } = box.current
    const sent = { kind, text, key }
    put(sent)
    const done = await doing.sendLetter(letterWords[kind].name, { key, kind, text: text.trim() })
    setSending(false)
    if (done.state === 'refused') {
      put(afterRefusal(box.current))
      // what was typed meanwhile has its place in the box
      letterDrafts.giveBack({ key, kind, text: text.trim(), why: done.error.message })
      setSaid({ good: false, words: done.error.message })
      return
    }
    if (done.state === 'waiting' && done.held) {
      setSaid({ good: false, words: HELD })
      return
    }
    put(afterSending(box.current, sent))
    if (done.state === 'waiting') {
      setSaid({ good: true, words: '已存在手机里，联网后自动送出，不用再写。' })
      return
    }
    setSaid({ good: true, words: `已经送到${orgsWords(done.data.toOrgNames)}。答复会出现在下面。` })
    void read.reload()
  }

  return {
    read,
    waiting: parcels.filter(({ kind }) => kind === 'sendLetter').length,
    /** What came back; read anew with every change of the outbox. */
    returned: letterDrafts.returned(),
    /** Puts one of them into the box. */
    reopen(key: string) {
      const opened = letterDrafts.reopen(key, { key: newKey(), why: ASIDE })
      if (opened) write(opened)
    },
    throwAway(key: string) {
      letterDrafts.drop(key)
      setSaid({ good: true, words: '已经删掉。' })
    },
    draft,
    write,
    send,
    sending,
    said,
  }
}
