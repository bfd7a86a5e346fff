import type { FieldErrors } from '#platform/http/form.ts'
import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Proposal } from '../db/proposal.ts'
import { declineSentences } from '../domain/proposal.ts'
import { type ProposalWord, proposalWords } from '../proposal-words.ts'

type Props = {
  readonly lang: Language
  readonly proposals: readonly Proposal[]
  readonly places: readonly { id: number; name: string; city: string }[]
  readonly said: string | null
  /** The proposal whose answer came back, and what is to mend in it. */
  readonly about: number | null
  readonly errors: FieldErrors
}

/** What partners propose: what awaits an answer first, each with its three answers. */
export const ProposalListPage = (props: Props) => {
  const { lang, proposals, said, errors } = props
  const t = proposalWords(lang)
  const open = proposals.filter(({ status }) => status === 'new')
  const rest = proposals.filter(({ status }) => status !== 'new')
  return (
    <>
      <div class="split">
        <h1>{t('title')}</h1>
        <p class="row noprint">
          <LinkButton alt href="/plan/partners">
            {t('partners')}
          </LinkButton>
        </p>
      </div>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <ErrorSummary
        lang={lang}
        errors={Object.values(errors).map((word) => ({ message: t(word as ProposalWord) }))}
      />
      {proposals.length === 0 && <p>{t('none')}</p>}
      {open.map((proposal) => (
        <Open key={proposal.id} {...props} proposal={proposal} />
      ))}
      {rest.length > 0 && (
        <section class="stack">
          <h2>{t('answered')}</h2>
          <ul class="wl">
            {rest.map((proposal) => (
              <li key={proposal.id}>
                <span>
                  <bdi>{proposal.organisation.name}</bdi> ·{' '}
                  {proposal.activity?.title ?? t(`kind.${proposal.kind}`)}
                  <small>{proposal.wishes[0] && sayMoment(lang, proposal.wishes[0])}</small>
                </span>
                <Standing lang={lang} proposal={proposal} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const Standing = ({ lang, proposal }: { readonly lang: Language; readonly proposal: Proposal }) => {
  const t = proposalWords(lang)
  const to = proposal.session
    ? `/plan/sessions/${proposal.session}`
    : proposal.stop
      ? `/plan/stops/${proposal.stop}`
      : null
  return to ? (
    <a href={to}>{t(`status.${proposal.status}`)}</a>
  ) : (
    <span>{t(`status.${proposal.status}`)}</span>
  )
}

/** What is proposed, in a few lines. */
export const ProposalFacts = ({
  lang,
  proposal,
}: {
  readonly lang: Language
  readonly proposal: Proposal
}) => {
  const t = proposalWords(lang)
  return (
    <dl class="facts">
      <dt>{t('wishes')}</dt>
      {proposal.wishes.map((at) => (
        <dd key={at.toString()}>{sayMoment(lang, at)}</dd>
      ))}
      <dt>{t('where')}</dt>
      <dd>
        <bdi>{proposal.place?.name ?? proposal.elsewhere}</bdi>
      </dd>
      {proposal.note && (
        <>
          <dt>{t('note')}</dt>
          <dd>
            <bdi>{proposal.note}</bdi>
          </dd>
        </>
      )}
    </dl>
  )
}

const Open = ({ lang, proposal, places, about }: Props & { readonly proposal: Proposal }) => {
  const t = proposalWords(lang)
  const { id, wishes } = proposal
  const [first] = wishes
  const moment = {
    day: first?.toPlainDate().toString() ?? '',
    hour: first?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '',
  }
  return (
    <section class="stack" id={`proposal-${id}`}>
      <h2>
        {t('by', { organisation: `\u2068${proposal.organisation.name}\u2069` })}
        {' · '}
        {proposal.activity?.title ?? t(`kind.${proposal.kind}`)}
      </h2>
      <ProposalFacts lang={lang} proposal={proposal} />
      <div class="two">
        <Form action={`/plan/proposals/${id}/acceptance`} title={t('accept')}>
          <p>{t('acceptLead')}</p>
          <Select
            id={`place-${id}`}
            name="place"
            label={t('place')}
            value={proposal.place ? String(proposal.place.id) : ''}
            options={[
              ...(proposal.place ? [] : [{ value: '', label: t('choosePlace') }]),
              ...places.map((place) => ({ value: String(place.id), label: `${place.name}, ${place.city}` })),
            ]}
          />
          <div class="row">
            <Field id={`day-${id}`} name="day" type="date" label={t('day')} value={moment.day} />
            <Field id={`hour-${id}`} name="hour" type="time" label={t('hour')} value={moment.hour} />
          </div>
          <Button>{t('accept')}</Button>
        </Form>
        <details open={about === id}>
          <summary>
            {t('otherDate')} · {t('decline')}
          </summary>
          <div class="stack">
            <Form action={`/plan/proposals/${id}/other-date`} title={t('otherDate')}>
              <Field id={`other-day-${id}`} name="day" type="date" label={t('day')} value={moment.day} />
              <Field id={`other-hour-${id}`} name="hour" type="time" label={t('hour')} value={moment.hour} />
              <Button alt>{t('ask')}</Button>
            </Form>
            <Form action={`/plan/proposals/${id}/refusal`} title={t('decline')}>
              <Select
                id={`sentence-${id}`}
                name="sentence"
                label={t('sentence')}
                options={declineSentences.map((sentence) => ({
                  value: sentence,
                  label: t(`sentence.${sentence}`),
                }))}
              />
              <Button alt>{t('doDecline')}</Button>
            </Form>
          </div>
        </details>
      </div>
    </section>
  )
}
