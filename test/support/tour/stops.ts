import { type Target, urlOf } from '../../../src/components/page/target.shared'
import { lastOver } from '../../../src/domain/register/periods'
import type { Phone } from '../phone'
import type { TourCounty } from './county'

/** A page in a state that is worth looking at. */
export interface Stop {
  /** Of its picture. */
  readonly name: string
  /** What it shows, below its picture. */
  readonly caption: string
  /** Who looks, by the title among the personas. */
  readonly who: string
  readonly at: (county: TourCounty) => Target
  /** What is there when the page is ready. */
  readonly see: string | RegExp
  /** Taps before the picture is taken. */
  readonly ready?: (phone: Phone) => Promise<void>
}

const [member, mobile, elderly, secretary, organiser] = [
  '社区党员',
  '流动党员',
  '老党员',
  '支部书记',
  '县委组织部干部',
] as const
const newcomer = '换了微信的党员'

/** Every page, in the order of the app; each is looked at in normal and in large text. */
export const stops: readonly Stop[] = [
  { name: 'home', caption: '首页：该做的', who: member, at: () => ({ page: 'home' }), see: '本月' },
  { name: 'home-mobile', caption: '首页：流动党员', who: mobile, at: () => ({ page: 'home' }), see: '本月' },
  { name: 'home-secretary', caption: '首页：支部书记', who: secretary, at: () => ({ page: 'home' }), see: '本月' },
  { name: 'study', caption: '学习', who: member, at: () => ({ page: 'study' }), see: '百题手册' },
  {
    name: 'quiz-start',
    caption: '答题前',
    who: mobile,
    at: ({ quizId }) => ({ page: 'quiz', quizId }),
    see: '开始答题',
  },
  {
    name: 'quiz',
    caption: '答题',
    who: member,
    at: ({ quizId }) => ({ page: 'quiz', quizId }),
    see: /^(开始答题|下一题)$/,
    // begun on the first round of the tour, it goes on at once on the second
    async ready(phone) {
      const goesOn = await phone.see('下一题', 3000).then(
        () => true,
        () => false,
      )
      if (!goesOn) await phone.tap('开始答题')
      await phone.see('下一题')
    },
  },
  {
    name: 'result',
    caption: '答题结果',
    who: elderly,
    at: ({ attemptId }) => ({ page: 'result', attemptId }),
    see: /分/,
  },
  { name: 'history', caption: '我的答题', who: elderly, at: () => ({ page: 'history' }), see: /第 \d 次|分/ },
  { name: 'handbook', caption: '百题手册', who: member, at: () => ({ page: 'handbook' }), see: '中国共产党章程' },
  {
    name: 'handbook-chapter',
    caption: '手册：一部文件',
    who: member,
    at: () => ({ page: 'handbook', chapter: 'dangzhang-2022' }),
    see: '中国共产党章程',
  },
  {
    name: 'practise',
    caption: '练习',
    who: member,
    at: () => ({ page: 'practise', of: 'chapter', chapter: 'dangzhang-2022' }),
    see: /\d+ \/ \d+|第 \d/,
  },
  {
    name: 'lesson',
    caption: '微党课',
    who: member,
    at: ({ lessonId }) => ({ page: 'lesson', lessonId }),
    see: '党员的八项义务',
  },
  { name: 'writings', caption: '笔记和心得', who: mobile, at: () => ({ page: 'writings' }), see: /回家前/ },
  {
    name: 'reflect',
    caption: '写心得',
    who: member,
    at: ({ lessonId }) => ({ page: 'reflect', kind: 'lesson', id: lessonId, title: '党员的八项义务' }),
    see: '党员的八项义务',
  },
  { name: 'activities', caption: '活动', who: member, at: () => ({ page: 'activities' }), see: /主题党日/ },
  {
    name: 'checkin',
    caption: '主题党日：签到',
    who: member,
    at: ({ themeDayId }) => ({ page: 'checkin', themeDayId }),
    see: '输入书记报的六位数字',
  },
  { name: 'scan', caption: '扫码签到：什么都没读到时', who: member, at: () => ({ page: 'checkin' }), see: '扫码签到' },
  {
    name: 'checkin-remote',
    caption: '主题党日：线上参加',
    who: mobile,
    at: ({ themeDayId }) => ({ page: 'checkin', themeDayId }),
    see: /线上/,
  },
  {
    name: 'board',
    caption: '书记：签到码',
    who: secretary,
    at: ({ themeDayId }) => ({ page: 'board', themeDayId }),
    see: /应到/,
  },
  {
    name: 'attendance',
    caption: '书记：到场名单',
    who: secretary,
    at: ({ themeDayId }) => ({ page: 'attendance', themeDayId }),
    see: /未到/,
  },
  { name: 'me', caption: '我的', who: member, at: () => ({ page: 'me' }), see: '我的参与记录' },
  { name: 'me-secretary', caption: '我的：支部书记', who: secretary, at: () => ({ page: 'me' }), see: '我的参与记录' },
  { name: 'record', caption: '我的参与记录', who: member, at: () => ({ page: 'record' }), see: /月/ },
  { name: 'data', caption: '我的数据', who: member, at: () => ({ page: 'data' }), see: '撤回同意' },
  { name: 'letters', caption: '建议和投诉', who: elderly, at: () => ({ page: 'letters' }), see: /微党课的字再大一点/ },
  { name: 'inbox', caption: '提醒', who: member, at: () => ({ page: 'inbox' }), see: /提醒/ },
  { name: 'about', caption: '关于', who: member, at: () => ({ page: 'about' }), see: '关于' },
  { name: 'bind', caption: '绑定身份', who: newcomer, at: () => ({ page: 'bind' }), see: '先认一认您是谁' },
  {
    name: 'members',
    caption: '书记：党员',
    who: secretary,
    at: ({ branchId: orgId }) => ({ page: 'members', orgId }),
    see: /已绑定微信/,
  },
  {
    name: 'mailbox',
    caption: '书记：来信',
    who: secretary,
    at: ({ branchId: orgId }) => ({ page: 'mailbox', orgId }),
    see: /微党课的字再大一点/,
  },
  {
    name: 'reflections',
    caption: '书记：心得',
    who: secretary,
    at: ({ branchId: orgId }) => ({ page: 'reflections', orgId }),
    see: /心得/,
  },
  {
    name: 'plan-days',
    caption: '安排主题党日',
    who: secretary,
    at: ({ branchId: orgId }) => ({ page: 'plan-days', orgId }),
    see: /年排了 \d+ 次/,
  },
  {
    name: 'make-quiz',
    caption: '出题',
    who: secretary,
    at: ({ branchId: orgId }) => ({ page: 'make-quiz', orgId }),
    see: '从手册选题',
  },
  {
    name: 'quizzes',
    caption: '组织答题',
    who: organiser,
    at: ({ countyId: orgId }) => ({ page: 'quizzes', orgId }),
    see: /应知应会答题$/,
  },
  {
    name: 'quiz-desk',
    caption: '一次答题',
    who: organiser,
    at: ({ quizId }) => ({ page: 'quiz-desk', quizId }),
    see: '试题分析',
  },
  {
    name: 'analysis',
    caption: '试题分析',
    who: organiser,
    at: ({ quizId, countyId: orgId }) => ({ page: 'analysis', quizId, orgId }),
    // on the first days of a month there are hardly any papers
    see: /条文掌握情况|不到 5 份不显示/,
  },
  {
    name: 'lessons-desk',
    caption: '发布微党课',
    who: organiser,
    at: ({ countyId: orgId }) => ({ page: 'lessons-desk', orgId }),
    see: '写一门课',
  },
  {
    name: 'exports',
    caption: '我的导出',
    who: organiser,
    at: () => ({ page: 'exports' }),
    see: /文件保留/,
  },
  {
    name: 'register',
    caption: '台账：谁还没报',
    who: organiser,
    at: ({ countyId: orgId }) => ({ page: 'register', orgId }),
    see: /份已审/,
  },
  {
    name: 'indicator',
    caption: '台账：一项指标',
    who: organiser,
    at: ({ countyId: orgId }) => ({ page: 'indicator', orgId, code: 'discipline.checks' }),
    see: '指标说明',
  },
  {
    name: 'entry',
    caption: '台账：填报',
    who: secretary,
    at: ({ branchId: orgId, to }) => ({
      page: 'entry',
      orgId,
      code: 'local.good_deeds',
      period: lastOver('month', to),
    }),
    see: /支部办实事/,
  },
  {
    name: 'define',
    caption: '台账：管理指标',
    who: '系统管理员',
    at: ({ countyId: orgId }) => ({ page: 'define', orgId }),
    see: '新增指标',
  },
  {
    name: 'figures',
    caption: '参与统计',
    who: organiser,
    at: ({ countyId: orgId }) => ({ page: 'figures', orgId }),
    see: '参与人数',
  },
  {
    name: 'figure',
    caption: '数字说明',
    who: organiser,
    at: ({ countyId: orgId, from, to }) => ({ page: 'figure', orgId, code: 'quiz.rate', from, to }),
    see: '由哪些答题组成',
  },
  {
    name: 'activity',
    caption: '参加的人',
    who: organiser,
    at: ({ countyId: orgId, from, to }) => ({ page: 'activity', orgId, kind: 'quiz', from, to }),
    see: '名单',
  },
  {
    name: 'participation',
    caption: '参加记录',
    who: organiser,
    at: ({ personId, from, to }) => ({ page: 'participation', kind: 'quiz', personId, from, to }),
    see: /不显示成绩/,
  },
  {
    name: 'missing',
    caption: '未参加',
    who: organiser,
    at: ({ countyId: orgId, from, to }) => ({ page: 'missing', orgId, kind: 'quiz', from, to }),
    see: /未参加/,
  },
  {
    name: 'report',
    caption: '督导报告',
    who: organiser,
    at: ({ countyId: orgId, from, to }) => ({ page: 'report', orgId, from, to }),
    see: '下载 Word',
  },
  {
    name: 'reports',
    caption: '报告和各版',
    who: organiser,
    at: ({ countyId: orgId }) => ({ page: 'reports', orgId }),
    see: '新建报告',
  },
  { name: 'persona', caption: '预览：换个身份', who: member, at: () => ({ page: 'persona' }), see: '以谁的身份看看？' },
  {
    name: 'components',
    caption: '预览：组件和样式',
    who: member,
    at: () => ({ page: 'components' }),
    see: '一套小组件',
  },
]

/** The address of a stop in the preview. */
export const addressOf = (stop: Stop, county: TourCounty): string => `/#${urlOf(stop.at(county))}`
