import * as glassEasel from 'glass-easel'
import type { Definition } from './logic-layer'

type Shown = glassEasel.GeneralComponent

/** An event as the platform hands it to a page's method. */
export interface PageEvent {
  type: string
  timeStamp: number
  detail: unknown
  target: EventTarget
  currentTarget: EventTarget
  mark: unknown
}

interface EventTarget {
  id: string
  dataset: Record<string, unknown>
  offsetLeft: number
  offsetTop: number
}

type Handler = (this: unknown, event: PageEvent) => unknown
const targetOf = (element: glassEasel.Element): EventTarget => ({
  id: element.id,
  dataset: { ...(element.dataset as Record<string, unknown>) },
  offsetLeft: 0,
  offsetTop: 0,
})

/** A handler of the logic layer as a method of the view: the event crosses over as plain data. */
const method = (handler: Handler, self: (shown: Shown) => unknown) =>
  function (this: Shown, event: glassEasel.ShadowedEvent<unknown>): unknown {
    const { type, timeStamp, detail, mark } = event
    const target = targetOf(event.target as unknown as glassEasel.Element)
    const currentTarget = targetOf(event.currentTarget as unknown as glassEasel.Element)
    const plain = JSON.parse(JSON.stringify({ type, timeStamp, detail: detail ?? {}, mark, target, currentTarget }))
    return handler.call(self(this), plain)
  }

/** The functions of a definition as methods of what is shown; `self` is what they get as `this`. */
export const methodsOf = (definition: Definition, self: (shown: Shown) => unknown) =>
  Object.fromEntries(
    Object.entries(definition).flatMap(([name, value]) =>
      typeof value === 'function' ? [[name, method(value as Handler, self)]] : [],
    ),
  )

/** Taps what a DOM node shows, as a finger would: the event bubbles through the components. */
export function tapNode(node: HTMLElement): void {
  let at: (HTMLElement & { __wxElement?: glassEasel.Element }) | null = node
  while (at && !at.__wxElement) at = at.parentElement
  if (!at?.__wxElement) throw new Error('nothing of the page is there')
  glassEasel.triggerEvent(at.__wxElement, 'tap', { x: 0, y: 0 }, { bubbles: true, composed: true, capturePhase: true })
}

function ofClass(root: HTMLElement, className: string): { node: HTMLElement; element: glassEasel.Element } {
  const node = [...root.querySelectorAll<HTMLElement & { __wxElement?: glassEasel.Element }>('*')]
    .reverse()
    .find((one) => one.__wxElement && one.classList.contains(className))
  if (!node?.__wxElement) throw new Error(`nothing of the class ${className} is there`)
  return { node, element: node.__wxElement }
}

/** An event of one of WeChat's own components (`input`, `timeupdate`), as it comes from the component whose class this is: it does not bubble. */
export function fireOn(root: HTMLElement, className: string, type: string, detail: object): void {
  glassEasel.triggerEvent(ofClass(root, className).element, type, detail, { bubbles: false, composed: false })
}

/**
 * A press of one of WeChat's own buttons: only one with this open-type has the event of that name.
 * @param agreed told the button's id when it is the one for agreeing to the privacy statement
 */
export function pressOn(
  root: HTMLElement,
  className: string,
  openType: string,
  detail: object,
  agreed: (buttonId: string) => void,
): void {
  const { node, element } = ofClass(root, className)
  if (node.getAttribute('open-type') !== openType)
    throw new Error(`this button opens ${node.getAttribute('open-type')}, not ${openType}`)
  if (openType === 'agreePrivacyAuthorization') agreed(element.id)
  glassEasel.triggerEvent(element, openType.toLowerCase(), detail, { bubbles: false, composed: false })
}

/** The innermost element that shows the text: one that shows nothing else first, and of those the topmost, as sheets come last. */
export function findShown(root: HTMLElement, text: string): HTMLElement | null {
  const shows = (element: Element) => element.textContent?.includes(text) ?? false
  const innermost = [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) => shows(element) && ![...element.children].some(shows),
  )
  return innermost.filter((element) => element.textContent?.trim() === text).at(-1) ?? innermost[0] ?? null
}
