import type { Ctx } from '#platform/http/env.ts'
import type { Typed } from '#platform/http/form.ts'
import { done, type Result, refuse } from '#platform/work/index.ts'

/** A spreadsheet larger than this is nobody’s season. */
export const mostFileBytes = 2 * 1024 * 1024

export interface Upload {
  filename: string
  bytes: Uint8Array<ArrayBuffer>
  /** The other fields of the form. */
  typed: Typed
}

export type UploadRefusal =
  /** No file was chosen, or an empty one. */
  { refusal: 'file-missing'; typed: Typed } | { refusal: 'file-too-large'; typed: Typed }

/** Reads the one file of a `multipart/form-data` form, in its field `name`, and the other fields as typed. */
export async function readUpload(
  c: Ctx,
  name: string,
  most = mostFileBytes,
): Promise<Result<Upload, UploadRefusal>> {
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  const typed: Typed = {}
  for (const [field, value] of Object.entries(body)) if (typeof value === 'string') typed[field] = value
  const file = body[name]
  if (!(file instanceof File) || file.size === 0) return refuse({ refusal: 'file-missing', typed })
  if (file.size > most) return refuse({ refusal: 'file-too-large', typed })
  return done({ filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()), typed })
}
