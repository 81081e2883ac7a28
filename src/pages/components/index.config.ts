export default definePageConfig({ navigationBarTitleText: '组件和样式' })
