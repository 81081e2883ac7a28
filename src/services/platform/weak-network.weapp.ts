import Taro from '@tarojs/taro'

/** See weak-network.d.ts. Source: wx.onNetworkWeakChange (basic library 2.21.0): `{ weakNet, networkType }`. */
export function onWeakNetwork(listener: (weak: boolean) => void): () => void {
  if (typeof Taro.onNetworkWeakChange !== 'function') return () => {}
  const heard = ({ weakNet }: { weakNet: boolean }) => listener(weakNet)
  Taro.onNetworkWeakChange(heard)
  return () => Taro.offNetworkWeakChange(heard)
}
