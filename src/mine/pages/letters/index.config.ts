export default definePageConfig({ navigationBarTitleText: '建议和投诉' })
