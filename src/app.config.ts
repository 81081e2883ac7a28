const isH5 = process.env.TARO_ENV === 'h5'

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/study/index',
    'pages/quiz/index',
    'pages/result/index',
    'pages/lesson/index',
    'pages/checkin/index',
    // Choosing whom to be, and the catalogue of components, belong to the preview in a browser; WeChat itself says who the user is.
    ...(isH5 ? ['pages/persona/index', 'pages/components/index'] : []),
  ],
  subPackages: [
    {
      root: 'organiser',
      pages: ['pages/figures/index', 'pages/missing/index', 'pages/report/index', 'pages/board/index'],
    },
  ],
  window: {
    navigationBarTitleText: '初心学堂',
    navigationBarBackgroundColor: '#f6f4f0',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f4f0',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  animation: false,
})
