import { above, type Section } from './template'

/** What leaders and departments did on the spot: mostly figures from the register of manual figures (台账). */

export const contact: Section = {
  id: 'contact',
  heading: '联系指导',
  paragraphs: [
    [
      {
        id: 'contact.points',
        clauses: [
          { say: '领导基层联系点{contact.points}个' },
          { say: '检查指导{contact.inspect.times}人次' },
          { say: '参加学习讨论{contact.study.times}人次' },
        ],
        zero: { of: 'contact.points', say: '本期没有在用的领导基层联系点' },
        only: above,
      },
      {
        id: 'contact.practice',
        clauses: [{ say: '按行业开展针对性主题实践活动{model.activities}个' }],
        zero: { of: 'model.activities', say: '本期未开展针对性主题实践活动' },
        only: above,
      },
    ],
  ],
}

export const service: Section = {
  id: 'service',
  heading: '服务群众',
  paragraphs: [
    [
      {
        id: 'service.villages',
        clauses: [
          { say: '有贫困村{poverty.villages}个' },
          { say: '派驻第一书记{poverty.secretaries}名、驻村队员{poverty.cadres}名' },
        ],
        only: above,
      },
      {
        id: 'service.projects',
        clauses: [
          { say: '硬化道路{poverty.road_km}公里' },
          { say: '建设文化广场{poverty.squares}个' },
          { say: '实施产业项目{poverty.projects}个' },
          { say: '办实事{poverty.good_deeds}件' },
        ],
        only: above,
      },
      { id: 'service.processes', clauses: [{ say: '完成流程再造{service.processes}项' }], only: above },
    ],
  ],
}

export const discipline: Section = {
  id: 'discipline',
  heading: '作风建设',
  paragraphs: [
    [
      {
        id: 'discipline.checks',
        clauses: [
          { say: '开展检查{discipline.checks}次' },
          { say: '批评教育{discipline.criticised}人' },
          { say: '执行禁令{discipline.bans}条' },
          { say: '巡查单位{discipline.windows}个' },
        ],
        only: above,
      },
      {
        id: 'discipline.cases',
        clauses: [
          { say: '查办案件{discipline.cases}起' },
          { say: '处分{discipline.punished}人' },
          { say: '曝光{discipline.exposed}起' },
        ],
        only: above,
      },
      {
        id: 'discipline.transport',
        clauses: [
          { say: '查扣车辆{transport.vehicles}台次' },
          { say: '取缔黑车{transport.illegal_taxis}台' },
          { say: '查扣非法三轮{transport.tricycles}台' },
        ],
        only: ['county'],
      },
    ],
  ],
}
