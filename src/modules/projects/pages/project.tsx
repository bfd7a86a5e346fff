import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, ErrorSummary, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Make } from '../db/makes.ts'
import type { Project } from '../db/projects.ts'
import { reportReasons } from '../domain/vocabulary.ts'
import { type Word, words } from '../words.ts'
import { publicPictures } from './card.tsx'
import { PictureFields } from './picture-fields.tsx'
import { Qr } from './qr.tsx'
import { Sheet, type Whole } from './sheet.tsx'
import { Shot } from './shot.tsx'

type Props = {
  readonly lang: Language
  readonly whole: Whole
  readonly makes: readonly Make[]
  readonly remixes: readonly Project[]
  /** Of this page, for whoever holds it on paper. */
  readonly address: string
  /** The number of the form « I made the same ». */
  readonly once: string
  readonly said: 'made' | 'made-picture' | 'reported' | null
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** A project to read on a phone or on paper, to make the same, or to start another one from. */
export const ProjectPage = (props: Props) => {
  const { lang, whole, makes, remixes, address, said } = props
  const t = words(lang)
  const { project } = whole
  return (
    <>
      {said && (
        <Note role="status">
          <p>{t(`said.${said}`)}</p>
        </Note>
      )}
      <Sheet lang={lang} {...whole} under={{ pictures: publicPictures, files: '/projects/files' }} />
      <div class="row onpaper">
        <Qr address={address} label={t('code')} />
        <p>{t('codeLead')}</p>
      </div>
      {project.makes > 0 && <h2>{t('makes', { count: project.makes })}</h2>}
      {makes.map(({ id, picture }) => (
        <Shot key={id} picture={picture} under={publicPictures} />
      ))}
      {remixes.length > 0 && <h2>{t('remixes')}</h2>}
      <ul class="stack">
        {remixes.map(({ id, title }) => (
          <li key={id}>
            <a href={`/projects/${id}`}>
              <bdi>{title}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <MadeTheSame {...props} />
      <p class="row noprint">
        <LinkButton alt href={`/projects/new?from=${project.id}`} icon="plus">
          {t('startFrom')}
        </LinkButton>
        <LinkButton alt href="/projects">
          {t('backToProjects')}
        </LinkButton>
      </p>
      <Report {...props} />
    </>
  )
}

const MadeTheSame = ({ lang, whole, once, typed, errors }: Props) => {
  const t = words(lang)
  const said = Object.entries(errors).filter(([field]) => field !== 'reason')
  return (
    <form
      class="join stack"
      method="post"
      action={`/projects/${whole.project.id}/makes`}
      encType="multipart/form-data"
      noValidate
    >
      <h2>{t('iMadeIt')}</h2>
      <ErrorSummary lang={lang} errors={said.map(([field, word]) => ({ field, message: t(word as Word) }))} />
      <p>{t('iMadeItLead')}</p>
      <input type="hidden" name="once" value={once} />
      <PictureFields lang={lang} label={t('pictureIfYouWish')} typed={typed} errors={errors} />
      <p>
        <Button wide icon="ok">
          {t('iMadeItSend')}
        </Button>
      </p>
    </form>
  )
}

const Report = ({ lang, whole, typed, errors }: Props) => {
  const t = words(lang)
  return (
    <details class="noprint" open={errors.reason !== undefined}>
      <summary>{t('report')}</summary>
      <Form action={`/projects/${whole.project.id}/reports`}>
        <p>{t('reportLead')}</p>
        <Choice
          name="reason"
          label={t('reason')}
          error={errors.reason ? t(errors.reason as Word) : undefined}
          value={typedText(typed, 'reason')}
          options={reportReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        />
        <p>
          <Button alt icon="warn">
            {t('send')}
          </Button>
        </p>
      </Form>
    </details>
  )
}
