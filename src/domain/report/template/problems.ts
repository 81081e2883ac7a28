import { categoryNames } from '../../metrics'
import { nextSteps } from './next-steps'
import { above, type Part, type Section } from './template'

const ratesOf = (rate: string) =>
  Object.entries(categoryNames).map(([category, name]) => ({ code: `imbalance.${rate}.${category}`, name }))

const imbalance: Section = {
  id: 'imbalance',
  heading: '工作开展不平衡',
  paragraphs: [
    [
      {
        id: 'imbalance.coverage',
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
        id: 'imbalance.quiz',
        clauses: [
          {
            say: '知识答题参学率为{quiz.rate}，还有党员本期没有参与',
            when: { figure: 'quiz.rate', is: 'below', than: 1 },
          },
        ],
      },
      {
        id: 'imbalance.attendance',
        clauses: [
          {
            say: '主题党日到会率为{themeday.attendance}，应到党员中有请假或者未到会的',
            when: { figure: 'themeday.attendance', is: 'below', than: 1 },
          },
        ],
      },
      {
        id: 'imbalance.categories',
        lead: '按组织类别看主题党日，',
        // a category with too few organisations is not due and so not said
        clauses: Object.entries(categoryNames).map(([category, name]) => ({
          say: `${name}覆盖率{imbalance.coverage.${category}}、到会率{imbalance.attendance.${category}}`,
          called: '各类组织主题党日覆盖率和到会率',
        })),
        only: above,
      },
      {
        id: 'imbalance.extremes',
        clauses: [],
        compared: { is: 'extremes', what: '主题党日到会率', of: ratesOf('attendance') },
        only: above,
      },
      {
        id: 'imbalance.extremesQuiz',
        clauses: [],
        compared: { is: 'extremes', what: '知识答题参学率', of: ratesOf('quiz') },
        only: above,
      },
      {
        id: 'imbalance.extremesLesson',
        clauses: [],
        compared: { is: 'extremes', what: '微党课参学率', of: ratesOf('lesson') },
        only: above,
      },
    ],
    [
      {
        id: 'imbalance.behindThemeday',
        clauses: [],
        compared: { is: 'behind', what: '主题党日到会率', code: 'themeday.attendance' },
        only: above,
      },
      {
        id: 'imbalance.behindQuiz',
        clauses: [],
        compared: { is: 'behind', what: '知识答题参学率', code: 'quiz.rate' },
        only: above,
      },
    ],
  ],
}

const behind: Section = {
  id: 'behind',
  heading: '需要核实的问题',
  paragraphs: [
    [
      {
        id: 'behind.obligations',
        clauses: [
          {
            say: '有整月没有主题党日记录的支部{problems.themeday}个，先核对原因，再作判断',
            when: { figure: 'problems.themeday', is: 'positive' },
          },
          { say: '三会一课不到位的支部{problems.meetings}个' },
          { say: '民主评议未开展的支部{problems.appraisal}个' },
        ],
        only: above,
      },
      {
        id: 'behind.formalism',
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
