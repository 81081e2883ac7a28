const isH5 = process.env.TARO_ENV === 'h5'

/**
 * WeChat's plugin that reads aloud, in the version that SPEECH_PLUGIN names, if the account has it (docs/operations.md). Only the handbook uses it, so only
 * its subpackage carries it.
 */
const speechVersion = isH5 ? undefined : process.env.SPEECH_PLUGIN
const speech = speechVersion
  ? { plugins: { WechatSI: { version: speechVersion, provider: 'wx069ba97219f66d99' } } }
  : {}

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/study/index',
    'pages/quiz/index',
    'pages/result/index',
    'pages/lesson/index',
    'pages/checkin/index',
    'pages/activities/index',
    'pages/me/index',
    'pages/bind/index',
    // Choosing whom to be, and the catalogue of components, belong to the preview in a browser; WeChat itself says who the user is.
    ...(isH5 ? ['pages/persona/index', 'pages/components/index'] : []),
  ],
  subPackages: [
    {
      root: 'organiser',
      pages: [
        'pages/figures/index',
        'pages/figure/index',
        'pages/activity/index',
        'pages/participation/index',
        'pages/missing/index',
        'pages/report/index',
        'pages/reports/index',
        'pages/analysis/index',
        'pages/board/index',
        'pages/attendance/index',
        'pages/members/index',
        'pages/mailbox/index',
        'pages/reflections/index',
        'pages/plan-days/index',
        'pages/lessons-desk/index',
        'pages/quiz-desk/index',
        'pages/make-quiz/index',
        'pages/quizzes/index',
        'pages/register/index',
        'pages/indicator/index',
        'pages/entry/index',
        'pages/define/index',
        'pages/exports/index',
      ],
    },
    {
      root: 'study',
      pages: [
        'pages/handbook/index',
        'pages/practise/index',
        'pages/history/index',
        'pages/writings/index',
        'pages/reflect/index',
      ],
      ...speech,
    },
    {
      root: 'mine',
      pages: [
        'pages/record/index',
        'pages/data/index',
        'pages/letters/index',
        'pages/about/index',
        'pages/inbox/index',
      ],
    },
  ],
  // Fetched while the first page is read, so that they open without a network too.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['mine', 'study'] },
    // A secretary opens the board in a hall with a weak network.
    'pages/activities/index': { network: 'all', packages: ['organiser'] },
    'pages/checkin/index': { network: 'all', packages: ['organiser'] },
    'pages/me/index': { network: 'all', packages: ['organiser'] },
  },
  window: {
    navigationBarTitleText: '初心学堂',
    navigationBarBackgroundColor: '#f6f4f0',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f4f0',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  // WeChat holds back what touches personal data until the person has agreed (components/privacy).
  __usePrivacyCheck__: true,
  animation: false,
})
