import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Choice, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Author } from '../db/authors.ts'
import type { Project } from '../db/projects.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { ProjectCard } from './card.tsx'

type Props = {
  readonly lang: Language
  /** `/projects/me/…`, which is this page. */
  readonly address: string
  readonly author: Author
  readonly projects: readonly Project[]
  readonly said: 'removed' | null
  readonly refused: Refusal | null
}

/** What somebody sees by her link: her projects, one more, and the end of it all. */
export const MinePage = ({ lang, address, author, projects, said, refused }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>
        <bdi>{t('hello', { name: author.name })}</bdi>
      </h1>
      <Told lang={lang} said={said} refused={refused} />
      <p class="lead">{t('keepAddress')}</p>
      {projects.length === 0 && <p>{t('mineNone')}</p>}
      <div class="tickets">
        {projects.map((project) => (
          <ProjectCard
            key={project.id}
            lang={lang}
            project={project}
            href={`${address}/${project.id}`}
            pictures={`${address}/pictures`}
          >
            <p>
              <b>{t(`status.${project.status}`)}</b>
            </p>
          </ProjectCard>
        ))}
      </div>
      <p>
        <LinkButton href={`${address}/projects`} icon="plus">
          {t('anotherOne')}
        </LinkButton>
      </p>
      <Form action={`${address}/erasures`} title={t('eraseTitle')}>
        <Choice
          name="sure"
          type="checkbox"
          label={t('eraseLead')}
          options={[{ value: 'yes', label: t('eraseSure') }]}
        />
        <p>
          <Button alt icon="no">
            {t('erase')}
          </Button>
        </p>
      </Form>
    </>
  )
}

/** What was done, or what stood in the way. */
export const Told = ({
  lang,
  said,
  refused,
}: {
  readonly lang: Language
  readonly said:
    | 'removed'
    | 'saved'
    | 'sent'
    | 'taken-back'
    | 'published'
    | 'changes'
    | 'kept'
    | 'made'
    | null
  readonly refused: Refusal | null
}) => {
  const t = words(lang)
  return (
    <>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      {said && (
        <Note role="status">
          <p>{t(`told.${said}`)}</p>
        </Note>
      )}
    </>
  )
}

/** A link that opens nothing. */
export const LinkUnknown = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('linkUnknown')}</h1>
      <p class="lead">{t('linkUnknownLead')}</p>
      <p>
        <LinkButton alt href="/projects">
          {t('backToProjects')}
        </LinkButton>
      </p>
    </>
  )
}
