/** Names and offsets of time zones as publishers write them, in minutes east of UTC. */
import { localMs } from '../../domain/local-clock.ts';

const offsetsInHours: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  ist: 5.5,
  cet: 1,
  mez: 1,
  cest: 2,
  mesz: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  msd: 4,
  gst: 4,
  pkt: 5,
  npt: 5.75,
  bdt: 6,
  myt: 8,
  wita: 8,
  wit: 9,
  idt: 3,
  trt: 3,
  eat: 3,
  cat: 2,
  sast: 2,
  wat: 1,
  met: 1,
  mest: 2,
  acdt: 10.5,
  chst: 10,
  sgt: 8,
  hkt: 8,
  cst8: 8,
  awst: 8,
  pht: 8,
  wib: 7,
  ict: 7,
  jst: 9,
  kst: 9,
  acst: 9.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  nst: -3.5,
  ndt: -2.5,
  ast: -4,
  at: -4,
  adt: -3,
  brt: -3,
  brst: -2,
  clt: -4,
  cot: -5,
  pet: -5,
  vet: -4,
  art: -3,
  edt: -4,
  est: -5,
  et: -5,
  cdt: -5,
  cst: -6,
  ct: -6,
  mdt: -6,
  mst: -7,
  mt: -7,
  pdt: -7,
  pst: -8,
  pt: -8,
  akdt: -8,
  akst: -9,
  hst: -10,
};

/** Zones that stand for summer and winter time alike, by the place whose rules they follow. */
const places: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
};

/** Minutes east of UTC of a zone's name or an offset (`EST`, `+0200`, `-05:30`, `GMT+8`); null for anything else. */
export function zoneOffset(text: string): { readonly minutes: number } | { readonly place: string } | null {
  const name = text.trim().toLowerCase().replaceAll('.', '');
  const place = places[name];
  if (place !== undefined) return { place };
  const hours = offsetsInHours[name];
  if (hours !== undefined) return { minutes: hours * 60 };
  const offset = /^(?:utc|gmt|ut)?\s*([+\u2212-])\s*(\d{1,2}):?(\d{2})?$/.exec(name);
  if (offset === null) return null;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return minutes <= 14 * 60 ? { minutes: offset[1] === '+' ? minutes : -minutes } : null;
}

/** The moment, in milliseconds since 1970, at which a clock in the place shows what UTC shows at `wallMs`. */
export function fromWallTime(wallMs: number, timeZone: string): number {
  const first = wallMs - offsetAt(wallMs, timeZone);
  return wallMs - offsetAt(first, timeZone);
}

function offsetAt(ms: number, timeZone: string): number {
  return localMs(timeZone, ms) - Math.floor(ms / 1000) * 1000;
}
