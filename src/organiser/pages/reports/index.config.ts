export default definePageConfig({ navigationBarTitleText: '督导报告' })
