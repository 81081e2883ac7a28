import { above, type Part, plain, type Section } from './template'

const inspection: Section = {
  heading: '督导开展',
  paragraphs: [
    [
      {
        clauses: [{ say: '本期派出督导组{inspection.groups}个' }, { say: '督导党委（总支）{inspection.units}个' }],
        zero: { of: 'inspection.units', say: '本期未开展实地督导' },
        only: above,
      },
      {
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
  heading: '制度落实',
  paragraphs: [
    [
      {
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
        clauses: [
          { say: '三会一课达标的支部{meetings.compliance}个' },
          { say: '达标率为{meetings.compliance.rate}', notDue: '本期没有到期的要求' },
        ],
      },
      {
        clauses: [{ say: '举办专题培训班{training.sessions}期' }, { say: '培训党员干部{training.times}人次' }],
        zero: { of: 'training.sessions', say: '本期未举办专题培训班' },
        only: above,
      },
    ],
  ],
}

const records: Section = {
  heading: '学习资料',
  paragraphs: [
    [
      plain(
        '本期收到学习笔记{records.notes}篇、心得体会{records.reflections}篇、会议记录{records.minutes}份、影像资料{records.media}份',
      ),
      plain('资料齐全的支部占{records.coverage}', above),
    ],
  ],
}

export const overview: Part = { heading: '总体情况', sections: [inspection, institutions, records] }
