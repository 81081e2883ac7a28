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
}

function itemOf(missing: Missing, metric: MetricLookup): Item {
  if ('called' in missing) return { family: '', run: mark(missing.called) }
  const { family, own } = splitName(metric(missing.code).name)
  return { family, run: { text: own, figure: missing.code, missing: true } }
}

/**
 * One quiet sentence that names what has no source, each once: 督导组数、整改率、扶贫（贫困村、第一书记）：暂无数据来源。
 * Each figure's name is a run that carries its code, so that it opens the definition.
 */
export function nameMissing(missing: readonly Missing[], metric: MetricLookup): ReportRun[] {
  const items = missing.map((one) => itemOf(one, metric))
  const key = ({ run, family }: Item) => run.figure ?? `${family}：${run.text}`
  const once = [...new Map(items.map((item) => [key(item), item])).values()]
  const runs = once.flatMap(({ family, run }, i): ReportRun[] => {
    const before = once[i - 1]?.family ?? ''
    const opens = family !== '' && family !== before ? `${family}（` : ''
    const closes = before !== '' && family !== before ? '）' : ''
    return [mark(`${closes}${i === 0 ? '' : '、'}${opens}`), run]
  })
  const last = once[once.length - 1]
  return [...runs, mark(`${last?.family ? '）' : ''}：暂无数据来源。`)]
}
