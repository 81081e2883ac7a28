/** One run of a function: who began it and how it came about. */
export interface Invocation {
  /** Of this run. */
  id: string
  /** Of the call from outside that this run belongs to; nested calls share it, and their database requests are counted together. */
  rootId: string
  functionName: string
  /** Empty when no client began the call. */
  openid: string
  /** `wx_client`, `wx_trigger`, or chained: `wx_client,scf`. */
  source: string
  /** 1 for a call from outside or a timer's, one more for each function in between. */
  depth: number
}
