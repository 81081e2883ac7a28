import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import type { Indicator } from '@/contracts/register'
import { formFault } from './define.shared'
import { EndSheet } from './end-sheet'
import { IndicatorForm } from './indicator-form'
import { IndicatorList } from './indicator-list'
import { useDefine } from './use-define'
import './index.scss'

/** 管理指标: which figures are reported by hand, by whom and how often; one to add or to change. */
export default function DefinePage() {
  const state = useDefine()
  const { orgId, code, read, today, found, form, busy, fault } = state
  const [ending, setEnding] = useState(false)
  const list = read.data
  const wrong = form && formFault(form)
  // the county's own name no organisation: they are the top's
  const mayChange = (one: Indicator) => list?.mayDefine === true && one.orgId === orgId
  const foot = form ? (
    <>
      <Button busy={busy} disabled={wrong !== null} onClick={() => void state.save(form)}>
        {found ? '保存修改' : '新增这个指标'}
      </Button>
      {wrong && <View className="t-xs define__wrong">{wrong}</View>}
    </>
  ) : list?.mayDefine ? (
    <Button onClick={() => goTo({ page: 'define', orgId, code: 'new' })}>新增指标</Button>
  ) : undefined
  const sheet = ending && found && (
    <EndSheet
      name={found.name}
      today={today}
      busy={busy}
      fault={fault}
      onEnd={(until) => void state.retire(found, until)}
      onClose={() => setEnding(false)}
    />
  )
  return (
    <Page title={code === 'new' ? '新增指标' : '管理指标'} read={read} foot={foot} over={sheet}>
      {list && (
        <>
          <View>
            <View className="t-h1" {...aria({ role: 'heading' })}>
              {found?.name ?? list.org.name}
            </View>
            {!form && (
              <View className="t-s">
                {list.indicators.length} 项手工填报的指标{list.mayDefine ? '' : '。要增减，请联系系统管理员'}
              </View>
            )}
          </View>
          <Fault words={sheet ? null : fault} />
          {state.resumed && (
            <Notice tone="grey" action="重新填" onAction={state.drop}>
              这是上次没写完的
            </Notice>
          )}
          {form ? (
            <IndicatorForm form={form} found={found} onChange={state.change} />
          ) : list.indicators.length === 0 ? (
            <Card>
              <StateView icon="empty" title="还没有指标" hint="定好一项，各单位就能按期填报。" />
            </Card>
          ) : code === undefined ? (
            <IndicatorList orgId={orgId} indicators={list.indicators} today={today} mayChange={mayChange} />
          ) : (
            <Card>
              <StateView icon="empty" title="没有找到这个指标" hint="请返回列表再看。" />
            </Card>
          )}
          {found &&
            (found.until === null ? (
              <Button kind="plain" onClick={() => setEnding(true)}>
                结束这个指标
              </Button>
            ) : (
              <Button kind="plain" busy={busy} onClick={() => void state.retire(found, null)}>
                恢复填报（原定到 {found.until}）
              </Button>
            ))}
        </>
      )}
    </Page>
  )
}
