/** The picture that greets people at the door. */
import styles from './walk.module.css';

/** Hills, an avenue, late sun, two people out for a walk. */
export function Walk() {
  return (
    <svg viewBox="0 0 600 800" preserveAspectRatio="xMidYMax slice" className={styles.walk} aria-hidden="true">
      <rect width="600" height="800" fill="#f7dcae" />
      <circle cx="410" cy="300" r="150" fill="#fbe9c6" />
      <circle cx="410" cy="300" r="92" fill="#e58b4a" />
      <path d="M0 390c90-60 190-70 300-22s210 42 300-10v442H0Z" fill="#b9c79b" />
      <path d="M0 470c120-66 260-52 360-8s170 30 240-14v352H0Z" fill="#7f9f78" />
      <path d="M0 570c140-70 280-40 390-6s160 10 210-14v250H0Z" fill="#3f7257" />
      <path d="M250 800c-30-90 190-120 120-190-40-40-50-70 0-112l14 2c-28 42 0 62 40 100 84 82-40 110-10 200Z" fill="#f4e3c1" />
      <path d="M0 690c120-50 200-30 262 110H0Z" fill="#1f4f3c" />
      <path d="M600 664c-90-24-160 20-196 136h196Z" fill="#1f4f3c" />
      <Tree x={92} y={600} size={1.35} />
      <Tree x={516} y={590} size={1.15} />
      <Tree x={214} y={540} size={0.7} />
      <Tree x={468} y={514} size={0.55} />
      <Tree x={300} y={502} size={0.42} />
      <g transform="translate(398 612)">
        <ellipse cx="12" cy="62" rx="34" ry="5" fill="#173a2d" opacity=".25" />
        <circle cx="0" cy="0" r="9" fill="#7a3a1d" />
        <path d="M-10 14q10-8 20 0l4 26-4 22h-7l-3-16-3 16h-7l-3-22Z" fill="#7d2114" />
        <circle cx="26" cy="5" r="8.5" fill="#d99f7a" />
        <path d="M17 4a9 9 0 0 1 18 0c-6-3-12-3-18 0Z" fill="#fffdf8" />
        <path d="M17 16q9-7 18 0l6 32H11Z" fill="#1f4450" />
        <path d="M20 48h4v14h-5zM29 48h4l1 14h-5z" fill="#2a2119" />
        <path d="M9 22 19 24" stroke="#7d2114" strokeWidth="6" strokeLinecap="round" />
        <path d="M37 24l8 38" stroke="#2a2119" strokeWidth="2.5" strokeLinecap="round" />
      </g>
      <g fill="none" stroke="#7a3a1d" strokeWidth="4" strokeLinecap="round">
        <path d="M110 190q14-14 26 0q12-14 26 0" />
        <path d="M190 140q10-10 19 0q9-10 19 0" />
      </g>
    </svg>
  );
}

function Tree({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path d="M-6 90 -4 0h8l2 90Z" fill="#5a3720" />
      <path d="M0-110c44 0 66 40 58 80-8 36-36 52-58 52s-50-16-58-52c-8-40 14-80 58-80Z" fill="#c8612c" />
      <path d="M0-110c44 0 66 40 58 80-8 36-36 52-58 52 18-36 26-92 0-132Z" fill="#a94a1e" />
    </g>
  );
}
