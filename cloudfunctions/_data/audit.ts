import { insertOnce } from './database'
import type { AuditDoc } from './documents'

/** Writes down what someone changed; ids only. A repeat of the same line is the same line. */
export const writeAudit = (line: AuditDoc) => insertOnce('audit', line)
