/**
 * What `@tarojs/taro` has of a phone's storage and network, for `vi.mock`: values are kept as text, as WeChat keeps them.
 * @param hasRoom whether a text may be stored under a key; where not, storing throws, as on a full phone
 */
export const taroPhone = (stored: Map<string, string>, hasRoom = (_key: string, _text: string): boolean => true) => ({
  getStorageSync: (key: string) => JSON.parse(stored.get(key) ?? '""'),
  setStorageSync(key: string, value: unknown) {
    const text = JSON.stringify(value)
    if (!hasRoom(key, text)) throw new Error('setStorageSync:fail exceed max size')
    stored.set(key, text)
  },
  removeStorageSync: (key: string) => void stored.delete(key),
  getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
  getNetworkType: async () => ({ networkType: 'wifi' }),
  onNetworkStatusChange: () => {},
})
