import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import type { OwnQuestion, RulePart } from '@/contracts/plan'
import { newKey } from '@/services/new-key'
import { AskSheet } from '../../components/form/ask-sheet'
import { PreviewSheet } from '../../components/quiz-preview/preview-sheet'
import { HowCard, NameCard, WhenCard } from './how-card'
import { anyPart, lackingWords, newOwn, poolOf } from './make.shared'
import { OwnCard } from './own-card'
import { OwnSheet } from './own-sheet'
import { PartSheet } from './part-sheet'
import { PublishSheet } from './publish-sheet'
import { ChosenCard, RuleCard } from './rule-card'
import { isBegun, type Saving, useMake } from './use-make'
import { useSteps } from './use-steps'
import './index.scss'

type Over =
  | { of: 'part'; index: number }
  | { of: 'own'; question: OwnQuestion }
  | { of: 'preview' | 'publish' | 'discard' }
  | null

/** 出题: all of it on one page; what is written is kept at once. */
export default function MakeQuizPage() {
  const { orgId = '', draftId } = useRouter<{ orgId?: string; draftId?: string }>().params
  const make = useMake(orgId, draftId ?? null)
  const { read, content, change, made, saving, at } = make
  const steps = useSteps(orgId, make)
  const [over, setOver] = useState<Over>(null)
  const close = () => setOver(null)
  const { settings, parts, own } = content
  const bank = read.data?.bank ?? { orgName: '', chapters: [], recent: [] }
  const now = Date.now()
  const pool = poolOf(content, bank)
  const missing = lackingWords(content, bank, now)
  const set = (settingsChange: Partial<typeof settings>) =>
    change((before) => ({ ...before, settings: { ...before.settings, ...settingsChange } }))
  const setPart = (index: number, part: RulePart | null) => {
    change((before) => ({
      ...before,
      parts: part
        ? Object.assign([...before.parts], { [index]: part })
        : before.parts.filter((_old, place) => place !== index),
    }))
    close()
  }
  const setOwn = (id: string, question: OwnQuestion | null) =>
    change((before) => {
      const known = before.own.some((one) => one.id === id)
      const rest = before.own.filter((one) => one.id !== id)
      if (question === null) return { ...before, own: rest }
      return { ...before, own: known ? before.own.map((one) => (one.id === id ? question : one)) : [...rest, question] }
    })
  const show = async (of: 'preview' | 'publish') => {
    if (await steps.prepare(of)) setOver({ of })
  }

  const sheet =
    over?.of === 'part' ? (
      <PartSheet
        bank={bank}
        part={parts[over.index] ?? anyPart}
        onDone={(part) => setPart(over.index, part)}
        onRemove={over.index < parts.length ? () => setPart(over.index, null) : undefined}
        onClose={close}
      />
    ) : over?.of === 'own' ? (
      <OwnSheet
        question={over.question}
        onWrite={(question) => setOwn(question.id, question)}
        onRemove={() => {
          setOwn(over.question.id, null)
          close()
        }}
        onClose={close}
      />
    ) : over?.of === 'preview' && at.current.draftId !== null ? (
      <PreviewSheet of={{ type: 'draft', draftId: at.current.draftId }} onClose={close} />
    ) : over?.of === 'publish' ? (
      <PublishSheet
        {...{ content, pool, now, orgName: bank.orgName, problem: steps.problem }}
        busy={steps.busy === 'publish'}
        onPublish={() => void steps.publish()}
        onClose={close}
      />
    ) : over?.of === 'discard' ? (
      <AskSheet
        title="删除这份草稿？"
        yes="删除"
        no="先不删"
        busy={steps.busy === 'discard'}
        problem={steps.problem}
        onYes={() => void steps.discard()}
        onClose={close}
      >
        <View className="t-p">写好的标题、选题规则和自己写的题都会删掉，找不回来。</View>
      </AskSheet>
    ) : undefined

  const foot = (
    <View className="l-cols">
      <Button kind="plain" busy={steps.busy === 'preview'} onClick={() => void show('preview')}>
        预览
      </Button>
      <Button busy={steps.busy === 'publish'} disabled={missing !== null} onClick={() => void show('publish')}>
        发布
      </Button>
    </View>
  )
  return (
    <Page title="出题" read={read} foot={foot} over={sheet}>
      <View>
        <View className="t-h1" {...aria({ role: 'heading' })}>
          {bank.orgName}
        </View>
        {(saving.state === 'saved' || saving.state === 'saving') && (
          <View className="t-s">{saving.state === 'saving' ? '正在保存…' : '改动随时保存，可以放心离开'}</View>
        )}
      </View>
      {steps.problem && !sheet && (
        <Notice tone="red" icon="alert" action="知道了" onAction={steps.clear}>
          {steps.problem}
        </Notice>
      )}
      <SavedNotice saving={saving} />
      <NameCard settings={settings} onChange={set} />
      <RuleCard
        {...{ bank, parts }}
        onEdit={(index) => setOver({ of: 'part', index })}
        onAdd={() => setOver({ of: 'part', index: parts.length })}
      />
      {made.chosen.length > 0 && (
        <ChosenCard
          {...{ bank, chosen: made.chosen, busy: steps.busy }}
          onExchange={(questionId) => void steps.exchange(questionId)}
        />
      )}
      <OwnCard
        own={own}
        onEdit={(question) => setOver({ of: 'own', question })}
        onAdd={() => setOver({ of: 'own', question: newOwn(`own-${newKey()}`) })}
      />
      <HowCard settings={settings} pool={pool} onChange={set} />
      <WhenCard settings={settings} now={now} onChange={set} />
      {missing && <Notice tone="grey">发布前要补上：{missing}。</Notice>}
      {(at.current.draftId !== null || isBegun(content)) && (
        <Button kind="plain" onClick={() => setOver({ of: 'discard' })}>
          删除这份草稿
        </Button>
      )}
    </Page>
  )
}

/** Where what was written is, when it is not simply with the server. */
function SavedNotice({ saving }: { saving: Saving }) {
  if (saving.state === 'refused') {
    return (
      <Notice tone="red" icon="alert">
        {saving.message}
      </Notice>
    )
  }
  return saving.state === 'kept' ? <Notice icon="offline">已存在手机里，联网后点预览或发布就送上去。</Notice> : null
}
