import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { groupedDecimal } from '@/domain/register/decimal'
import { grouped, tallyParts, tallyWords } from '../../components/register/register.shared'
import { asOfText } from '../../when.shared'
import { IndicatorGroup } from './indicator-group'
import { allOf, headWords, isOwnOnly } from './register.shared'
import { useRegister } from './use-register'
import { WaitingCard } from './waiting-card'
import './index.scss'

/** 台账: what the person should report or judge first, then how many have reported each figure. */
export default function RegisterPage() {
  const { orgId, read, page } = useRegister()
  const all = page && allOf(page.rows)
  return (
    <Page title="台账" read={read}>
      {page && all && (
        <>
          <View>
            <View className="t-h1" {...aria({ role: 'heading' })}>
              {page.org.name}
            </View>
            <View className="t-s">{asOfText(page.asOf)}</View>
          </View>
          <WaitingCard
            title="待我填报"
            rows={page.todo}
            count={page.todo.length}
            named={page.todo.some(({ entry }) => entry.orgId !== orgId)}
          />
          <WaitingCard title="待我审核" rows={page.toJudge} count={page.toJudgeCount} named />
          {all.due > 0 && !isOwnOnly(page.rows) && (
            <Card>
              <View className="t-h3">{headWords(all)}</View>
              <View className="register__big">
                <View className="t-num">{groupedDecimal(String(all.reported))}</View>
                <View className="register__of">/ {groupedDecimal(String(all.due))} 份已审</View>
              </View>
              <Bar parts={tallyParts(all)} size="thick" label={tallyWords(all).replace(/家/g, '份')} />
              <View className="register__legend t-xs">
                <View className="register__dot register__dot--ok" />
                已审
                <View className="register__dot register__dot--gold" />
                待审
                <View className="register__dot" />
                未报
              </View>
            </Card>
          )}
          {all.due === 0 && (
            <Card>
              <StateView
                icon="empty"
                title={headWords(all)}
                hint={page.mayDefine ? '可以新增一项，定好由哪些单位填报。' : '需要填报时，会出现在这里。'}
              />
            </Card>
          )}
          {grouped(page.rows, ({ indicator }) => indicator.name).map(({ group, rows }) => (
            <IndicatorGroup key={group} group={group} rows={rows} orgId={orgId} />
          ))}
          {page.mayDefine && (
            <Button kind="quiet" onClick={() => goTo({ page: 'define', orgId })}>
              管理指标
            </Button>
          )}
          <View className="t-xs">
            数字由各单位填报、附来源文件，经上级组织其他同志审核。没有报齐的，报告里写“尚未报齐”，不写成零。
          </View>
        </>
      )}
    </Page>
  )
}
