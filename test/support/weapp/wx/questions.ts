import { asking, Failure, type Life } from './options'

interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
}
interface Modal extends ModalOptions {
  /** Presses one of its buttons, by what it says. */
  press(text: string): void
}
type Answer = 'accept' | 'reject' | 'ban' | 'filter'
interface SubscribeRequest {
  readonly tmplIds: readonly string[]
  /** What the person says to each; WeChat answers for every id that was asked. */
  answer(each: (id: string) => Answer): void
  /** The main switch for messages is off. */
  refuse(): void
}

/** WeChat takes at most so many templates in one question. */
const MOST_TEMPLATES = 3
/** The words of a button, in characters. */
const MOST_WORDS = 4
const modalSpec = {
  title: 'String?',
  content: 'String?',
  showCancel: 'Boolean?',
  cancelText: 'String?',
  cancelColor: 'String?',
  confirmText: 'String?',
  confirmColor: 'String?',
  editable: 'Boolean?',
  placeholderText: 'String?',
} as const

/**
 * The questions that WeChat asks over the app: wx.showModal and wx.requestSubscribeMessage. The latter only in the tap itself.
 * @param isTapping whether the app is in the middle of answering a tap
 */
export function createQuestions(life: Life, isTapping: () => boolean) {
  const modals: Modal[] = []
  const requests: SubscribeRequest[] = []

  const showModal = asking(life, 'showModal', modalSpec, (options: ModalOptions) => {
    const { cancelText = '取消', confirmText = '确定', showCancel = true } = options
    for (const text of [cancelText, confirmText]) {
      if ([...text].length > MOST_WORDS)
        life.misuse(`showModal:fail "${text}" length should not larger than ${MOST_WORDS} Chinese characters`)
    }
    return new Promise((resolve) => {
      const modal: Modal = {
        ...options,
        press(text) {
          if (text !== confirmText && !(showCancel && text === cancelText)) throw new Error(`no button says ${text}`)
          modals.splice(modals.indexOf(modal), 1)
          resolve({ confirm: text === confirmText, cancel: text !== confirmText })
        },
      }
      modals.push(modal)
    })
  })

  const ask = asking(life, 'requestSubscribeMessage', { tmplIds: 'Array' }, ({ tmplIds }: { tmplIds: string[] }) => {
    if (tmplIds.length === 0) throw new Failure("TmplIds can't be empty", { errCode: 10001 })
    if (tmplIds.length > MOST_TEMPLATES) throw new Failure('templateIds count out of max bounds', { errCode: 20003 })
    return new Promise((resolve, reject) => {
      const request: SubscribeRequest = {
        tmplIds: [...tmplIds],
        answer: (each) => resolve(Object.fromEntries(tmplIds.map((id) => [id, each(id)]))),
        refuse: () => reject(new Failure('The main switch is switched off', { errCode: 20004 })),
      }
      requests.push(request)
    })
  })
  return {
    api: {
      showModal,
      requestSubscribeMessage(options: { tmplIds: string[] }) {
        if (!isTapping()) life.misuse('requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
        ask(options)
      },
    },
    /** The questions that are open. */
    modals,
    /** What was asked about messages, in order. */
    requests,
  }
}
