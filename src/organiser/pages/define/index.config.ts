export default definePageConfig({ navigationBarTitleText: '管理指标' })
