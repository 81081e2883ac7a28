import { highlights } from './highlights'
import { overview } from './overview'
import { problems } from './problems'
import { plain, type Template } from './template'

/** 督导情况报告. The words are the project's own; a figure never stands in them as a number. */
export const template: Template = {
  title: '主题教育督导情况报告',
  opening: [
    [
      plain('现将{$org}{$from}至{$to}主题教育督导情况报告如下'),
      plain(
        '本稿由系统按记录生成，待人复核，数据截至{$asOf}。人数按人去重，人次按人员与活动逐次累计；暂无数据来源的指标逐项列明，不以零代替',
      ),
    ],
  ],
  parts: [overview, highlights, problems],
}
