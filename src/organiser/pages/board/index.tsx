import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { CloseSheet } from './close-sheet'
import { CodeCard } from './code-card'
import { TallyCard } from './tally-card'
import { useAwake } from './use-awake'
import { useBoard } from './use-board'
import { useTicks } from './use-ticks'
import './index.scss'

/** 主题党日签到: the secretary's phone. It shows the code of the moment and who has come; place and photo are not asked for. */
export default function BoardPage() {
  const { params } = useRouter()
  const state = useBoard(params.themeDayId ?? '')
  const { board, busy, away, refusal } = state
  const [asking, setAsking] = useState(false)
  const isOpen = board?.status === 'open'
  useTicks(isOpen)
  useAwake(isOpen)

  const end = async () => {
    await state.close()
    setAsking(false)
  }
  const foot =
    board?.status === 'planned' ? (
      <Button busy={busy} onClick={() => void state.open()}>
        打开签到
      </Button>
    ) : (
      isOpen && <Button onClick={() => setAsking(true)}>结束签到</Button>
    )
  const over = asking && board && isOpen && (
    <CloseSheet board={board} busy={busy} onEnd={() => void end()} onClose={() => setAsking(false)} />
  )

  return (
    <Page title="主题党日签到" read={state.read} foot={foot} over={over}>
      {board && (
        <>
          {away && <Notice icon="offline">网络断了，正在重连。已经签到的不会丢。</Notice>}
          {refusal && (
            <Notice tone="red" icon="alert">
              {refusal}
            </Notice>
          )}
          <CodeCard board={board} now={state.serverNow()} away={away} />
          {board.status === 'planned' ? (
            <Card>
              <StateView
                icon="scan"
                title="签到还没有打开"
                hint={`人到齐了再打开。打开时定下应到名单，现在是 ${board.expected} 人；党员扫码或报数字码签到，不收位置和照片。`}
              />
            </Card>
          ) : (
            <TallyCard board={board} />
          )}
          {board.status === 'closed' && (
            <Notice tone="grey" icon="check">
              签到已经结束
            </Notice>
          )}
        </>
      )}
    </Page>
  )
}
