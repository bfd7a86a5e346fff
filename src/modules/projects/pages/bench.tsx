import type { ComponentChildren } from 'preact'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { most } from '../domain/vocabulary.ts'
import type { Refusal } from '../refusals.ts'
import { saySize } from '../say.ts'
import { type Word, words } from '../words.ts'
import { Told } from './mine.tsx'
import { Sheet, type Whole } from './sheet.tsx'
import { Shot } from './shot.tsx'

type Props = {
  readonly lang: Language
  /** `/projects/me/…`. */
  readonly mine: string
  readonly whole: Whole
  readonly said: 'saved' | 'sent' | 'taken-back' | null
  readonly refused: Refusal | null
}

/** A project in its author’s hands: each part with the way to change it; or, once it is sent, the way to take it back. */
export const BenchPage = (props: Props) => {
  const { lang, mine, whole, said, refused } = props
  const t = words(lang)
  const { project } = whole
  const inHands = project.status === 'draft' || project.status === 'changes'
  return (
    <>
      <p class="row noprint">
        <a href={mine}>{t('mine')}</a>
        <b>{t(`status.${project.status}`)}</b>
      </p>
      <Told lang={lang} said={said} refused={refused} />
      {project.changeAsked && (
        <Note kind="no">
          <p>
            <b>{t('changeAsked')}</b> {t(`change.${project.changeAsked}`)}
          </p>
        </Note>
      )}
      {inHands ? <InHands {...props} /> : <Sent {...props} />}
      <Form action={`${mine}/${project.id}/removals`} title={t('removeTitle')}>
        <Choice
          name="sure"
          type="checkbox"
          label={t('removeLead')}
          options={[{ value: 'yes', label: t('removeSure') }]}
        />
        <p>
          <Button alt icon="no">
            {t('remove')}
          </Button>
        </p>
      </Form>
    </>
  )
}

const Sent = ({ lang, mine, whole }: Props) => {
  const t = words(lang)
  const { id, status } = whole.project
  return (
    <>
      <p class="lead">{t(status === 'waiting' ? 'waitingLead' : 'publishedLead')}</p>
      {status === 'published' && (
        <p>
          <LinkButton href={`/projects/${id}`} icon="arrow">
            {t('seeIt')}
          </LinkButton>
        </p>
      )}
      <form class="stack" method="post" action={`${mine}/${id}/returns`}>
        <p>{t('takeBackLead')}</p>
        <Button alt>{t('takeBack')}</Button>
      </form>
      <Sheet lang={lang} {...whole} under={{ pictures: `${mine}/pictures`, files: `${mine}/files` }} />
    </>
  )
}

const InHands = ({ lang, mine, whole: { project, pictures, steps, files } }: Props) => {
  const t = words(lang)
  const here = `${mine}/${project.id}`
  const remove = (noun: string, id: number, word: Word, which: string) => (
    <form method="post" action={`${here}/${noun}/${id}/removals`}>
      <Button alt icon="no">
        {t(word)} <span class="vh">{which}</span>
      </Button>
    </form>
  )
  return (
    <>
      <h1 dir="auto">{project.title}</h1>
      <p class="lead" dir="auto">
        {project.sentence}
      </p>
      <p class="hint">{t('keepAddress')}</p>
      <p>
        <LinkButton alt href={`${here}/facts`}>
          {t('changeFacts')}
        </LinkButton>
      </p>
      <h2>{t('steps')}</h2>
      <ol class="stack">
        {steps.map(({ id, position, words: said, picture }) => (
          <li key={id} class="join stack">
            <h3>{t('step', { position })}</h3>
            <p dir="auto">{said}</p>
            {picture && <Shot picture={picture} under={`${mine}/pictures`} />}
            <div class="row">
              <LinkButton alt href={`${here}/steps/${id}`}>
                {t('change')} <span class="vh">{t('step', { position })}</span>
              </LinkButton>
              <form class="row" method="post" action={`${here}/steps/${id}/moves`}>
                {position > 1 && (
                  <Move to="up">
                    {t('moveUp')} <span class="vh">{t('step', { position })}</span>
                  </Move>
                )}
                {position < steps.length && (
                  <Move to="down">
                    {t('moveDown')} <span class="vh">{t('step', { position })}</span>
                  </Move>
                )}
              </form>
              {remove('steps', id, 'removeStep', t('step', { position }))}
            </div>
          </li>
        ))}
      </ol>
      {steps.length < most.steps && (
        <p>
          <LinkButton href={`${here}/steps/new`} icon="plus">
            {t(steps.length === 0 ? 'firstStep' : 'nextStep')}
          </LinkButton>
        </p>
      )}
      <h2>{t('pictures')}</h2>
      <p>{t('picturesLead')}</p>
      {pictures.map((picture) => (
        <div key={picture.id} class="stack">
          <Shot picture={picture} under={`${mine}/pictures`} />
          {remove('pictures', picture.id, 'removePicture', picture.alt)}
        </div>
      ))}
      {pictures.length < most.pictures && (
        <p>
          <LinkButton alt href={`${here}/pictures/new`} icon="plus">
            {t('addPicture')}
          </LinkButton>
        </p>
      )}
      <h2>{t('files')}</h2>
      <p>{t('filesLead')}</p>
      {files.map(({ id, kind, size, place }) => (
        <div key={id} class="row">
          <a href={`${mine}/files/${id}`} download>
            {t('file', { number: place, kind: kind.toUpperCase() })}
          </a>
          <small>{saySize(lang, size)}</small>
          {remove('files', id, 'removeFile', String(place))}
        </div>
      ))}
      {files.length < most.files && (
        <p>
          <LinkButton alt href={`${here}/files/new`} icon="plus">
            {t('addFile')}
          </LinkButton>
        </p>
      )}
      <Form action={`${here}/sendings`} title={t('sendTitle')}>
        <p>{t('sendLead')}</p>
        <Choice
          name="nobody"
          type="checkbox"
          label={t('nobody')}
          options={[{ value: 'yes', label: t('nobodySure') }]}
        />
        <p>
          <Button wide icon="ok">
            {t('sendProject')}
          </Button>
        </p>
      </Form>
    </>
  )
}

const Move = ({ to, children }: { readonly to: 'up' | 'down'; readonly children: ComponentChildren }) => (
  <Button alt name="to" value={to}>
    {children}
  </Button>
)
