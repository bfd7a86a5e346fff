import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Credential } from '../db/credentials.ts'
import type { Achievement } from '../domain/achievements.ts'
import { codeOfId } from '../domain/found.ts'
import { reasons } from '../domain/reasons.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { sayDay } from '../say-day.ts'
import { wordingOf } from '../wording.ts'
import { words } from '../words.ts'
import { Picture } from './achievements.tsx'
import { Qr } from './qr.tsx'

type Props = {
  readonly lang: Language
  readonly badge: Credential
  readonly achievement: Achievement
  readonly centre: { name: string; timeZone: string }
  /** The whole address of its holder’s page. */
  readonly link: string
  readonly restored: boolean
  readonly refused: Refusal | null
}

/** A badge just given: its link to aim at or to print, and the way to take it back. */
export const SlipPage = ({ lang, badge, achievement, centre, link, restored, refused }: Props) => {
  const t = words(lang)
  return (
    <>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      {restored && !badge.revokedAt && (
        <Note role="status">
          <p>{t('restored')}</p>
        </Note>
      )}
      <Picture achievement={achievement} size={120} />
      <h1>{wordingOf(lang, achievement).name}</h1>
      <p class="hint">
        {t('code')} <bdi dir="ltr">{codeOfId(badge.id)}</bdi>
      </p>
      <p>{t('given', { day: sayDay(lang, badge.issuedAt, centre.timeZone), centre: centre.name })}</p>
      {badge.revokedAt && badge.revokedReason ? (
        <Revoked lang={lang} badge={badge} centre={centre} reason={badge.revokedReason} />
      ) : (
        <>
          <p>{t('slipSaid')}</p>
          <Qr address={link} label={t('mine')} />
          <p dir="ltr">{link}</p>
          <Revoke lang={lang} badge={badge} isOpen={refused === 'reason-missing'} />
        </>
      )}
      <p class="noprint">
        <a href="/badges">{t('badges')}</a>
      </p>
    </>
  )
}

const Revoke = ({ lang, badge, isOpen }: Pick<Props, 'lang' | 'badge'> & { isOpen: boolean }) => {
  const t = words(lang)
  return (
    <details class="noprint" open={isOpen}>
      <summary>{t('revoke')}</summary>
      <Form action={`/badges/credentials/${codeOfId(badge.id)}/revocation`}>
        <p>{t('revokeSaid')}</p>
        <Choice
          name="reason"
          label={t('revokeWhy')}
          error={isOpen ? t('refused.reason-missing') : undefined}
          options={reasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        />
        <Button alt icon="no">
          {t('revoke')}
        </Button>
      </Form>
    </details>
  )
}

const Revoked = ({
  lang,
  badge,
  centre,
  reason,
}: Pick<Props, 'lang' | 'badge' | 'centre'> & { reason: (typeof reasons)[number] }) => {
  const t = words(lang)
  const day = badge.revokedAt ? sayDay(lang, badge.revokedAt, centre.timeZone) : ''
  return (
    <Form action={`/badges/credentials/${codeOfId(badge.id)}/restoration`}>
      <p>{t('revokedOn', { day, reason: t(`reason.${reason}`) })}</p>
      <Button alt>{t('restore')}</Button>
    </Form>
  )
}
