/** WeChat holds an API back until the person has agreed to the statement on privacy that is kept in its console. */
export interface PrivacyRequest {
  /** Tells WeChat that the question was seen. */
  shown(): void
  /** The button with this id (`open-type="agreePrivacyAuthorization"`) was pressed: the API goes on. */
  agree(buttonId: string): void
  /** The API fails; nothing else happens. */
  disagree(): void
}

/** Calls the listener whenever WeChat asks; returns how to stop. Only the latest listener is called. Elsewhere it is never called. */
export function onPrivacyNeeded(listener: (request: PrivacyRequest) => void): () => void

/** Opens the statement. Resolves to whether it was opened. */
export function openPrivacyContract(): Promise<boolean>
