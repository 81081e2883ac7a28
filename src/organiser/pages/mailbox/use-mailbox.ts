import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { me } from '@/services/me'
import { CallError } from '@/services/transport/call-error'
import { joinMail, type Mailbox } from './mailbox.shared'

/**
 * The letters to an organisation, page by page. Nothing of it is kept on the phone; answers that are being written stay as long as the page is
 * open, whichever sheet is closed.
 */
export function useMailbox() {
  const { orgId = '' } = useRouter<{ orgId?: string }>().params
  const [further, setFurther] = useState<readonly Mailbox[]>([])
  const [adding, setAdding] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const turn = useRef(0)
  const read = useRead({
    name: null,
    load: async () => {
      turn.current += 1
      const first = await me.mailbox(orgId, null)
      setFurther([])
      return first
    },
  })
  const page = read.data && further.reduce(joinMail, read.data)

  const more = async () => {
    if (!page?.next || adding) return
    const mine = turn.current
    setAdding(true)
    setFault(null)
    try {
      const next = await me.mailbox(orgId, page.next)
      if (mine === turn.current) setFurther((before) => [...before, next])
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
    }
    setAdding(false)
  }

  return {
    read,
    page,
    more,
    adding,
    fault,
    typed,
    /** What is being written to a letter; null forgets it. */
    type: (letterId: string, text: string | null) =>
      setTyped(({ [letterId]: _before, ...others }) => (text === null ? others : { ...others, [letterId]: text })),
  }
}
