/** Someone whom a visitor may try the system as. `openid` is never shown to clients. */
export interface Persona {
  id: string
  title: string
  description: string
  openid: string
}
