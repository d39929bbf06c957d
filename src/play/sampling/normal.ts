/** Standard normal distribution function, absolute error below 1e-14 (Hart 1968 in the form of G. West, "Better approximations to cumulative normal functions", 2005). */
export const normalCdf = (x: number): number => {
  const a = Math.abs(x);
  if (a > 37) return x > 0 ? 1 : 0;
  const density = Math.exp((-a * a) / 2);
  let tail: number;
  if (a < 7.07106781186547) {
    let top = 3.52624965998911e-2 * a + 0.700383064443688;
    for (const c of [6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376])
      top = top * a + c;
    let bottom = 8.83883476483184e-2 * a + 1.75566716318264;
    for (const c of [
      16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752,
    ])
      bottom = bottom * a + c;
    tail = (density * top) / bottom;
  } else {
    let fraction = a + 0.65;
    for (const c of [4, 3, 2, 1]) fraction = a + c / fraction;
    tail = density / fraction / 2.506628274631;
  }
  return x > 0 ? 1 - tail : tail;
};

const ratio = (r: number, top: readonly number[], bottom: readonly number[]): number => {
  let numerator = 0;
  for (let i = top.length - 1; i >= 0; i--) numerator = numerator * r + (top[i] as number);
  let denominator = 0;
  for (let i = bottom.length - 1; i >= 0; i--) denominator = denominator * r + (bottom[i] as number);
  return numerator / denominator;
};

const CENTRE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
] as const;
const MIDDLE = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

/** Standard normal quantile, relative accuracy about 1e-16 (M. J. Wichura, Algorithm AS 241 PPND16, Applied Statistics 37, 1988). 0 and 1 give ∓Infinity. */
export const normalQuantile = (p: number): number => {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, CENTRE[0], CENTRE[1]);
  const tail = q < 0 ? p : 1 - p;
  if (tail <= 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const x = r <= 5 ? ratio(r - 1.6, MIDDLE[0], MIDDLE[1]) : ratio(r - 5, TAIL[0], TAIL[1]);
  return q < 0 ? -x : x;
};
