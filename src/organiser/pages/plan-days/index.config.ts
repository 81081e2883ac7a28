export default definePageConfig({ navigationBarTitleText: '安排主题党日' })
