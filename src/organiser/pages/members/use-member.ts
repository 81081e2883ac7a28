import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { dayOf } from '@/domain/time/day'
import { identity } from '@/services/identity'
import { newKey } from '@/services/new-key'
import { organise } from '@/services/organise'
import { CallError } from '@/services/transport/call-error'
import type { Member } from './members.shared'

type Invitation = Awaited<ReturnType<typeof identity.invite>>

/** What can be done for one member: an invitation, their number, whether they are away. */
export function useMember(member: Member, changed: (change: Partial<Member>) => void) {
  const [busy, setBusy] = useState<'invite' | 'phone' | 'forget' | 'mobile' | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  // of the move in hand: kept until it has arrived, so that a second press after a lost answer is the same move
  const moveKey = useRef<string | null>(null)

  /** Whether it was done. */
  const act = async (what: NonNullable<typeof busy>, work: () => Promise<void>): Promise<boolean> => {
    if (busy !== null) return false
    setBusy(what)
    setFault(null)
    setSaid(null)
    try {
      await work()
      return true
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
      return false
    } finally {
      setBusy(null)
    }
  }

  return {
    busy,
    fault,
    said,
    invitation,
    invite: () => act('invite', async () => setInvitation(await identity.invite(member.id))),
    copy: async (code: string) => {
      setFault(null)
      setSaid(null)
      try {
        await Taro.setClipboardData({ data: code })
        setSaid('已复制，可以粘贴到微信里发给本人。')
      } catch {
        setFault('没有复制成功，请照着念给本人。')
      }
    },
    recordPhone: (phone: string) =>
      act('phone', async () => {
        await identity.recordPhone(member.id, phone)
        changed({ phoneKnown: true })
        setSaid('已登记。本人打开小程序，点“手机号一键绑定”就行。')
      }),
    forgetPhone: () =>
      act('forget', async () => {
        await identity.recordPhone(member.id, null)
        changed({ phoneKnown: false })
        setSaid('手机号已经删除。')
      }),
    setMobile: (mobile: boolean) =>
      act('mobile', async () => {
        moveKey.current ??= newKey()
        const key = moveKey.current
        try {
          await organise.setMobile({ key, personId: member.id, mobile, day: dayOf(Date.now()) })
        } catch (thrown) {
          // refused for good: the next one is another move
          if (!CallError.from(thrown).retry) moveKey.current = null
          throw thrown
        }
        moveKey.current = null
        changed({ mobile })
        setSaid(mobile ? '已登记为流动党员，从今天算起。' : '已登记返回，从今天算起。')
      }),
  }
}
