import { fablabWords } from '#modules/fablab/index.ts'
import type { Town } from '#modules/network/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Form, Select } from '#ui/form.tsx'
import type { Project } from '../db/projects.ts'
import { type Difficulty, difficulties, type MachineKind, machineKinds } from '../domain/vocabulary.ts'
import { words } from '../words.ts'
import { ProjectCard } from './card.tsx'

/** What the list is narrowed to. */
export interface Wish {
  machine: MachineKind | ''
  difficulty: Difficulty | ''
  centre: string
}

type Props = {
  readonly lang: Language
  readonly projects: readonly Project[]
  readonly towns: readonly Town[]
  readonly wish: Wish
  /** Which page of the list, from 1 on, and whether another one follows. */
  readonly at: number
  readonly more: boolean
}

/** What people made, newest first, and the way to show one’s own. */
export const ProjectsPage = ({ lang, projects, towns, wish, at, more }: Props) => {
  const t = words(lang)
  const pageAt = (page: number) => `/projects?${new URLSearchParams({ ...wish, page: String(page) })}`
  return (
    <>
      <h1>{t('projects')}</h1>
      <p class="lead">{t('projectsLead')}</p>
      <p class="row">
        <LinkButton href={`/projects/new${wish.centre && `?centre=${wish.centre}`}`} icon="plus">
          {t('showMine')}
        </LinkButton>
        <LinkButton alt href="/machines" icon="fablab">
          {t('toMachines')}
        </LinkButton>
      </p>
      <Form action="/projects" method="get" class="ask">
        <Select
          name="machine"
          label={t('machine')}
          value={wish.machine}
          options={[
            { value: '', label: t('anyMachine') },
            ...machineKinds.map((kind) => ({ value: kind, label: fablabWords(lang)(`kind.${kind}`) })),
          ]}
        />
        <Select
          name="difficulty"
          label={t('difficulty')}
          value={wish.difficulty}
          options={[
            { value: '', label: t('anyDifficulty') },
            ...difficulties.map((one) => ({ value: one, label: t(`difficulty.${one}`) })),
          ]}
        />
        <Select
          name="centre"
          label={t('centre')}
          value={wish.centre}
          options={[
            { value: '', label: t('anyCentre') },
            ...towns.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Button alt>{t('filter')}</Button>
      </Form>
      {projects.length === 0 ? (
        <Empty title={t('noneTitle')}>
          <p>{t('noneLead')}</p>
        </Empty>
      ) : (
        <>
          {at === 1 && !more && <p>{t('count', { count: projects.length })}</p>}
          <div class="tickets">
            {projects.map((project) => (
              <ProjectCard key={project.id} lang={lang} project={project} href={`/projects/${project.id}`} />
            ))}
          </div>
        </>
      )}
      {(at > 1 || more) && (
        <p class="row">
          {at > 1 && (
            <LinkButton alt href={pageAt(at - 1)}>
              {t('newer')}
            </LinkButton>
          )}
          {more && (
            <LinkButton alt href={pageAt(at + 1)}>
              {t('older')}
            </LinkButton>
          )}
        </p>
      )}
    </>
  )
}
