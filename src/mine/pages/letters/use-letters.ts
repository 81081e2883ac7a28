import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { me } from '@/services/me'
import { newKey } from '@/services/new-key'
import { doing } from '@/services/outbox/outbox'
import { useOutboxState } from '@/services/outbox/use-outbox'
import { personKv } from '@/services/storage/kv'
import { firstDraft, type LetterDraft, letterWords } from './letters.shared'

const DRAFT = 'letter-draft'

const decoded = (text: string | undefined): string | undefined => {
  try {
    return text && decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Writing a letter, and the letters written before with their answers. */
export function useLetters() {
  const { params } = useRouter<{ kind?: string; text?: string }>()
  const read = useRead({ name: 'letters', load: me.letters })
  const { parcels } = useOutboxState()
  const [draft, setDraft] = useState(() =>
    firstDraft(personKv.read<LetterDraft>(DRAFT), { kind: params.kind, text: decoded(params.text) }),
  )
  const [sending, setSending] = useState(false)
  const [said, setSaid] = useState<{ good: boolean; words: string } | null>(null)

  const write = (next: LetterDraft) => {
    setDraft(next)
    setSaid(null)
    personKv.write(DRAFT, next)
  }

  const send = async () => {
    if (sending) return
    setSending(true)
    setSaid(null)
    const { kind, text, key = newKey() } = draft
    write({ kind, text, key })
    const done = await doing.sendLetter(letterWords[kind].name, { key, kind, text: text.trim() })
    setSending(false)
    if (done.state === 'refused') {
      // refused as it is: what is changed is another letter
      write({ kind, text })
      setSaid({ good: false, words: done.error.message })
      return
    }
    write({ kind, text: '' })
    if (done.state === 'waiting') {
      setSaid({ good: true, words: '已存在手机里，联网后自动送出，不用再写。' })
      return
    }
    setSaid({ good: true, words: `已经送到${done.data.toOrgName}。答复会出现在下面。` })
    void read.reload()
  }

  return {
    read,
    waiting: parcels.filter(({ kind }) => kind === 'sendLetter').length,
    draft,
    write,
    send,
    sending,
    said,
  }
}
