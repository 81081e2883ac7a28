import { contact, discipline, service } from './field-work'
import { type Part, plain, type Section } from './template'

const quizzes: Section = {
  id: 'quiz',
  heading: '应知应会答题',
  paragraphs: [
    [
      {
        id: 'quiz.taken',
        clauses: [
          { say: '本期{$scope}有{quiz.people}名党员参与知识答题' },
          { say: '计{quiz.times}人次' },
          { say: '参学率为{quiz.rate}' },
        ],
        zero: { of: 'quiz.people', say: '本期没有党员参与知识答题的记录' },
      },
      {
        id: 'quiz.mobile',
        clauses: [
          {
            say: '{quiz.mobile.people}名流动党员在手机上学习和答题，计{quiz.mobile.times}人次',
            when: { figure: 'quiz.mobile.people', is: 'positive' },
          },
        ],
      },
      {
        id: 'quiz.items',
        clauses: [{ say: '百题手册现有{handbook.items}题', when: { figure: 'handbook.items', is: 'positive' } }],
      },
      plain('quiz.mastery', '题目掌握率为{handbook.mastery}'),
    ],
  ],
}

const lessons: Section = {
  id: 'lesson',
  heading: '微党课学习',
  paragraphs: [
    [
      {
        id: 'lesson.learnt',
        clauses: [
          { say: '本期{$scope}有{lesson.people}名党员学完微党课，涉及{lesson.count}门' },
          { say: '计{lesson.times}人次' },
          { say: '参学率为{lesson.rate}' },
        ],
        zero: { of: 'lesson.people', say: '本期没有党员学完微党课的记录' },
      },
      {
        id: 'lesson.mobile',
        clauses: [
          {
            say: '学完的党员中有流动党员{lesson.mobile.people}名',
            when: { figure: 'lesson.mobile.people', is: 'positive' },
          },
        ],
      },
    ],
  ],
}

const themeDays: Section = {
  id: 'themeday',
  heading: '主题党日',
  paragraphs: [
    [
      {
        id: 'themeday.held',
        clauses: [
          { say: '本期{$scope}开展主题党日活动{themeday.sessions}场次' },
          { say: '{themeday.people}名党员参加，计{themeday.times}人次' },
          { say: '参与率为{themeday.rate}' },
          { say: '到会率为{themeday.attendance}', notDue: '没有应到名单，不计到会率' },
        ],
        zero: { of: 'themeday.sessions', say: '本期没有开展主题党日活动的记录' },
      },
      {
        id: 'themeday.mobile',
        clauses: [
          {
            say: '参加活动的党员中有流动党员{themeday.mobile.people}名',
            when: { figure: 'themeday.mobile.people', is: 'positive' },
          },
        ],
      },
      {
        id: 'themeday.forms',
        lead: '其中，',
        clauses: [
          { say: '重温入党誓词{oath}场次', when: { figure: 'oath', is: 'positive' } },
          { say: '集中学习{group-study}场次', when: { figure: 'group-study', is: 'positive' } },
          { say: '志愿服务{voluntary}场次', when: { figure: 'voluntary', is: 'positive' } },
          { say: '参观见学{visit}场次', when: { figure: 'visit', is: 'positive' } },
          { say: '组织生活会{meeting}场次', when: { figure: 'meeting', is: 'positive' } },
        ],
      },
    ],
  ],
}

export const highlights: Part = {
  heading: '特色亮点',
  sections: [quizzes, lessons, themeDays, contact, service, discipline],
}
