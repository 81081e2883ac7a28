import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import { TextLine } from '@/components/text-line/text-line'
import { InvitationCard } from './invitation-card'
import { type Member, reboundWords, wayIn } from './members.shared'
import { useMember } from './use-member'

interface MemberSheetProps {
  member: Member
  onClose: () => void
  onChanged: (change: Partial<Member>) => void
}

/** What can be done for a member. The number that is typed is never shown again. */
export function MemberSheet({ member, onClose, onChanged }: MemberSheetProps) {
  const { busy, fault, said, invitation, invite, copy, recordPhone, forgetPhone, setMobile } = useMember(
    member,
    onChanged,
  )
  const [phone, setPhone] = useState('')
  const rebound = reboundWords(member, Date.now())
  const complete = phone.length === 11
  return (
    <Sheet title={member.name} onClose={onClose}>
      <View className="l-stack">
        <View className="t-s">
          {member.orgName} · {wayIn(member)}
        </View>
        {rebound && <Notice tone="grey">{rebound}</Notice>}
        <Fault words={fault} />
        {said && (
          <Notice tone="ok" icon="check">
            {said}
          </Notice>
        )}
        {invitation && <InvitationCard {...invitation} onCopy={() => void copy(invitation.code)} />}
        {!member.mayInvite && (
          <Notice tone="grey">这名党员在别的组织还有职务，邀请码和手机号请由上级组织员办理。</Notice>
        )}
        {member.mayInvite && !invitation && (
          <View>
            <Button kind={member.bound ? 'plain' : 'primary'} busy={busy === 'invite'} onClick={() => void invite()}>
              {member.bound ? '换了微信？重新发邀请码' : '发邀请码'}
            </Button>
            {member.bound && <View className="t-xs members__small">用新邀请码绑定后，原来的微信就解除了。</View>}
          </View>
        )}
        {member.mayInvite && (
          <View>
            <View className="t-h3 members__ask">{member.phoneKnown ? '换登记的手机号' : '登记手机号'}</View>
            <TextLine
              value={phone}
              onChange={(text) => setPhone(text.replace(/\D/g, '').slice(0, 11))}
              label="手机号"
              hint="11 位手机号"
              most={13}
              kind="number"
            />
            <View className="t-xs members__small">只用来一键绑定，存成读不出来的密文，谁也看不到。</View>
            <View className={member.phoneKnown ? 'l-cols' : ''}>
              <Button
                kind="quiet"
                busy={busy === 'phone'}
                disabled={!complete}
                onClick={() => void recordPhone(phone).then((done) => done && setPhone(''))}
              >
                登记
              </Button>
              {member.phoneKnown && (
                <Button kind="plain" busy={busy === 'forget'} onClick={() => void forgetPhone()}>
                  删除
                </Button>
              )}
            </View>
          </View>
        )}
        {member.mayKeepMobile && (
          <View>
            <View className="t-h3 members__ask">{member.mobile ? '现在是流动党员' : '外出六个月以上？'}</View>
            <Button kind="plain" busy={busy === 'mobile'} onClick={() => void setMobile(!member.mobile)}>
              {member.mobile ? '登记返回' : '登记为流动党员'}
            </Button>
          </View>
        )}
      </View>
    </Sheet>
  )
}
