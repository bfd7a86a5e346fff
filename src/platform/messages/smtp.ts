import { createTransport } from 'nodemailer'
import type { Driver } from './message.ts'

/** Milliseconds a mail server is waited for: well under the time after which a message is taken up again. */
const patience = 15_000

/** E-mail through a mail server (RFC 5321). The same message sent again carries the same Message-ID. */
export function smtp(url: string, from: string): Driver {
  const server = new URL(url)
  for (const wait of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    server.searchParams.set(wait, String(patience))
  const transport = createTransport(server.href, { from })
  const domain = /@([A-Za-z0-9.-]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return {
    name: 'smtp',
    async send({ channel, to, subject, body, language }, id) {
      if (channel !== 'email')
        throw Object.assign(new Error('a mail server carries no SMS'), { code: 'NOT_EMAIL' })
      const { messageId } = await transport.sendMail({
        // An object, not a text: a comma or a bracket in an address must never make a second recipient.
        to: { name: '', address: to },
        subject,
        text: body,
        messageId: `<${id}@${domain}>`,
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      return { receipt: messageId }
    },
  }
}
