import { describe, expect, it } from 'vitest';
import { isPublicAddress, vetAddress } from './address.ts';

describe('which addresses are public', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111', '64:ff9b::8.8.8.8', '::ffff:8.8.8.8', '2002:808:808::1'])(
    '%s is',
    (ip) => {
      expect(isPublicAddress(ip)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '198.18.0.1',
    '192.0.2.1',
    '240.0.0.1',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::127.0.0.1',
    '64:ff9b::10.1.2.3',
    '64:ff9b:1::10.1.2.3',
    '2002:7f00:1::',
    '2002:a00:1::',
    '2001::1',
    '2001:db8::1',
    'fec0::1',
    'localhost',
    '',
  ])('%s is not', (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });
});

describe('which URLs are asked for', () => {
  it.each([
    ['ftp://example.org/x', 'intake.bad-address'],
    ['file:///etc/passwd', 'intake.bad-address'],
    ['javascript:alert(1)', 'intake.bad-address'],
    ['https://user:secret@example.org/', 'intake.bad-address'],
    ['http://', 'intake.bad-address'],
    ['http://127.0.0.1/', 'intake.private-address'],
    ['http://2130706433/', 'intake.private-address'],
    ['http://0x7f.1/', 'intake.private-address'],
    ['http://0177.0.0.1/', 'intake.private-address'],
    ['http://[::1]/', 'intake.private-address'],
    ['http://[::ffff:7f00:1]/', 'intake.private-address'],
    ['http://169.254.169.254/latest/meta-data', 'intake.private-address'],
  ])('%s is refused', (address, code) => {
    expect(() => vetAddress(address, isPublicAddress)).toThrow(expect.objectContaining({ code }));
  });

  it('resolves a redirect against its page and drops the fragment', () => {
    expect(vetAddress('../b#part', isPublicAddress, new URL('https://example.org/x/a')).href).toBe(
      'https://example.org/b',
    );
  });
});
