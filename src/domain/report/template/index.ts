import { highlights } from './highlights'
import { overview } from './overview'
import { problems } from './problems'
import { plain, type Template } from './template'

/** 督导情况报告. The words are the project's own; a figure never stands in them as a number. */
export const template: Template = {
  title: '主题教育督导情况报告',
  opening: [
    [
      plain('opening.period', '现将{$org}{$from}至{$to}主题教育督导情况报告如下'),
      plain(
        'opening.data',
        '数据截至{$asOf}，由系统按记录汇总。人数按人去重，人次按人员与活动逐次累计；带“多”字的约数只舍不入，准确数见附件；暂无数据来源的指标逐项列明，不以零代替',
      ),
    ],
  ],
  parts: [overview, highlights, problems],
  othersIn: highlights.heading,
}
