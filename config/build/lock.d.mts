/** Runs `work` while no other process (and no other call in this one) builds `name`; `onWait` hears whom it waits for. */
export function withLock<T>(name: string, work: () => Promise<T>, onWait?: (owner: string) => void): Promise<T>
