import { CallError } from '@/services/transport/call-error'
import { StateView } from '../state-view/state-view'
import { errorWords } from './error-words.shared'
import { goHome, goTo } from './go'

const isH5 = process.env.TARO_ENV === 'h5'

/** The address of the page in view, to come back to: in the browser it stands behind the #. */
const here = (): string => window.location.hash.slice(1)

/** A page without its data: what happened, and what to do next. */
export function ErrorState({ error, onRetry }: { error: CallError | null; onRetry: () => void }) {
  const shown = error ?? CallError.from(null)
  const words = errorWords(shown)
  if (shown.code === 'NOT_SIGNED_IN' && isH5) {
    const hint = '这是本机预览，先选一个身份再看。'
    return (
      <StateView
        icon="person"
        title="还没有选身份"
        hint={hint}
        action="选身份"
        onAction={() => goTo({ page: 'persona', next: here() })}
      />
    )
  }
  const again = shown.retry ? { action: '重试', onAction: onRetry } : {}
  return <StateView {...words} {...again} other="回首页" onOther={goHome} />
}
