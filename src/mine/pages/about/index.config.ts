export default definePageConfig({ navigationBarTitleText: '关于初心学堂' })
