import type { Stop } from '#modules/network/index.ts'
import { type Language, sayDistance, sayMoment } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Note } from '#ui/note.tsx'
import { departementName } from '../domain/departements.ts'
import { type Filters, type filtersOn, resultsAddress, without } from '../domain/filters.ts'
import type { Candidate, Found } from '../find-where.ts'
import type { Shown } from '../with-crowd.ts'
import { words } from '../words.ts'
import { CallForm } from './call-form.tsx'
import { FilterForm } from './filter-form.tsx'
import { FoundTickets } from './found-ticket.tsx'

/** How many sessions answer when one filter is let go. `more`: there are more than that. */
export type Relaxed = { name: ReturnType<typeof filtersOn>[number]; count: number; more: boolean }

export type ResultsProps = {
  lang: Language
  near: string
  where: Found | null
  filters: Filters
  hits: readonly Shown[]
  next: number | null
  relaxed: readonly Relaxed[]
  /** The first answer is within reach. Otherwise a person can be called. */
  isNear: boolean
  /** Nearest sessions whatever the filters, when nothing answers. */
  nearest: readonly Shown[]
  stops: readonly Stop[]
  now: Temporal.Instant
}

const precisions = {
  import: 'precisionImport',
  places: 'precisionPlaces',
  place: 'precisionPlace',
  departement: 'precisionDepartement',
} as const

/** Farther than this, in metres, nothing is « near »: the honest distance is said first. */
const served = 20_000

/** Sessions around a place in the order of the rule, said in words; never a dead end. */
export const ResultsPage = (props: ResultsProps) => {
  const { lang, near, where, filters, hits, next, nearest, now } = props
  const t = words(lang)
  const closest = Math.min(...[...hits, ...nearest].map(({ metres }) => metres ?? 0))
  return (
    <>
      <h1>{where ? t('near', { town: where.name }) : t('everywhere')}</h1>
      <p class="jump">
        <a class="btn alt" href="#choose">
          {t('choose')}
        </a>
      </p>
      {where && <About lang={lang} where={where} filters={filters} />}
      {where && closest > served && Number.isFinite(closest) && (
        <Note icon="pin">
          <p>{t('unserved', { town: where.name, distance: sayDistance(lang, closest) })}</p>
        </Note>
      )}
      <NextStops lang={lang} stops={props.stops} />
      <div class="two list">
        <div class="stack">
          {(hits.length === 0 || props.relaxed.length > 0) && <Nothing {...props} />}
          {hits.length > 0 && (
            <>
              <p>{where ? t('rule') : t('ruleNowhere')}</p>
              <FoundTickets lang={lang} hits={hits} now={now} heading="h2" />
              {next !== null && (
                <p>
                  <LinkButton alt onwards href={resultsAddress(near, filters, next)}>
                    {t('more')}
                  </LinkButton>
                </p>
              )}
            </>
          )}
        </div>
        <FilterForm lang={lang} near={near} filters={filters} />
      </div>
      {!props.isNear && <CallForm lang={lang} near={near} need={filters.need} />}
    </>
  )
}

const About = ({ lang, where, filters }: { lang: Language; where: Found; filters: Filters }) => {
  const t = words(lang)
  const departement = departementName(where.departement)
  return (
    <>
      {where.corrected && <p>{t('corrected', { town: where.name, departement })}</p>}
      <p class="small">
        {t(precisions[where.precision], { town: where.name })} {t('straight')}
      </p>
      {where.others.length > 0 && (
        <p>
          {t('meantOther')} <Candidates lang={lang} candidates={where.others} filters={filters} />
        </p>
      )}
    </>
  )
}

const Candidates = ({
  lang,
  candidates,
  filters,
}: {
  lang: Language
  candidates: readonly Candidate[]
  filters: Filters
}) =>
  candidates.map(({ name, departement, text }, i) => (
    <>
      {i > 0 && ' · '}
      <a key={text} href={resultsAddress(text, filters)}>
        {words(lang)('inDepartement', { town: name, departement })}
      </a>
    </>
  ))

const NextStops = ({ lang, stops }: { lang: Language; stops: readonly Stop[] }) =>
  stops.length === 0 ? null : (
    <Note icon="cal">
      <p>
        <b>{words(lang)('nextStops')}</b>
      </p>
      <ul>
        {stops.map(({ id, place, start }) => (
          <li key={id}>
            <a href={`/places/${place.id}`}>
              {words(lang)('stopLine', {
                moment: sayMoment(lang, start),
                place: place.name,
                city: place.city,
              })}
            </a>
          </li>
        ))}
      </ul>
    </Note>
  )

const Nothing = ({ lang, near, filters, relaxed, nearest, now }: ResultsProps) => {
  const t = words(lang)
  return (
    <Empty title={t('emptyTitle')}>
      <p>{relaxed.length > 0 || nearest.length > 0 ? t('emptyLead') : t('emptyAll')}</p>
      {relaxed.length > 0 && (
        <ul>
          {relaxed.map(({ name, count, more }) => (
            <li key={name}>
              <a href={resultsAddress(near, without(filters, name))}>{t(`relax_${name}`)}</a> (
              {more ? t('relaxMany', { count }) : t('relaxCount', { count })})
            </li>
          ))}
        </ul>
      )}
      {nearest.length > 0 && <FoundTickets lang={lang} hits={nearest} now={now} />}
    </Empty>
  )
}

type AskProps = { lang: Language; near: string; filters: Filters; candidates: readonly Candidate[] }

/** Several towns of one name: which one? */
export const WhichPage = ({ lang, filters, candidates }: AskProps) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('which')}</h1>
      <p>{t('whichLead')}</p>
      <CandidateList lang={lang} filters={filters} candidates={candidates} />
    </>
  )
}

const CandidateList = ({ lang, filters, candidates }: Omit<AskProps, 'near'>) => (
  <ul class="stack">
    {candidates.map(({ name, departement, text }) => (
      <li key={text}>
        <LinkButton alt onwards href={resultsAddress(text, filters)}>
          {words(lang)('inDepartement', { town: name, departement })}
        </LinkButton>
      </li>
    ))}
  </ul>
)

/** A town nobody knows: the nearest in spelling, another try, or a person to call. */
export const UnknownPage = ({ lang, near, filters, candidates }: AskProps) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('unknown')}</h1>
      <p>
        <bdi>{t('unknownLead', { typed: near.slice(0, 80) })}</bdi>
      </p>
      {candidates.length > 0 && (
        <>
          <h2>{t('didYouMean')}</h2>
          <CandidateList lang={lang} filters={filters} candidates={candidates} />
        </>
      )}
      <div class="two">
        <FilterForm lang={lang} near={near} filters={filters} />
        <CallForm lang={lang} near={near} need={filters.need} />
      </div>
    </>
  )
}
