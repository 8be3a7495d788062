/** Colours as eyes see them: contrast, and how far apart two are for people who lack a kind of cone. */

type Triple = readonly [number, number, number];

/** Machado, Oliveira and Fernandes 2009, full severity; on linear light. */
const SIGHTS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The contrast of two colours by WCAG 2: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(linear(one)), luminance(linear(other))].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

/** The least distance of two colours (CIE 1976, Lab) over full sight and the three deficiencies. */
export function distance(one: string, other: string): number {
  return Math.min(
    ...Object.values(SIGHTS).map((sight) => {
      const [p, q] = [lab(seen(linear(one), sight)), lab(seen(linear(other), sight))];
      return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
    }),
  );
}

function linear(hex: string): Triple {
  const part = (k: number): number => {
    const value = Number.parseInt(hex.slice(k, k + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function times([r, g, b]: Triple, [x, y, z]: Triple): number {
  return r * x + g * y + b * z;
}

function seen(light: Triple, [r, g, b]: readonly [Triple, Triple, Triple]): Triple {
  const within = (row: Triple): number => Math.min(1, Math.max(0, times(row, light)));
  return [within(r), within(g), within(b)];
}

function luminance(light: Triple): number {
  return times([0.2126, 0.7152, 0.0722], light);
}

function lab(light: Triple): Triple {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f(times([0.4124564, 0.3575761, 0.1804375], light) / 0.95047);
  const y = f(times([0.2126729, 0.7151522, 0.072175], light));
  const z = f(times([0.0193339, 0.119192, 0.9503041], light) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
