export default definePageConfig({ navigationBarTitleText: '笔记和心得' })
