export default definePageConfig({ navigationBarTitleText: '参加的人' })
