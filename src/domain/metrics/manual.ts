import { awaited, type Metric, type MetricKind } from './metric'

/** 台账: figures that an organisation reports, with document, submitter, reviewer and as-of date. */
function reported(code: string, name: string, unit: string, kind: MetricKind): Metric {
  const folded = kind === 'latest' ? '截至统计日的最近一次填报' : '本期各次填报相加'
  return awaited(code, name, unit, kind, `各单位在台账中填报的${name}，${folded}，须附来源文件并经上级审核。`)
}

export const manualMetrics: readonly Metric[] = [
  reported('poverty.villages', '扶贫：贫困村', '个', 'latest'),
  reported('poverty.secretaries', '扶贫：第一书记', '名', 'latest'),
  reported('poverty.cadres', '扶贫：驻村队员', '名', 'latest'),
  reported('poverty.road_km', '扶贫：硬化道路', '公里', 'sum'),
  reported('poverty.squares', '扶贫：文化广场', '个', 'sum'),
  reported('poverty.projects', '扶贫：产业项目', '个', 'sum'),
  reported('poverty.good_deeds', '扶贫：办实事', '件', 'sum'),
  reported('discipline.checks', '整风肃纪：检查次数', '次', 'sum'),
  reported('discipline.criticised', '整风肃纪：批评教育', '人', 'sum'),
  reported('discipline.bans', '整风肃纪：十条禁令', '条', 'latest'),
  reported('discipline.windows', '整风肃纪：巡查单位', '个', 'sum'),
  reported('discipline.cases', '整风肃纪：案件', '起', 'sum'),
  reported('discipline.punished', '整风肃纪：处分', '人', 'sum'),
  reported('discipline.exposed', '整风肃纪：曝光', '起', 'sum'),
  reported('service.processes', '流程再造', '项', 'sum'),
  reported('transport.vehicles', '查扣车辆', '台次', 'sum'),
  reported('transport.illegal_taxis', '取缔黑车', '台', 'sum'),
  reported('transport.tricycles', '查扣非法三轮', '台', 'sum'),
]
