export default definePageConfig({ navigationBarTitleText: '未参加名单' })
