import { mergeInternalComponents } from '@tarojs/shared'
// A module of the older kind (Taro's own loader reads it too), hence the default import.
import shared from './aria-components.js'

mergeInternalComponents(shared.ariaComponents)
