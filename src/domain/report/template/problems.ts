import { categoryNames } from '../../metrics'
import { nextSteps } from './next-steps'
import { above, type Part, type Section } from './template'

const imbalance: Section = {
  heading: '工作开展不平衡',
  paragraphs: [
    [
      {
        clauses: [
          {
            say: '主题党日支部覆盖率为{themeday.coverage}，还有支部本期没有开展活动的记录',
            when: { figure: 'themeday.coverage', is: 'below', than: 1 },
            otherwise: '主题党日支部覆盖率为{themeday.coverage}',
          },
        ],
        only: above,
      },
      {
        clauses: [
          {
            say: '知识答题参学率为{quiz.rate}，还有党员本期没有参与',
            when: { figure: 'quiz.rate', is: 'below', than: 1 },
          },
        ],
      },
      {
        clauses: [
          {
            say: '主题党日到会率为{themeday.attendance}，应到党员中有请假或者未到会的',
            when: { figure: 'themeday.attendance', is: 'below', than: 1 },
          },
        ],
      },
      {
        lead: '按组织类别看主题党日，',
        // a category with too few organisations is not due and so not said
        clauses: Object.entries(categoryNames).map(([category, name]) => ({
          say: `${name}覆盖率{imbalance.coverage.${category}}、到会率{imbalance.attendance.${category}}`,
          called: '各类组织主题党日覆盖率和到会率',
        })),
        only: above,
      },
    ],
  ],
}

const behind: Section = {
  heading: '需要核实的问题',
  paragraphs: [
    [
      {
        clauses: [
          { say: '三会一课不到位的支部{problems.meetings}个' },
          { say: '民主评议未开展的支部{problems.appraisal}个' },
        ],
        only: above,
      },
      {
        clauses: [
          {
            say: '疑似虚化形式化的活动{problems.formalism}场次，只作线索，由人核实后认定',
            when: { figure: 'problems.formalism', is: 'positive' },
          },
        ],
      },
    ],
  ],
}

export const problems: Part = { heading: '问题和下一步', sections: [imbalance, behind, nextSteps] }
