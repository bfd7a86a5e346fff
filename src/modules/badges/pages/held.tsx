import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Field, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Credential } from '../db/credentials.ts'
import type { Achievement } from '../domain/achievements.ts'
import { sayDay } from '../say-day.ts'
import { wordingOf } from '../wording.ts'
import { words } from '../words.ts'
import { Criteria, Picture } from './achievements.tsx'
import { Qr } from './qr.tsx'

const files = ['svg', 'png', 'json', 'jwt'] as const

type Props = {
  readonly lang: Language
  readonly held: Credential & { of: Achievement; place: { name: string; timeZone: string } }
  readonly token: string
  /** The whole address that shows the badge is good. */
  readonly proof: string
  /** What was typed for the attestation, when it must be mended. */
  readonly mend: { name: string } | undefined
}

/** A badge as who earned it sees it. */
export const HeldPage = ({ lang, held, token, proof, mend }: Props) => {
  const t = words(lang)
  const { name, description } = wordingOf(lang, held.of)
  const day = (at: Temporal.Instant) => sayDay(lang, at, held.place.timeZone)
  return (
    <>
      <p class="kind">{t('mine')}</p>
      <Picture achievement={held.of} size={200} />
      <h1>{name}</h1>
      <p class="lead">{description}</p>
      <p>
        {t('given', { day: day(held.issuedAt), centre: held.place.name })}{' '}
        {held.validUntil && t('validUntil', { day: day(held.validUntil) })}
      </p>
      {held.revokedAt && held.revokedReason && (
        <Note kind="no">
          <p>{t('revokedOn', { day: day(held.revokedAt), reason: t(`reason.${held.revokedReason}`) })}</p>
        </Note>
      )}
      <Note>
        <p>{t('keepLink')}</p>
      </Note>
      {!held.revokedAt && <Paper lang={lang} token={token} mend={mend} />}
      <Criteria lang={lang} achievement={held.of} />
      <section class="stack">
        <h2>{t('show')}</h2>
        <p>{t('showSaid')}</p>
        <Qr address={proof} label={t('paper.qr')} />
        <p dir="ltr">
          <a href={proof.slice(proof.indexOf('/verify'))}>{proof}</a>
        </p>
      </section>
      <section class="stack">
        <h2>{t('files')}</h2>
        <p>{t('filesSaid')}</p>
        <p class="row">
          {files.map((file) => (
            <LinkButton key={file} href={`/b/${token}/badge.${file}`} alt download>
              {t(`file.${file}`)}
            </LinkButton>
          ))}
        </p>
      </section>
      <details>
        <summary>{t('erase')}</summary>
        <Form action={`/b/${token}/erasures`}>
          <p>{t('eraseSaid')}</p>
          <Button alt icon="no">
            {t('erase')}
          </Button>
        </Form>
      </details>
    </>
  )
}

/** The name is typed each time: it is written on paper, and nowhere else. */
const Paper = ({ lang, token, mend }: Pick<Props, 'lang' | 'token' | 'mend'>) => {
  const t = words(lang)
  return (
    <Form action={`/b/${token}/attestation`} title={t('print')}>
      <Field
        name="name"
        label={t('printName')}
        hint={t('printNameHint')}
        error={mend && t('nameMissing')}
        value={mend?.name}
        autocomplete="name"
        dir="auto"
        maxLength={80}
      />
      <Button wide icon="print">
        {t('printDo')}
      </Button>
    </Form>
  )
}

export const LinkUnknown = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('linkUnknown')}</h1>
      <p class="lead">{t('linkUnknownSaid')}</p>
      <p>
        <LinkButton href="/verify">{t('verify')}</LinkButton>
      </p>
    </>
  )
}

export const ErasedPage = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('erased')}</h1>
      <p class="lead">{t('erasedSaid')}</p>
      <p>
        <LinkButton href="/">{t('home')}</LinkButton>
      </p>
    </>
  )
}
