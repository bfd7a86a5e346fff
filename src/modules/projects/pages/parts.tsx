import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, Field } from '#ui/form.tsx'
import type { Picture } from '../db/pictures.ts'
import { lengths } from '../domain/vocabulary.ts'
import { type Word, words } from '../words.ts'
import { Errors } from './new-project.tsx'
import { PictureFields, Upload } from './picture-fields.tsx'
import { Shot } from './shot.tsx'

type Props = {
  readonly lang: Language
  /** Where the form goes. */
  readonly action: string
  /** The project, to go back to. */
  readonly back: { readonly href: string; readonly title: string }
  readonly typed: Typed
  readonly errors: FieldErrors
}

const Back = ({ lang, back }: Pick<Props, 'lang' | 'back'>) => (
  <p>
    <a href={back.href}>{words(lang)('backToMine', { title: back.title })}</a>
  </p>
)

type StepProps = Props & {
  readonly position: number
  /** The picture it has, and where pictures are found. */
  readonly picture: Picture | null
  readonly under: string
}

/** One step: what to do, and a picture of it. */
export const StepPage = ({ lang, action, back, typed, errors, position, picture, under }: StepProps) => {
  const t = words(lang)
  return (
    <>
      <Back lang={lang} back={back} />
      <h1>{t('step', { position })}</h1>
      <form class="join stack" method="post" action={action} encType="multipart/form-data" noValidate>
        <Errors lang={lang} errors={errors} />
        <Field
          name="words"
          label={t('stepWords')}
          hint={t('stepHint')}
          error={errors.words ? t(errors.words as Word) : undefined}
          value={typedText(typed, 'words')}
          maxLength={lengths.step.most}
          rows={5}
          dir="auto"
        />
        {picture && <Shot picture={picture} under={under} />}
        <PictureFields
          lang={lang}
          label={t(picture ? 'otherPicture' : 'pictureOfStep')}
          typed={typed}
          errors={errors}
        />
        {picture && (
          <Choice
            name="without"
            type="checkbox"
            label={t('withoutPicture')}
            options={[{ value: 'yes', label: t('withoutPictureYes') }]}
          />
        )}
        <p>
          <Button wide icon="ok">
            {t('save')}
          </Button>
        </p>
      </form>
    </>
  )
}

/** A picture of the finished thing. */
export const PicturePage = ({ lang, action, back, typed, errors }: Props) => {
  const t = words(lang)
  return (
    <>
      <Back lang={lang} back={back} />
      <h1>{t('addPicture')}</h1>
      <form class="join stack" method="post" action={action} encType="multipart/form-data" noValidate>
        <Errors lang={lang} errors={errors} />
        <PictureFields lang={lang} label={t('picture')} typed={typed} errors={errors} />
        <p>
          <Button wide icon="ok">
            {t('save')}
          </Button>
        </p>
      </form>
    </>
  )
}

/** A file to make it again. */
export const FilePage = ({ lang, action, back, errors }: Props) => {
  const t = words(lang)
  return (
    <>
      <Back lang={lang} back={back} />
      <h1>{t('addFile')}</h1>
      <form class="join stack" method="post" action={action} encType="multipart/form-data" noValidate>
        <Errors lang={lang} errors={errors} />
        <Upload
          name="file"
          label={t('fileLabel')}
          hint={t('fileHint')}
          error={errors.file ? t(errors.file as Word) : undefined}
          accept=".stl,.svg,.dxf,.pdf"
        />
        <p>
          <Button wide icon="ok">
            {t('save')}
          </Button>
        </p>
      </form>
    </>
  )
}
