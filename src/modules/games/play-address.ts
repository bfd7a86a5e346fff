import { networkInterfaces } from 'node:os'
import type { Settings } from '#platform/settings.ts'

/** The addresses of this machine on its networks, as IPv4: what a phone of the room can type. */
const onTheNetwork = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address),
  )

/**
 * Where phones join: the public address, and on a box of the room without one (« localhost » is each phone itself) the
 * address of that box on its network.
 */
export function playAddress(
  { publicUrl, host }: Pick<Settings, 'publicUrl' | 'host'>,
  addresses: readonly string[] = onTheNetwork(),
): string {
  const url = new URL(publicUrl)
  const [box] = addresses
  if (['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) && box && !isLoopback(host))
    url.hostname = box
  return `${url.origin}/play`
}

const isLoopback = (host: string) => ['localhost', '127.0.0.1', '::1'].includes(host)
