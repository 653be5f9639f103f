/**
 * Where sun and moon stand, as exactly as a calendar needs it. Series after J. Meeus, "Astronomical Algorithms",
 * 2nd edition: chapter 49 (phases of the moon; within seconds), chapter 25 (the sun; within 0.01 degrees, a quarter of
 * an hour), and the polynomials of Espenak and Meeus (NASA) for the slowing of the earth's turning.
 * Julian days; "JDE" counts in the even time of the ephemerides, "JD" in Universal Time.
 */

const RADIANS = Math.PI / 180;

function sine(degrees: number): number {
  return Math.sin((degrees % 360) * RADIANS);
}

/** Mean length of the month from new moon to new moon, in days. */
export const SYNODIC_MONTH = 29.530588861;
/** The JDE of new moon number 0, on 6 January 2000. */
export const NEW_MOON_EPOCH = 2451550.09766;

/** Periodic terms of the true new moon: coefficient in days, power of E, multiples of M, M', F and Omega. */
const NEW_MOON_TERMS: readonly (readonly [number, number, number, number, number, number])[] = [
  [-0.4072, 0, 0, 1, 0, 0],
  [0.17241, 1, 1, 0, 0, 0],
  [0.01608, 0, 0, 2, 0, 0],
  [0.01039, 0, 0, 0, 2, 0],
  [0.00739, 1, -1, 1, 0, 0],
  [-0.00514, 1, 1, 1, 0, 0],
  [0.00208, 2, 2, 0, 0, 0],
  [-0.00111, 0, 0, 1, -2, 0],
  [-0.00057, 0, 0, 1, 2, 0],
  [0.00056, 1, 1, 2, 0, 0],
  [-0.00042, 0, 0, 3, 0, 0],
  [0.00042, 1, 1, 0, 2, 0],
  [0.00038, 1, 1, 0, -2, 0],
  [-0.00024, 1, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 0, 1],
  [-0.00007, 0, 2, 1, 0, 0],
  [0.00004, 0, 0, 2, -2, 0],
  [0.00004, 0, 3, 0, 0, 0],
  [0.00003, 0, 1, 1, -2, 0],
  [0.00003, 0, 0, 2, 2, 0],
  [-0.00003, 0, 1, 1, 2, 0],
  [0.00003, 0, -1, 1, 2, 0],
  [-0.00002, 0, -1, 1, -2, 0],
  [-0.00002, 0, 1, 3, 0, 0],
  [0.00002, 0, 0, 4, 0, 0],
];

/** Planetary terms: amplitude in days, argument at number 0 and its growth per month, in degrees; the first also curves. */
const PLANETARY_TERMS: readonly (readonly [number, number, number, number?])[] = [
  [0.000325, 299.77, 0.107408, -0.009173],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/** The instant of a new moon, as a Julian day in Universal Time. `number` counts from the one of 6 January 2000. */
export function newMoonAt(number: number): number {
  const t = number / 1236.85;
  const mean = NEW_MOON_EPOCH + SYNODIC_MONTH * number + (0.00015437 + (-0.00000015 + 0.00000000073 * t) * t) * t * t;
  const e = 1 + (-0.002516 - 0.0000074 * t) * t;
  const sun = 2.5534 + 29.1053567 * number + (-0.0000014 - 0.00000011 * t) * t * t;
  const moon = 201.5643 + 385.81693528 * number + (0.0107582 + (0.00001238 - 0.000000058 * t) * t) * t * t;
  const latitude = 160.7108 + 390.67050284 * number + (-0.0016118 + (-0.00000227 + 0.000000011 * t) * t) * t * t;
  const node = 124.7746 - 1.56375588 * number + (0.0020672 + 0.00000215 * t) * t * t;
  let correction = 0;
  for (const [days, power, m, mPrime, f, omega] of NEW_MOON_TERMS) {
    correction += days * e ** power * sine(m * sun + mPrime * moon + f * latitude + omega * node);
  }
  for (const [days, start, growth, curve = 0] of PLANETARY_TERMS) {
    correction += days * sine(start + growth * number + curve * t * t);
  }
  return universal(mean + correction);
}

/** The sun's apparent longitude in degrees, 0 to 360, at a Julian day in Universal Time. */
export function sunLongitudeAt(jd: number): number {
  const t = (jd + secondsAhead(jd) / 86_400 - 2451545) / 36525;
  const meanLongitude = 280.46646 + (36000.76983 + 0.0003032 * t) * t;
  const anomaly = 357.52911 + (35999.05029 - 0.0001537 * t) * t;
  const centre =
    (1.914602 - (0.004817 + 0.000014 * t) * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const apparent = meanLongitude + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

function universal(jde: number): number {
  return jde - secondsAhead(jde) / 86_400;
}

/** How many seconds ephemeris time is ahead of Universal Time; fitted for 1961-2050, extrapolated with the parabola. */
function secondsAhead(jd: number): number {
  const year = 2000 + (jd - 2451545) / 365.25;
  const t = year - 2000;
  if (year < 1986) {
    const s = year - 1975;
    return 45.45 + 1.067 * s - s ** 2 / 260 - s ** 3 / 718;
  }
  if (year < 2005) {
    return 63.86 + 0.3345 * t - 0.060374 * t ** 2 + 0.0017275 * t ** 3 + 0.000651814 * t ** 4 + 0.00002373599 * t ** 5;
  }
  if (year < 2050) return 62.92 + 0.32217 * t + 0.005589 * t ** 2;
  return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year);
}
