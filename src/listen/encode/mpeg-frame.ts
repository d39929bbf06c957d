/** What the header of an MPEG audio layer III frame says, mono. */
export interface FrameFormat {
  readonly sampleRate: number;
  /** kbit/s. */
  readonly bitrate: number;
}

interface Version {
  readonly bits: number;
  readonly rates: readonly number[];
  readonly samplesPerFrame: number;
  readonly sideInfoBytes: number;
  readonly bitrates: readonly number[];
}

const LOW_BITRATES = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160] as const;

const VERSIONS: readonly Version[] = [
  {
    bits: 0b11,
    rates: [44_100, 48_000, 32_000],
    samplesPerFrame: 1152,
    sideInfoBytes: 17,
    bitrates: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  },
  { bits: 0b10, rates: [22_050, 24_000, 16_000], samplesPerFrame: 576, sideInfoBytes: 9, bitrates: LOW_BITRATES },
  { bits: 0b00, rates: [11_025, 12_000, 8_000], samplesPerFrame: 576, sideInfoBytes: 9, bitrates: LOW_BITRATES },
];

const RATES = VERSIONS.flatMap(({ rates }) => rates).sort((a, b) => a - b);

/** The lowest rate of MP3 that loses nothing of a sound at so many Hz; the highest that there is for more. */
export const mp3Rate = (sampleRate: number): number =>
  RATES.find((rate) => rate >= sampleRate) ?? (RATES.at(-1) as number);

const LAYER_3 = 0b01;
const NO_CRC = 1;
const MONO = 0b11;
const SYNC = 0xffe0_0000;

/** @throws {RangeError} for a rate that MP3 does not have. */
const versionOf = (sampleRate: number): Version => {
  const version = VERSIONS.find(({ rates }) => rates.includes(sampleRate));
  if (!version) throw new RangeError(`MP3 has no sample rate of ${sampleRate} Hz`);
  return version;
};

export const samplesPerFrame = (sampleRate: number): number => versionOf(sampleRate).samplesPerFrame;
export const sideInfoBytes = (sampleRate: number): number => versionOf(sampleRate).sideInfoBytes;

export const frameBytes = ({ sampleRate, bitrate }: FrameFormat): number =>
  Math.floor((samplesPerFrame(sampleRate) / 8) * ((bitrate * 1000) / sampleRate));

/** The lowest bit rate whose frame holds so many bytes. */
export const bitrateForBytes = (sampleRate: number, bytes: number): number =>
  versionOf(sampleRate).bitrates.find((bitrate) => frameBytes({ sampleRate, bitrate }) >= bytes) as number;

export const frameHeader = ({ sampleRate, bitrate }: FrameFormat): number => {
  const version = versionOf(sampleRate);
  const header =
    SYNC |
    (version.bits << 19) |
    (LAYER_3 << 17) |
    (NO_CRC << 16) |
    ((version.bitrates.indexOf(bitrate) + 1) << 12) |
    (version.rates.indexOf(sampleRate) << 10) |
    (MONO << 6);
  return header >>> 0;
};
