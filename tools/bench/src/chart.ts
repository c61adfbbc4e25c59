import type { Ratio } from "./ratios.ts";

const WIDTH = 760;
const ROW = 22;
const LEFT = 430;
const RIGHT = 70;

/**
 * The table as a drawing: for each row how far what was measured is from its target, on a logarithmic scale; left of the
 * line is better. The same figures give the same bytes.
 */
export function chart(judged: readonly Ratio[], title: string): string {
  const height = ROW * (judged.length + 3);
  const span = WIDTH - LEFT - RIGHT;
  const middle = LEFT + span / 2;
  // Four times better to four times worse.
  const x = (factor: number): number => round(middle + (Math.max(-2, Math.min(2, Math.log2(factor))) * span) / 4);
  const lines = judged.map((one, i) => {
    const y = ROW * (i + 2);
    const factor = one.limit === "at most" ? one.ratio / one.value : one.value / Math.max(one.ratio, 1e-9);
    const [from, to] = factor < 1 ? [x(factor), middle] : [middle, x(factor)];
    const label = `${one.comparison}: ${one.what} / ${one.against}`;
    const sign = one.limit === "at most" ? "≤" : "≥";
    return [
      `<text x="${LEFT - 8}" y="${y + 15}" text-anchor="end">${escape(label.length > 74 ? `${label.slice(0, 73)}…` : label)}</text>`,
      `<rect x="${from}" y="${y + 4}" width="${round(Math.max(1, to - from))}" height="${ROW - 8}" fill="${factor <= 1 ? "#2e7d32" : "#c62828"}"/>`,
      `<text x="${WIDTH - RIGHT + 6}" y="${y + 15}">${one.ratio.toFixed(2)} (${sign} ${one.value})</text>`,
    ].join("\n");
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH + 40} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="10" y="18" font-size="13">${escape(title)}</text>`,
    ...lines,
    `<line x1="${middle}" y1="${ROW * 2 - 4}" x2="${middle}" y2="${height - ROW + 4}" stroke="#000"/>`,
    `<text x="${middle}" y="${height - 6}" text-anchor="middle">target; to the left is better, a factor of 4 at the edges</text>`,
    "</svg>",
    "",
  ].join("\n");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : "&gt;"));
}
