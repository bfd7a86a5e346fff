import type { Language } from '#platform/i18n/index.ts'
import type { Work } from '#platform/work/index.ts'

/** A message as it was kept. */
export interface KeptMessage {
  id: number
  kind: string
  channel: 'sms' | 'email'
  language: Language
  subject: string
  status: 'sending' | 'sent' | 'failed'
  recipientSealed: Buffer
  bodySealed: Buffer
  createdAt: Temporal.Instant
  sentAt: Temporal.Instant | null
}

/** Messages of the actor's centre, newest first, from before one of them or from now; those whose words were erased are left out. */
export async function readLatest(
  work: Work<'messaging'>,
  centre: number,
  count: number,
  before: number | null = null,
): Promise<KeptMessage[]> {
  let query = work.tx
    .selectFrom('messaging.messages')
    .select([
      'id',
      'kind',
      'channel',
      'language',
      'subject',
      'status',
      'recipient_sealed as recipientSealed',
      'body_sealed as bodySealed',
      'created_at as createdAt',
      'sent_at as sentAt',
    ])
    .where('centre_id', '=', centre)
    .where('erased_at', 'is', null)
  if (before !== null) query = query.where('id', '<', before)
  return (await query.orderBy('id', 'desc').limit(count).execute()) as KeptMessage[]
}

/** The zone the team of a centre lives in. */
export async function readZone(work: Work<'network'>, centre: number): Promise<string> {
  const { time_zone } = await work.tx
    .selectFrom('network.centres')
    .select('time_zone')
    .where('id', '=', centre)
    .executeTakeFirstOrThrow()
  return time_zone
}
