export default definePageConfig({ navigationBarTitleText: '选个身份' })
