export default definePageConfig({ navigationBarTitleText: '初心学堂' })
