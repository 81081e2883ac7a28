import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Dotted } from '@/components/phrases/dotted'
import { sliceOf, sliceWords } from '@/domain/metrics'
import { sliceName } from '@/domain/metrics/slice-name'
import { OrgTrail } from '../../components/org-trail/org-trail'
import { periodText } from '../../components/period/period.shared'
import { asOfText } from '../../when.shared'
import { ActivitiesCard } from './activities-card'
import { sourceLines } from './figure.shared'
import { PartsCard } from './parts-card'
import { RegisterCard } from './register-card'
import { SecretariesCard } from './secretaries-card'
import { useFigure } from './use-figure'
import { ValueCard } from './value-card'
import './index.scss'

/** A figure opened: what it means, how its sources stand, which organisations, activities and people make it up. */
export default function FigurePage() {
  const { read, explained, period, today, slice, code } = useFigure()
  const toFigure = (orgId: string) => goTo({ page: 'figure', orgId, code, slice, ...period })
  const opening = explained?.opening ?? null
  const inner = opening ? sliceName(opening.slice) : slice
  const of = {
    ...{ orgId: explained?.org.id ?? '', kind: opening?.kind ?? '', slice: inner, ...period },
    ...(opening?.form && { form: opening.form }),
  }
  return (
    <Page title="数字说明" read={read}>
      {explained && (
        <>
          <View>
            <OrgTrail trail={explained.trail} onOrg={(org) => toFigure(org.id)} />
            <View className="t-h2" {...aria({ role: 'heading' })}>
              {explained.org.name}
            </View>
            <View className="t-s">
              <Dotted
                parts={[periodText(period, today), opening || slice !== 'all' ? sliceWords(sliceOf(slice)) : '']}
              />
            </View>
          </View>
          <ValueCard explained={explained} />
          <Card>
            <View className="t-h3">数从哪里来</View>
            {sourceLines(explained).map((line) => (
              <View key={line} className="t-s f-line">
                {line}
              </View>
            ))}
          </Card>
          <PartsCard explained={explained} onOrg={toFigure} />
          <RegisterCard explained={explained} />
          {opening && (
            <>
              <ActivitiesCard
                orgId={explained.org.id}
                kind={opening.kind}
                form={opening.form}
                slice={inner}
                period={period}
                today={today}
              />
              {opening.measure !== 'coverage' && (
                <Card kind="list">
                  <ListRow
                    icon="people"
                    title="参加的人"
                    note={explained.canRemind ? '谁参加了，点开看每一条记录' : '在哪些支部，各有多少人'}
                    onClick={() => goTo({ page: 'activity', ...of })}
                  />
                  <ListRow
                    icon="person"
                    title="还没参加的人"
                    note={
                      !explained.canRemind
                        ? '在哪些支部，各有多少人'
                        : period.to < today || opening.form
                          ? '看名单'
                          : '看名单，提醒一下'
                    }
                    onClick={() => goTo({ page: 'missing', ...of })}
                  />
                </Card>
              )}
              {opening.measure === 'coverage' && explained.canRemind && (
                <SecretariesCard explained={explained} period={period} today={today} />
              )}
            </>
          )}
          <View className="t-xs f-foot">
            <View>{asOfText(explained.asOf)}</View>
            <View>
              指标 <Text className="f-code">{explained.figure.code}</Text>
            </View>
          </View>
        </>
      )}
    </Page>
  )
}
