import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { goInstead, goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { groupedDecimal } from '@/domain/register/decimal'
import { periodName } from '@/domain/register/periods'
import { OrgTrail } from '../../components/org-trail/org-trail'
import { Pieces } from '../../components/pieces/pieces'
import { cycleWords, isComplete, kindWords, reportersWords } from '../../components/register/register.shared'
import { TallyBar } from '../../components/register/tally-bar'
import { asOfText } from '../../when.shared'
import { ChildList } from './child-list'
import { MissingCard } from './missing-card'
import { PeriodColumns } from './period-columns'
import { useIndicator } from './use-indicator'
import './index.scss'

/** One indicator: how many have reported it and what it comes to, who has not, and each value one tap away. */
export default function IndicatorPage() {
  const { orgId, code, read, page, setPeriod } = useIndicator()
  return (
    <Page title="指标" read={read}>
      {page && (
        <>
          <View>
            <OrgTrail
              trail={page.trail}
              onOrg={(org) => goInstead({ page: 'indicator', orgId: org.id, code, period: page.period })}
            />
            <View className="t-h1" {...aria({ role: 'heading' })}>
              {page.indicator.name}
            </View>
            <View className="t-s">
              <Pieces of={[page.org.name, periodName(page.period), asOfText(page.asOf)]} />
            </View>
          </View>
          {page.total.due === 0 ? (
            <Card>
              <StateView icon="empty" title="这里没有单位填报这一项" hint="换一期再看，或回到上级组织。" />
            </Card>
          ) : (
            <Card>
              <View className="t-s">{isComplete(page.total) ? '合计' : '尚未报齐，已审合计'}</View>
              <View className="ind-sum">
                <View className={`t-num ${page.total.sum.length > 9 ? 'ind-sum__long' : ''}`}>
                  {page.total.reported === 0 ? '—' : groupedDecimal(page.total.sum)}
                </View>
                <View className="ind-sum__unit">{page.indicator.unit}</View>
              </View>
              <TallyBar tally={page.total} thick />
              {!isComplete(page.total) && <View className="t-xs">报告里先写“尚未报齐”，等全部审过再写这个数。</View>}
            </Card>
          )}
          <PeriodColumns periods={page.periods} at={page.period} onPeriod={setPeriod} />
          {page.own && (
            <Button onClick={() => goTo({ page: 'entry', orgId, code, period: page.period })}>
              {page.own.state === 'missing' ? '填报这一期' : '看这一期的填报'}
            </Button>
          )}
          <MissingCard key={`${page.org.id}.${page.period}`} view={page} />
          <ChildList view={page} />
          <Card>
            <View className="t-h3">指标说明</View>
            <View className="t-p">{page.indicator.definition}</View>
            <View className="t-s">
              {cycleWords[page.indicator.cycle]}，{reportersWords(page.indicator.reporters)}；
              {kindWords[page.indicator.kind]}，各单位相加。
            </View>
            <View className="t-xs">代码 {page.indicator.code}</View>
          </Card>
        </>
      )}
    </Page>
  )
}
