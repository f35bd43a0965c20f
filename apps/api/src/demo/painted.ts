/** A photo for the demo, painted by sums: an evening over hills with a path. Nobody is in it and nobody took it. */
import sharp from 'sharp';

type Colour = readonly [number, number, number];
const [WIDTH, HEIGHT] = [960, 640];
const mix = (a: Colour, b: Colour, share: number): Colour => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];

/** Hills from the far to the near: how high they stand, how they roll, and their green. */
const HILLS: readonly { readonly at: number; readonly roll: number; readonly shift: number; readonly colour: Colour }[] = [
  { at: 0.52, roll: 46, shift: 0.6, colour: [126, 158, 138] },
  { at: 0.66, roll: 38, shift: 2.4, colour: [88, 128, 96] },
  { at: 0.8, roll: 26, shift: 4.4, colour: [58, 96, 66] },
];

function colourAt(x: number, y: number, evening: number): Colour {
  const hill = HILLS.findLast(({ at, roll, shift }) => y > at * HEIGHT - Math.sin((x / WIDTH) * Math.PI * 2 + shift + evening) * roll);
  const path = 0.5 + Math.sin((y / HEIGHT) * 9 + evening) * 0.06;
  if (hill === HILLS[2] && Math.abs(x / WIDTH - path) < (y / HEIGHT - 0.75) * 0.16) return [214, 190, 148];
  if (hill) return mix(hill.colour, [40, 60, 44], ((y / HEIGHT) * 1.7) % 0.35);
  const [dx, dy] = [x - WIDTH * (0.68 - evening * 0.1), y - HEIGHT * 0.26];
  const sun = Math.hypot(dx, dy);
  const sky = mix([176, 200, 216], [248, 214, 168], y / (HEIGHT * 0.6));
  return sun < 52 ? [252, 226, 160] : mix([252, 226, 160], sky, Math.min(1, (sun - 52) / 240));
}

/** `evening` from 0 to 1 turns the light and the hills a little, so that two photos are not the same. */
export function paintedPhoto(evening: number): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const [red, green, blue] = colourAt(x, y, evening);
      const at = (y * WIDTH + x) * 3;
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
    }
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).jpeg({ quality: 82 }).toBuffer();
}
