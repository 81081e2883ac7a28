export default definePageConfig({ navigationBarTitleText: '参加记录' })
