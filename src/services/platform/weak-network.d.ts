/** Calls the listener whenever the network becomes weak or good again; returns how to stop. Where the platform does not say, it is never called. */
export function onWeakNetwork(listener: (weak: boolean) => void): () => void
