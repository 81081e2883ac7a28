import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import type { Figure, OrgNode } from '@/contracts/stats'
import { CategoryBars } from '@/organiser/components/category-bars/category-bars'
import { HeatMap } from '@/organiser/components/heat-map/heat-map'
import type { HeatCell } from '@/organiser/components/heat-map/heat-map.shared'
import { RateBars } from '@/organiser/components/rate-bars/rate-bars'
import { rateRows } from '@/organiser/components/rate-bars/rate-bars.shared'
import { Trend } from '@/organiser/components/trend/trend'

// What the dashboard draws, as markup: the platform’s elements stand in as plain ones.
vi.mock('@tarojs/components', () => {
  const plain =
    (Tag: 'div' | 'span') =>
    ({ className, style, children, ...rest }: Record<string, unknown> & { children?: ReactNode }) => (
      <Tag className={className as string} style={style as object} aria-label={rest['aria-label'] as string}>
        {children}
      </Tag>
    )
  const Image = ({ className, src }: { className: string; src: string }) => (
    <img className={className} src={src} alt="" />
  )
  return { View: plain('div'), Text: plain('span'), Image }
})

const nothing = () => {}
const longest = '示例县样例片区高新技术产业开发区非公有制经济组织和社会组织综合委员会第二党支部'
const org = (id: string, name = `示例${id}党委`): OrgNode => ({ id, name, kind: 'committee', category: null })
const rate = (value: number | null, state: Figure['state'] = 'ok', more: Partial<Figure> = {}): Figure => ({
  ...{ code: 'quiz.rate', value, state },
  ...more,
})
const child = (id: string, figure: Figure, name?: string) => ({ org: org(id, name), members: 20, figures: [figure] })

/** What stands in the elements of a class, in their order. */
const textsOf = (html: string, className: string): string[] =>
  [...html.matchAll(new RegExp(`class="${className}[^"]*"[^>]*>([^<]*)<`, 'g'))].map(([, text = '']) => text)
const count = (html: string, part: string): number => html.split(part).length - 1

describe('organisations by a rate', () => {
  const draw = (children: ReturnType<typeof child>[]) =>
    renderToStaticMarkup(<RateBars rows={rateRows(children, 'quiz.rate')} onOrg={nothing} onFigure={nothing} />)

  test('zero has a track without a length, no data an outline and words instead of a number', () => {
    const html = draw([child('a', rate(0)), child('b', rate(null, 'notDue')), child('c', rate(null, 'noSource'))])
    expect(textsOf(html, 'o-rate__text')).toEqual(['0%', '本期无应到', '暂无数据来源'])
    expect(count(html, 'width:0%')).toBe(1)
    expect(count(html, 'o-rate__track--none')).toBe(2)
  })

  test('numbers stand under each other: all with one decimal, but for nobody and everybody', () => {
    const html = draw([child('a', rate(0.5)), child('b', rate(0.509)), child('c', rate(1)), child('d', rate(0.004))])
    expect(textsOf(html, 'o-rate__text')).toEqual(['100%', '50.9%', '50.0%', '0.4%'])
  })

  test('a long name is written whole', () => {
    expect(longest).toHaveLength(39)
    expect(textsOf(draw([child('a', rate(0.5), longest)]), 'o-rate__name')).toEqual([longest])
  })

  test('110 of them are 110 rows of a few elements each', () => {
    const html = draw(Array.from({ length: 110 }, (_, i) => child(`${i}`, rate(i / 110))))
    expect(textsOf(html, 'o-rate__name')).toHaveLength(110)
    // names, bars and numbers with what holds them
    expect(count(html, '<div') + count(html, '<span')).toBeLessThanOrEqual(110 * 8 + 1)
  })
})

describe('categories by a rate', () => {
  const draw = (figures: readonly Figure[]) => {
    const categories = ['cityOffice', 'village', 'community'] as const
    const rows = figures.flatMap((figure, i) => categories.slice(i, i + 1).map((category) => ({ category, figure })))
    return renderToStaticMarkup(<CategoryBars rows={rows} onFigure={nothing} />)
  }

  test('one that is not shown by itself has an outline and says so; its number is nowhere in the page', () => {
    const html = draw([rate(0.75, 'ok', { organisations: 19 }), rate(null, 'suppressed', { organisations: 3 })])
    expect(textsOf(html, 'o-cat__text')).toEqual(['75.0%', '不单列'])
    expect(textsOf(html, 'o-cat__n(?!a)')).toEqual(['（19）', '（3）'])
    expect(count(html, 'o-cat__track--none')).toBe(1)
    expect(count(html, 'width:')).toBe(1)
  })

  test('zero is a number and has a track', () => {
    const html = draw([rate(0, 'ok', { organisations: 5 })])
    expect(textsOf(html, 'o-cat__text')).toEqual(['0%'])
    expect(html).not.toContain('o-cat__track--none')
  })
})

describe('the months', () => {
  const months = ['2026-09', '2026-10', '2026-11']
  const row = (id: string, cells: readonly HeatCell[], name?: string) => ({ org: org(id, name), cells })
  const draw = (rows: ReturnType<typeof row>[]) =>
    renderToStaticMarkup(
      <HeatMap
        months={months}
        whole={row(
          'all',
          [
            [1, 4],
            [2, 4],
            [3, 4],
          ],
          '示例县',
        )}
        rows={rows}
        onRow={nothing}
      />,
    )

  test('the whole stands first and says that its number is of all months', () => {
    const html = draw([
      row('a', [
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    ])
    expect(textsOf(html, 'o-heat__name')).toEqual(['示例县', '示例a党委'])
    // 6 of 12
    expect(html).toContain('合计 </span>50.0%')
    expect(html).toContain('aria-label="示例县，十二个月合计 50%')
  })

  test('zero in every month is 0% with points, no data is said in words', () => {
    const html = draw([
      row('zero', [
        [0, 9],
        [0, 9],
        [0, 9],
      ]),
      row('none', [null, null, null], longest),
    ])
    expect(html).toContain('>0%</span>')
    expect(html).toContain('o-heat__mean--none">无数据</span>')
    expect(textsOf(html, 'o-heat__name')[2]).toBe(longest)
    const strips = [...html.matchAll(/o-heat__image" src="([^"]*)"/g)].map(([, src = '']) => decodeURIComponent(src))
    expect(strips.map((svg) => [count(svg, '<circle'), count(svg, 'stroke-dasharray')])).toEqual([
      [0, 0],
      [3, 0],
      [0, 3],
    ])
  })

  test('a long list has the months at both ends', () => {
    const rows = Array.from({ length: 110 }, (_, i) => row(`${i}`, [null, [i, 110], [i, 110]]))
    expect(count(draw(rows), 'o-heat__months')).toBe(2)
    expect(count(draw(rows.slice(0, 3)), 'o-heat__months')).toBe(1)
  })
})

describe('the line over weeks', () => {
  const stops = [
    { name: '11.1', value: 0, short: true },
    { name: '11.2', value: 1200, short: false },
  ]

  test('writes its numbers, zero too, and explains only what is drawn', () => {
    const html = renderToStaticMarkup(<Trend stops={stops} label="每周参与人数" short="不满一周" />)
    expect(textsOf(html, 'o-trend__value')).toEqual(['0', '1,200'])
    expect(html).toContain('不满一周')
    expect(html).not.toContain('o-trend__thin')
    const whole = stops.map((stop) => ({ ...stop, short: false }))
    const past = { values: [3, 4], name: '上月同期' }
    const other = renderToStaticMarkup(<Trend stops={whole} label="每周参与人数" short="不满一周" past={past} />)
    expect(other).toContain('上月同期</div>')
    expect(other).not.toContain('不满一周')
  })
})
