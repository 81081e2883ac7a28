import Taro from '@tarojs/taro'

/** Whether the page in view is home, from which there is no way back. */
export function isFirstPage(): boolean {
  const path = Taro.getCurrentInstance().router?.path ?? ''
  return path === '' || path === '/' || path.includes('pages/home/index')
}
