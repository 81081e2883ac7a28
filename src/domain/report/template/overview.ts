import { above, type Part, plain, type Section } from './template'

const summary: Section = {
  id: 'summary',
  heading: '基本情况',
  paragraphs: [
    [
      {
        id: 'summary.all',
        lead: '本期，',
        clauses: [
          {
            say: '{$scope}{~quiz.people}名党员参与知识答题',
            when: { figure: 'quiz.people', is: 'positive' },
          },
          {
            say: '{~lesson.people}名党员学完微党课',
            when: { figure: 'lesson.people', is: 'positive' },
          },
          {
            say: '{~themeday.people}名党员参加主题党日',
            when: { figure: 'themeday.people', is: 'positive' },
          },
        ],
      },
    ],
  ],
}

const inspection: Section = {
  id: 'inspection',
  heading: '督导开展',
  paragraphs: [
    [
      {
        id: 'inspection.done',
        clauses: [{ say: '本期派出督导组{inspection.groups}个' }, { say: '督导党委（总支）{inspection.units}个' }],
        zero: { of: 'inspection.units', say: '本期未开展实地督导' },
        only: above,
      },
      {
        id: 'inspection.compared',
        clauses: [
          { say: '与上一轮相比，{inspection.improved}个单位有提升' },
          { say: '上一轮问题整改率为{inspection.rectification}', notDue: '上一轮没有需要复核的问题' },
        ],
        only: above,
      },
    ],
  ],
}

const institutions: Section = {
  id: 'institutions',
  heading: '制度落实',
  paragraphs: [
    [
      {
        id: 'institutions.plans',
        clauses: [
          { say: '年度计划已制定并备案的支部{plan.filed}个' },
          { say: '备案率为{plan.filed.rate}' },
          {
            say: '抽查{plan.spotchecks}次',
            when: { figure: 'plan.spotchecks', is: 'positive' },
            otherwise: '本期未抽查',
          },
          { say: '通报批评支部{plan.notices}个', when: { figure: 'plan.notices', is: 'positive' } },
        ],
      },
      {
        id: 'institutions.meetings',
        clauses: [
          { say: '三会一课达标的支部{meetings.compliance}个' },
          { say: '达标率为{meetings.compliance.rate}', notDue: '本期没有到期的要求' },
        ],
      },
      {
        id: 'institutions.training',
        clauses: [{ say: '举办专题培训班{training.sessions}期' }, { say: '培训党员干部{training.times}人次' }],
        zero: { of: 'training.sessions', say: '本期未举办专题培训班' },
        only: above,
      },
    ],
  ],
}

const records: Section = {
  id: 'records',
  heading: '学习资料',
  paragraphs: [
    [
      {
        id: 'records.kinds',
        lead: '本期收到',
        clauses: [
          { say: '心得体会{records.reflections}篇' },
          { say: '学习笔记{records.notes}篇' },
          { say: '会议记录{records.minutes}份' },
          { say: '影像资料{records.media}份' },
        ],
      },
      plain('records.coverage', '资料齐全的支部占{records.coverage}', above),
    ],
  ],
}

export const overview: Part = { heading: '总体情况', sections: [summary, inspection, institutions, records] }
