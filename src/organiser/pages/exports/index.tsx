import { View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'
import type { Job } from '@/contracts/jobs'
import { dayOf } from '@/domain/time/day'
import { isOver, progressOf, progressWords, sizeWords, titleParts } from '../../components/job/job.shared'
import { periodText } from '../../components/period/period.shared'
import { useExports } from './use-exports'
import './index.scss'

function StateTag({ job, opening }: { job: Job; opening: boolean }) {
  if (opening) return <Tag tone="grey">正在取</Tag>
  if (job.state === 'done') return <Tag tone="ok">{process.env.TARO_ENV === 'h5' ? '保存' : '打开'}</Tag>
  if (job.state === 'failed') return <Tag tone="red">没做成</Tag>
  return <Tag tone="wait">在做</Tag>
}

function PeriodLine({ title, today }: { title: string; today: string }) {
  const { period } = titleParts(title)
  return period && <View>{periodText(period, today)}</View>
}

/** 我的导出: the Excel files that one has ordered, how far they are, and the files themselves. */
export default function ExportsPage() {
  const { read, files, fault, open, openingId, openFault } = useExports()
  const now = Date.now()
  return (
    <Page title="我的导出" read={read}>
      {files && files.length === 0 && (
        <Card>
          <StateView
            icon="empty"
            title="还没有导出过文件"
            hint="在“参与统计”“未参加名单”等页面的下方点“导出”，做好的文件会在这里。"
          />
        </Card>
      )}
      {files && files.length > 0 && (
        <>
          {fault && <Notice icon="offline">{fault}</Notice>}
          <Fault words={openFault} />
          <Card kind="list">
            {files.map((job) => (
              <ListRow
                key={job.id}
                title={<View className="exports__title">{titleParts(job.title).name}</View>}
                note={
                  <>
                    <PeriodLine title={job.title} today={dayOf(now)} />
                    <View>
                      {whenWords(job.createdAt, now)}
                      {job.file ? `，${sizeWords(job.file.bytes)}` : ''}
                    </View>
                    {job.state !== 'done' && <View>{progressWords(job)}</View>}
                    {!isOver(job) && (
                      <View className="exports__bar">
                        <Bar parts={[{ fraction: Math.max(0.02, progressOf(job)) }]} />
                      </View>
                    )}
                  </>
                }
                end={<StateTag job={job} opening={openingId === job.id} />}
                {...(job.state === 'done' && { onClick: () => void open(job.id) })}
              />
            ))}
          </Card>
          <View className="t-xs">文件保留七天。过期了，到原来的页面再导出一次。</View>
        </>
      )}
    </Page>
  )
}
