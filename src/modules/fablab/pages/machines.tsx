import type { Town } from '#modules/network/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Form, Select } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { type Machine, type MachineKind, machineKinds, type Opening } from '../domain/vocabulary.ts'
import { makersWords } from '../makers-words.ts'
import { words } from '../words.ts'
import { drawings, outageNow, sayOpening, textsOf } from './machine-words.tsx'

export type MachinesView = {
  /** Each place with its machines and the next times its lab is open. */
  places: { place: Machine['place']; machines: Machine[]; openings: Opening[] }[]
  /** Towns that have a machine. */
  towns: Town[]
  town: string
  kind: MachineKind | null
  now: Temporal.Instant
}

/** « Fabriquer »: which machines are where, what they make, and whether one must be shown first. */
export const MachinesPage = ({ lang, places, towns, town, kind, now }: MachinesView & { lang: Language }) => {
  const t = makersWords(lang)
  return (
    <>
      <h1>{t('make')}</h1>
      <p class="lead">{t('makeLead')}</p>
      <Form action="/machines" method="get" class="ask">
        <Select
          name="town"
          label={t('town')}
          value={town}
          options={[
            { value: '', label: t('everywhere') },
            ...towns.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Select
          name="kind"
          label={t('machine')}
          value={kind ?? ''}
          options={[
            { value: '', label: t('allMachines') },
            ...machineKinds.map((value) => ({ value, label: words(lang)(`kind.${value}`) })),
          ]}
        />
        <Button alt>{t('show')}</Button>
      </Form>
      {places.length === 0 && (
        <p>
          {t('none')} <a href="/machines">{t('allMachines')}</a>
        </p>
      )}
      {places.map(({ place, machines, openings }) => (
        <section key={place.id} class="stack" aria-labelledby={`place-${place.id}`}>
          <h2 id={`place-${place.id}`}>
            <bdi lang="fr">
              {place.name}, {place.city}
            </bdi>
          </h2>
          {openings.map((opening) => (
            <p key={opening.id}>
              <Icon name="clock" /> {sayOpening(lang, opening, place.timeZone, now)}
              {opening.kind === 'open-lab' && ` · ${t('openLab')}`}
            </p>
          ))}
          <div class="tickets">
            {machines.map((machine) => (
              <Card key={machine.id} lang={lang} machine={machine} now={now} />
            ))}
          </div>
        </section>
      ))}
      <h2>{t('alreadyShown')}</h2>
      <p>{t('alreadyShownLead')}</p>
      <p class="row">
        <LinkButton alt href="/makers">
          {t('sendLink')}
        </LinkButton>
        <LinkButton alt href="/projects">
          {t('projects')}
        </LinkButton>
      </p>
    </>
  )
}

const Card = ({ lang, machine, now }: { lang: Language; machine: Machine; now: Temporal.Instant }) => {
  const t = makersWords(lang)
  const said = textsOf(machine, lang)
  const out = outageNow(machine, lang, now)
  const asked = machine.inductions.length > 0
  return (
    <article class="ticket training">
      <p class="when big">
        <Icon name={drawings[machine.kind]} />
      </p>
      <div>
        <h3 lang={lang === 'fr' ? undefined : 'fr'}>
          <a href={`/machines/${machine.id}`}>{machine.name}</a>
        </h3>
        {lang !== 'fr' && <p class="kind">{words(lang)(`kind.${machine.kind}`)}</p>}
        <p lang={said.lang}>{said.what}</p>
        <p>
          <Icon name={asked ? 'helper' : 'ok'} /> {t(asked ? 'inductionAsked' : 'noInduction')}
        </p>
        {out && (
          <p class="bad">
            <Icon name="warn" /> {out}
          </p>
        )}
      </div>
    </article>
  )
}
