import { insertOnce } from './database'
import type { AuditDoc } from './documents'

/**
 * Writes down what someone changed; ids only. A repeat of the same line is the same line. Where it is written after the change, its id says what was
 * changed rather than which call did it: a call that died in between is sent again, and writes it then.
 */
export const writeAudit = (line: AuditDoc) => insertOnce('audit', line)
