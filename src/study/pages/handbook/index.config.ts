export default definePageConfig({ navigationBarTitleText: '百题手册' })
