import type { ComponentChildren } from 'preact'
import { fablabWords } from '#modules/fablab/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import type { Project } from '../db/projects.ts'
import { words } from '../words.ts'
import { Shot } from './shot.tsx'

/** Where pictures everybody may see are found. */
export const publicPictures = '/projects/pictures'

/** « Découpe laser, Machine à coudre »; nothing when it is made by hand. */
export const sayMachines = (lang: Language, { machines }: Pick<Project, 'machines'>): string =>
  machines.map((kind) => fablabWords(lang)(`kind.${kind}`)).join(', ')

/** The language of a text, when it is not the page’s. */
export const langOf = (lang: Language, { writtenIn }: Pick<Project, 'writtenIn'>) =>
  writtenIn === lang ? undefined : writtenIn

type Props = {
  readonly lang: Language
  readonly project: Project
  readonly href: string
  readonly pictures?: string | undefined
  readonly heading?: 'h2' | 'h3' | undefined
  readonly children?: ComponentChildren | undefined
}

/** A project in a list: its picture, its name, what it is, and what it takes. */
export const ProjectCard = ({
  lang,
  project,
  href,
  pictures = publicPictures,
  heading: Heading = 'h2',
  children,
}: Props) => {
  const t = words(lang)
  const machines = sayMachines(lang, project)
  return (
    <article class="ticket learning">
      <div>
        {project.cover && <Shot picture={project.cover} under={pictures} size="thumb" />}
        <Heading lang={langOf(lang, project)} dir="auto">
          <a href={href}>{project.title}</a>
        </Heading>
        <p lang={langOf(lang, project)} dir="auto">
          {project.sentence}
        </p>
        <p class="kind">
          <Icon name="clock" /> {t(`minutes.${project.minutes}`)} · {t(`difficulty.${project.difficulty}`)}
        </p>
        {machines && (
          <p class="kind">
            <Icon name="fablab" /> {machines}
          </p>
        )}
        {project.makes > 0 && <p class="hint">{t('makes', { count: project.makes })}</p>}
        {children}
      </div>
    </article>
  )
}
