import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Clauses } from '@/components/phrases/phrases'
import type { AskedStep } from './questions.shared'
import { type ReportView, waitsFor } from './report.shared'
import type { Download } from './use-download'

interface FootProps {
  view: ReportView
  acting: string | null
  download: Download
  /** null: the caller may not take it along. */
  onDownload: (() => void) | null
  onAsk: (step: AskedStep) => void
  onOpen: () => void
  onRecall: () => void
}

const wordWords = {
  idle: '下载 Word',
  writing: '正在生成…',
  fetching: '正在下载…',
  done: '再下载',
  failed: '再试下载',
} as const

/** The next step, and the Word file. */
export function Foot({ view, acting, download, onDownload, onAsk, onOpen, onRecall }: FootProps) {
  const { may } = view
  const waits = waitsFor(view)
  const { step, words, form } = download
  const writing = step === 'writing' || step === 'fetching'
  const next = may.includes('open') ? (
    <Button busy={acting === 'open'} onClick={onOpen}>
      开始起草
    </Button>
  ) : may.includes('submit') ? (
    <Button onClick={() => onAsk('submit')}>送复核</Button>
  ) : may.includes('issue') ? (
    <Button onClick={() => onAsk('issue')}>签发</Button>
  ) : may.includes('accept') ? (
    <Button onClick={() => onAsk('accept')}>复核通过</Button>
  ) : may.includes('recall') ? (
    <Button kind="quiet" busy={acting === 'recall'} onClick={onRecall}>
      撤回再改
    </Button>
  ) : may.includes('renew') ? (
    <Button kind="quiet" onClick={() => onAsk('renew')}>
      出新版
    </Button>
  ) : null
  const back = may.includes('return') && (
    <Button kind="quiet" onClick={() => onAsk('return')}>
      退回
    </Button>
  )
  const word = onDownload && (
    <Button kind="quiet" busy={writing && form === 'word'} onClick={onDownload}>
      {form === 'word' ? wordWords[step] : '下载 Word'}
    </Button>
  )
  if (!next && !back && !word) return null
  return (
    <View className="l-stack r-foot">
      {words && (
        <Notice tone={step === 'done' ? 'ok' : 'red'} icon={step === 'done' ? 'check' : 'alert'}>
          {words}
        </Notice>
      )}
      {waits && (
        <View className="t-s r-foot__waits">
          <Clauses text={waits} />
        </View>
      )}
      <View className="l-cols">
        {back || word}
        {next}
      </View>
    </View>
  )
}
