import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { Make } from '../db/makes.ts'
import type { Project } from '../db/projects.ts'
import type { ReportReason } from '../domain/vocabulary.ts'
import type { Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { ProjectCard } from './card.tsx'
import { Told } from './mine.tsx'
import { Shot } from './shot.tsx'

/** Where the team sees pictures nobody else does yet. */
export const teamPictures = '/projects/moderation/pictures'

type Props = {
  readonly lang: Language
  readonly waiting: readonly Project[]
  readonly makes: readonly Make[]
  readonly reported: readonly { project: Project; reasons: readonly ReportReason[] }[]
  readonly up: readonly Project[]
  readonly said: 'published' | 'changes' | 'kept' | 'made' | null
  readonly refused: Refusal | null
}

/** What the team has to look at: projects sent, pictures of those who made the same, what was reported. */
export const ModerationPage = ({ lang, waiting, makes, reported, up, said, refused }: Props) => {
  const t = words(lang)
  const card = (project: Project) => (
    <ProjectCard
      key={project.id}
      lang={lang}
      project={project}
      href={`/projects/moderation/${project.id}`}
      pictures={teamPictures}
      heading="h3"
    />
  )
  return (
    <>
      <div class="split">
        <h1>{t('moderation')}</h1>
        <p class="row">
          <LinkButton alt href="/projects">
            {t('projects')}
          </LinkButton>
          <LinkButton alt href="/projects/figures">
            {t('toFigures')}
          </LinkButton>
        </p>
      </div>
      <p class="lead">{t('moderationLead')}</p>
      <Told lang={lang} said={said} refused={refused} />
      <h2>{t('waitingNow')}</h2>
      {waiting.length === 0 && <p>{t('nothingToRead')}</p>}
      <div class="tickets">{waiting.map(card)}</div>
      {makes.length > 0 && <h2>{t('makesWaiting')}</h2>}
      <div class="tickets">
        {makes.map(({ id, project, title, picture }) => (
          <article key={id} class="ticket discovery">
            <div>
              <h3>
                {t('sameAs')} <bdi>{title}</bdi>
              </h3>
              <Shot picture={picture} under={teamPictures} />
              <p dir="auto">{picture.alt}</p>
              <form class="row" method="post" action={`/projects/moderation/makes/${id}`}>
                <Button icon="ok" name="shown" value="yes">
                  {t('showIt')} <span class="vh">{t('ofProject', { number: project })}</span>
                </Button>
                <Button alt icon="no" name="shown" value="no">
                  {t('removeIt')} <span class="vh">{t('ofProject', { number: project })}</span>
                </Button>
              </form>
            </div>
          </article>
        ))}
      </div>
      {reported.length > 0 && <h2>{t('reported')}</h2>}
      {reported.map(({ project, reasons }) => (
        <div key={project.id} class="stack">
          {card(project)}
          {reasons.map((reason) => (
            <p key={reason} class="bad">
              <Icon name="warn" /> {t(`reason.${reason}`)}
            </p>
          ))}
        </div>
      ))}
      {up.length > 0 && <h2>{t('shownNow')}</h2>}
      <ul class="wl">
        {up.map(({ id, title, machines, makes: count }) => (
          <li key={id}>
            <a href={`/projects/moderation/${id}`}>
              <bdi>{title}</bdi>
            </a>
            <span>{count > 0 ? t('makes', { count }) : t('machineCount', { count: machines.length })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
