import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'
import { QuizCard } from './quiz-card'
import { useQuizzes } from './use-quizzes'
import './index.scss'

/** 组织答题: the quizzes that this organisation and those below it hold, and what is being made. */
export default function QuizzesPage() {
  const { orgId = '' } = useRouter<{ orgId?: string }>().params
  const { read, page, more, busy, problem } = useQuizzes(orgId)
  const make = () => goTo({ page: 'make-quiz', orgId })
  return (
    <Page title="组织答题" read={read} foot={<Button onClick={make}>出一套题</Button>}>
      {page && (
        <>
          <View className="t-h1" {...aria({ role: 'heading' })}>
            {page.orgName}
          </View>
          {page.drafts.length > 0 && (
            <Card kind="list">
              {page.drafts.map((draft) => (
                <ListRow
                  key={draft.draftId}
                  icon="pencil"
                  tone="grey"
                  title={draft.title || '还没有写标题'}
                  note={`${draft.questions} 题 · ${whenWords(draft.updatedAt, page.now)} 改过`}
                  end={<Tag tone="wait">{draft.state === 'publishing' ? '还没发完' : '草稿'}</Tag>}
                  onClick={() => goTo({ page: 'make-quiz', orgId: draft.orgId, draftId: draft.draftId })}
                />
              ))}
            </Card>
          )}
          {page.quizzes.length === 0 && page.drafts.length === 0 && (
            <Card>
              <StateView icon="empty" title="还没有出过题" hint="从百题手册里按规则选题，几分钟就能发一套。" />
            </Card>
          )}
          {page.quizzes.map((row) => (
            <QuizCard key={row.id} row={row} orgName={page.orgName} now={page.now} />
          ))}
          {problem && <Notice icon="offline">{problem}</Notice>}
          {page.next !== null && (
            <Button kind="plain" busy={busy} onClick={() => void more()}>
              看更早的
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
