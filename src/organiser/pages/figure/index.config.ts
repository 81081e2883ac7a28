export default definePageConfig({ navigationBarTitleText: '数字说明' })
