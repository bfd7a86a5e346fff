import type { Ctx } from '#platform/http/env.ts'
import { check, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { readUpload } from '#platform/sheet/read-upload.ts'
import { altForm } from './domain/forms.ts'
import { mostPictureBytes, type Prepared, preparePicture } from './prepare-picture.ts'
import { answerTo } from './refusals.ts'

/** A form with a picture, once read: the picture and what it shows, or what is wrong with them. */
export interface PictureForm {
  typed: Typed
  /** Null when none was chosen. */
  made: Prepared | null
  /** What it shows; null when nothing was said, or wrongly. */
  alt: string | null
  errors: FieldErrors
}

/**
 * Reads a form that brings a picture. What it shows must be said whenever there is one: the one brought now, or, when
 * `there` is true, the one that is there already.
 */
export async function readPictureForm(c: Ctx, there = false): Promise<PictureForm> {
  const upload = await readUpload(c, 'picture', mostPictureBytes)
  const typed = upload.ok ? upload.value.typed : upload.typed
  const missing = !upload.ok && upload.refusal === 'file-missing'
  const alt = check(altForm, typed)
  const says = alt.ok ? alt.value.alt : null
  if (missing) return { typed, made: null, alt: says, errors: there && !alt.ok ? alt.errors : {} }
  const errors: FieldErrors = alt.ok ? {} : { ...alt.errors }
  if (!upload.ok) return { typed, made: null, alt: says, errors: { ...errors, picture: 'picture-too-large' } }
  const prepared = await preparePicture(upload.value.bytes)
  if (!prepared.ok)
    return { typed, made: null, alt: says, errors: { ...errors, picture: answerTo(prepared.refusal).word } }
  return { typed, made: prepared.value, alt: says, errors }
}
