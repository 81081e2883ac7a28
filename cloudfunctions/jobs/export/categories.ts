import { type Cell, columns, figureCells, figureColumns, type SourceEntry, whyEmpty } from '@/domain/export'
import { categories as allCategories, categoryNames, createContexts, evaluate, metric } from '@/domain/metrics'
import { imbalanceCode, type Rate, rateNames } from '@/domain/metrics/imbalance'
import type { Gathered } from './gathered'
import type { Snapshot } from './snapshot'

/** The column of a rate, whatever the category. */
const rateEntry = (rate: Rate): SourceEntry => {
  const { name, ...rest } = metric(imbalanceCode(rate, 'village'))
  return { ...rest, name: name.slice(categoryNames.village.length) }
}

/** 分类对比: rates by category of branches, of the organisation; of fewer than five branches nothing is shown. */
export async function categories({ context, node }: Snapshot): Promise<Gathered> {
  const [whole] = createContexts(context, [node])
  if (!whole) throw new Error('no context for the organisation')
  const rows = allCategories.flatMap((category): Cell[][] => {
    const figures = rateNames.map((rate) => evaluate(imbalanceCode(rate, category), whole))
    const organisations = figures[0]?.organisations ?? 0
    if (organisations === 0) return []
    const hidden = figures.some(({ state }) => state === 'suppressed')
    const remarks = figures.flatMap((figure) => whyEmpty(figure, metric(figure.code)) ?? [])
    return [
      [
        categoryNames[category],
        organisations,
        ...figures.flatMap((figure) => figureCells(figure, metric(figure.code))),
        hidden ? '类别太小或能由其他类别推算，不单列' : remarks.join('；') || null,
      ],
    ]
  })
  const entries = allCategories.flatMap((category) =>
    rateNames.map((rate) => metric(imbalanceCode(rate, category)) as SourceEntry),
  )
  return {
    tables: [
      {
        name: '分类对比',
        columns: [
          ...columns('支部类别', '期末党支部'),
          ...rateNames.flatMap((rate) => figureColumns({ ...rateEntry(rate), code: imbalanceCode(rate, 'village') })),
          { title: '说明', wraps: true },
        ],
        rows,
      },
    ],
    people: null,
    source: { records: null, entries, absent: ['没有登记类别的支部不在内'] },
  }
}
