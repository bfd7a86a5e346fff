import type { Language } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icon.tsx'
import type { ProjectFile } from '../db/files.ts'
import type { Picture } from '../db/pictures.ts'
import type { Project } from '../db/projects.ts'
import type { Step } from '../db/steps.ts'
import { licenceAddress } from '../domain/vocabulary.ts'
import { saySize } from '../say.ts'
import { words } from '../words.ts'
import { langOf, sayMachines } from './card.tsx'
import { Shot } from './shot.tsx'

/** A project with all its parts. */
export interface Whole {
  project: Project
  pictures: readonly Picture[]
  steps: readonly Step[]
  files: readonly ProjectFile[]
  /** The project it starts from, when everybody may see it. */
  remixOf: Project | null
}

type Props = Whole & {
  readonly lang: Language
  readonly under: { pictures: string; files: string }
}

/** All of a project as one reads it: for everybody, for its author before it is sent, for the member who decides. */
export const Sheet = ({ lang, project, pictures, steps, files, remixOf, under }: Props) => {
  const t = words(lang)
  const written = langOf(lang, project)
  return (
    <>
      <h1 lang={written} dir="auto">
        {project.title}
      </h1>
      <p class="lead" lang={written} dir="auto">
        {project.sentence}
      </p>
      {pictures.length === 0 && project.cover && (
        <Shot picture={project.cover} under={under.pictures} size="thumb" />
      )}
      {pictures.map((picture) => (
        <Shot key={picture.id} picture={picture} under={under.pictures} />
      ))}
      <Takes lang={lang} project={project} />
      <h2>{t('steps')}</h2>
      {steps.length === 0 && <p>{t('noSteps')}</p>}
      <ol class="stack">
        {steps.map(({ id, position, words: said, picture }) => (
          <li key={id} class="stack">
            <h3>{t('step', { position })}</h3>
            <p lang={written} dir="auto">
              {said}
            </p>
            {picture && <Shot picture={picture} under={under.pictures} />}
          </li>
        ))}
      </ol>
      {files.length > 0 && <h2>{t('files')}</h2>}
      {files.length > 0 && (
        <ul class="stack">
          {files.map(({ id, kind, size, place }) => (
            <li key={id}>
              <a href={`${under.files}/${id}`} download>
                {t('file', { number: place, kind: kind.toUpperCase() })}
              </a>{' '}
              <small>
                {t(`kindOfFile.${kind}`)} · {saySize(lang, size)}
              </small>
            </li>
          ))}
        </ul>
      )}
      <h2>{t('reuse')}</h2>
      {project.madeBy && <p dir="auto">{t('by', { name: project.madeBy })}</p>}
      {remixOf && (
        <p>
          {t('remixOf')} <a href={`/projects/${remixOf.id}`}>{remixOf.title}</a>
        </p>
      )}
      <p>
        {project.licence ? (
          <>
            {t(`licence.${project.licence}.means`)}{' '}
            <a href={licenceAddress[project.licence]} rel="license">
              {t(`licence.${project.licence}`)}
            </a>
          </>
        ) : (
          t('licence.none.means')
        )}
      </p>
    </>
  )
}

const Takes = ({ lang, project }: { readonly lang: Language; readonly project: Project }) => {
  const t = words(lang)
  const machines = sayMachines(lang, project)
  const materials = project.materials.map((one) => t(`material.${one}`)).join(', ')
  return (
    <>
      <p>
        <Icon name="clock" /> {t(`minutes.${project.minutes}`)} · {t(`difficulty.${project.difficulty}`)}
      </p>
      <p>
        <Icon name="fablab" /> {machines || t('byHand')}
      </p>
      {materials && (
        <p>
          <Icon name="bag" /> {materials}
        </p>
      )}
      <p>
        <Icon name="pin" /> <bdi>{project.centre.name}</bdi>
      </p>
    </>
  )
}
