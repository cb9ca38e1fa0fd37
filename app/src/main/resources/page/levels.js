// The level diagram: where the levels lie, how full they are, and why that cools.
import { byId, figure, isNumber } from './server.js';

export function drawLevels(snapshot, colours) {
  const canvas = byId('levels');
  const picture = snapshot.levels;
  const words = byId('levels-words');
  const levels = picture?.levels || [];
  const box = canvas.getBoundingClientRect();
  const scale = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(box.width * scale) || canvas.height !== Math.round(box.height * scale)) {
    canvas.width = Math.round(box.width * scale);
    canvas.height = Math.round(box.height * scale);
  }
  const g = canvas.getContext('2d');
  g.setTransform(scale, 0, 0, scale, 0, 0);
  g.clearRect(0, 0, box.width, box.height);
  if (levels.length === 0) {
    words.textContent = 'No level diagram: field or temperature is not known yet.';
    return;
  }
  const left = 46;
  const right = box.width - 12;
  const top = 14;
  const bottom = box.height - 44;
  const m = levels.map((l) => l.m);
  const e = levels.map((l) => l.energy_k);
  const [m0, m1] = [Math.min(...m), Math.max(...m)];
  const [e0, e1] = [Math.min(...e), Math.max(...e)];
  const x = (v) => left + ((v - m0) / (m1 - m0 || 1)) * (right - left - 30) + 15;
  const y = (v) => bottom - ((v - e0) / (e1 - e0 || 1)) * (bottom - top);
  g.font = '12px system-ui, sans-serif';
  g.strokeStyle = colours.grid;
  g.fillStyle = colours.text;
  g.lineWidth = 1;
  g.textAlign = 'right';
  for (let i = 0; i <= 4; i++) {
    const v = e0 + ((e1 - e0) * i) / 4;
    g.beginPath();
    g.moveTo(left, y(v));
    g.lineTo(right, y(v));
    g.stroke();
    g.fillText(`${Math.round(v - e0)} K`, left - 4, y(v) + 4);
  }
  g.textAlign = 'center';
  g.fillText('magnetic number m', (left + right) / 2, box.height - 3);
  const step = Math.max(4, (right - left - 30) / levels.length - 3);
  const most = Math.max(...levels.map((l) => l.population));
  for (const level of levels) {
    const cx = x(level.m);
    const cy = y(level.energy_k);
    const share = Math.sqrt(level.population / (most || 1));
    g.strokeStyle = colours.text;
    g.lineWidth = 1.5;
    g.beginPath();
    g.moveTo(cx - step / 2, cy);
    g.lineTo(cx + step / 2, cy);
    g.stroke();
    if (share > 0.01) {
      g.fillStyle = level.m < 0 ? colours.measured : colours.predicted;
      g.beginPath();
      g.arc(cx, cy, 2 + 9 * share, 0, 2 * Math.PI);
      g.globalAlpha = 0.85;
      g.fill();
      g.globalAlpha = 1;
      if (level.m >= 0) {
        g.strokeStyle = colours.text;
        g.setLineDash([2, 2]);
        g.stroke();
        g.setLineDash([]);
      }
    }
    if (level.m === m0 || level.m === m1 || level.m === 0) {
      g.fillStyle = colours.text;
      g.fillText(String(level.m).replace('-', '−'), cx, bottom + 26);
    }
  }
  words.textContent = sentence(picture);
  canvas.setAttribute('aria-label', words.textContent);
}

function sentence(p) {
  const upper = p.upper_population;
  const at = `At ${figure(p.field_t, 3)} T and ${figure(p.temperature_k, 3)} K`;
  if (!isNumber(upper)) return `${at}. Dots: share of the spins in each level (area).`;
  const share = upper < 0.001 ? `${(100 * upper).toExponential(1)} %` : `${figure(100 * upper, 2)} %`;
  const why = p.is_equilibrium
    ? 'this is equilibrium. When the field falls, the wells come level and spins climb into the upper one.'
    : 'each spin that climbs from the deep well into the other takes its energy from the lattice: that is what cools.';
  return `${at}, ${share} of the spins are in the upper well; ${why} The area of a dot is the share of the spins.`;
}
