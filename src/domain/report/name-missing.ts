import type { ReportRun } from '@/contracts/report'
import type { MetricLookup } from './registry'
import type { Missing } from './say-sentence'

const mark = (text: string): ReportRun => ({ text, missing: true })

/** 扶贫：贫困村 belongs to the family 扶贫; most names belong to none. */
function splitName(name: string): { family: string; own: string } {
  const [family = '', ...rest] = name.split('：')
  return rest.length === 0 ? { family: '', own: name } : { family, own: rest.join('：') }
}

interface Item {
  readonly family: string
  readonly run: ReportRun
  /** Why there is no number. */
  readonly why: string
}

const NO_SOURCE = '暂无数据来源'

function itemOf(missing: Missing, metric: MetricLookup): Item {
  if ('called' in missing) return { family: '', run: mark(missing.called), why: NO_SOURCE }
  const { code, reported, due } = missing
  const { family, own } = splitName(metric(code).name)
  const why = due === undefined ? NO_SOURCE : `${due}个单位中${reported}个已上报，暂不引用`
  return { family, run: { text: own, figure: code, missing: true }, why }
}

/**
 * A quiet sentence for each reason that names what has no number, each once: 督导组数、整改率、扶贫（贫困村、第一书记）：暂无数据来源。
 * 扶贫（办实事）：12个单位中9个已上报，暂不引用。 Each figure's name is a run that carries its code, so that it opens the definition.
 */
export function nameMissing(missing: readonly Missing[], metric: MetricLookup): ReportRun[] {
  const items = missing.map((one) => itemOf(one, metric))
  const key = ({ run, family }: Item) => run.figure ?? `${family}：${run.text}`
  const once = [...new Map(items.map((item) => [key(item), item])).values()]
  const reasons = [...new Set(once.map(({ why }) => why))]
  return reasons.flatMap((why) =>
    sayItems(
      once.filter((item) => item.why === why),
      why,
    ),
  )
}

function sayItems(once: readonly Item[], why: string): ReportRun[] {
  const runs = once.flatMap(({ family, run }, i): ReportRun[] => {
    const before = once[i - 1]?.family ?? ''
    const opens = family !== '' && family !== before ? `${family}（` : ''
    const closes = before !== '' && family !== before ? '）' : ''
    return [mark(`${closes}${i === 0 ? '' : '、'}${opens}`), run]
  })
  const last = once[once.length - 1]
  return [...runs, mark(`${last?.family ? '）' : ''}：${why}。`)]
}
