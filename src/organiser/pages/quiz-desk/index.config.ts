export default definePageConfig({ navigationBarTitleText: '这次答题' })
