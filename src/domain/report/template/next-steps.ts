import { above, plain, type Section } from './template'

/** What follows from the figures: a step is said when the figure that calls for it does. */
export const nextSteps: Section = {
  id: 'next',
  heading: '下一步工作',
  numbered: true,
  paragraphs: [
    [
      {
        id: 'next.quiz',
        clauses: [
          {
            say: '由党支部逐一联系本期未参与答题的党员，了解原因，按各人情况提供手机答题、离线学习或者上门送学',
            when: { figure: 'quiz.rate', is: 'below', than: 1 },
          },
        ],
      },
    ],
    [
      {
        id: 'next.coverage',
        clauses: [
          {
            say: '与本期没有主题党日记录的党支部核对原因，需要调整计划的及时调整并备案',
            when: { figure: 'themeday.coverage', is: 'below', than: 1 },
          },
        ],
        only: above,
      },
    ],
    [
      {
        id: 'next.attendance',
        clauses: [
          {
            say: '对请假和未到会的党员，由党支部安排补学',
            when: { figure: 'themeday.attendance', is: 'below', than: 1 },
          },
        ],
      },
    ],
    [
      {
        id: 'next.missing',
        clauses: [
          {
            say: '对暂无数据来源的指标，由责任单位补报，注明来源文件、填报人和截止日期',
            when: { is: 'somethingMissing' },
          },
        ],
      },
    ],
    [plain('next.fair', '参与情况只用于发现薄弱环节、安排帮助，不以答题次数和学习时长评价党员个人')],
  ],
}
