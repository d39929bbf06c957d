import ipaddr from 'ipaddr.js';
import { WatchfloorError } from '../../../model/index.ts';

/** The only ranges that are fetched from; everything that ipaddr.js gives another name is somebody's inside. */
const PUBLIC = 'unicast';

type Ipv6 = InstanceType<typeof ipaddr.IPv6>;

/** IPv4 addresses that an IPv6 address carries: mapped, NAT64, 6to4. The inner address is what is reached. */
const innerIpv4 = (address: Ipv6): string | null => {
  const bytes = address.toByteArray();
  const dotted = (from: number): string => bytes.slice(from, from + 4).join('.');
  switch (address.range()) {
    case 'ipv4Mapped':
    case 'rfc6052':
    case 'rfc6145':
      return dotted(12);
    case '6to4':
      return dotted(2);
    default:
      // The local-use NAT64 prefix 64:ff9b:1::/48, and the old IPv4-compatible form ::a.b.c.d.
      return null;
  }
};

const LOCAL_NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48');
const COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96');

/** Whether an IP address lies in the public internet. What is no address at all does not. */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text.replace(/%.*$/, ''));
  if (address.kind() === 'ipv4') return address.range() === PUBLIC;
  const six = address as Ipv6;
  if (six.match(LOCAL_NAT64) || six.match(COMPATIBLE)) return false;
  const inner = innerIpv4(six);
  return inner === null ? six.range() === PUBLIC : isPublicAddress(inner);
};

/**
 * An address as the URL that may be asked for: http or https, without credentials, not an IP address of a private range.
 *
 * @param mayReach tells of an IP address whether it may be connected to
 * @throws WatchfloorError `intake.bad-address`, `intake.private-address`
 */
export const vetAddress = (text: string, mayReach: (ip: string) => boolean, base?: URL): URL => {
  if (!URL.canParse(text, base?.href))
    throw new WatchfloorError('intake.bad-address', 'It is no valid address; check the spelling.', { file: text });
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new WatchfloorError('intake.bad-address', `Only http and https addresses are opened, not ${url.protocol}.`, {
      file: text,
    });
  if (url.username !== '' || url.password !== '')
    throw new WatchfloorError('intake.bad-address', 'Addresses with a user name or password are not opened.', {
      file: url.host,
    });
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(literal) && !mayReach(literal)) throw privateAddress(url, literal);
  url.hash = '';
  return url;
};

export const privateAddress = (url: URL, ip: string): WatchfloorError => {
  const via = url.hostname.includes(ip) ? '' : ` (${url.hostname} is ${ip})`;
  return new WatchfloorError(
    'intake.private-address',
    `The address lies in a private network${via}; use --allow-private if you mean it.`,
    { file: url.href },
  );
};
