export default definePageConfig({ navigationBarTitleText: '发布微党课' })
