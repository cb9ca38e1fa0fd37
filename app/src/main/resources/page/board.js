// Everything of a run that is words and figures.
import { byId, el, figure, isNumber } from './server.js';

const MARKS = { good: '✓', marked: '!', failed: '✗' };

function replace(id, children, key) {
  const box = byId(id);
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  box.replaceChildren(...children);
}

function micro(joule) {
  return isNumber(joule) ? joule * 1e6 : NaN;
}

export function drawFigures(s) {
  const n = s.now || {};
  const l = s.limits || {};
  const rows = [
    ['T', figure(n.temperature_k, 3), 'K', feedIsOver(s) ? 'last reading of the sample' : 'sample temperature'],
    ['B', figure(n.field_t, 3), 'T', feedIsOver(s) ? 'last reading of the shot' : 'field'],
    ['ΔT measured', figure(n.delta_t_k, 3), 'K', isNumber(n.delta_t_sigma_k) ? `± ${figure(n.delta_t_sigma_k, 3)} K` : 'since the ramp'],
    ['ΔT predicted', figure(n.predicted_delta_t_k, 3), 'K', isNumber(n.predicted_sigma_k) ? `± ${figure(n.predicted_sigma_k, 3)} K` : `sudden limit ${figure(l.sudden_delta_t_k, 3)} K`],
    ['residual', figure(n.residual_sigma, 1), 'σ', verdict(n.residual_sigma)],
    ['Q', figure(micro(n.heat_j), 2), 'µJ', isNumber(n.predicted_heat_j) ? `predicted ${figure(micro(n.predicted_heat_j), 2)} µJ` : 'taken up by the spins'],
    ['after the ramp', figure(n.after_ramp_s, 1), 's', isNumber(n.bath_k) ? `bath ${figure(n.bath_k, 3)} K` : `bath ${figure(n.bath_k, 0)}`],
  ];
  replace('figures', rows.map(([name, value, unit, under]) => {
    const box = el('div', '', 'figure');
    const big = el('div', '', 'big');
    big.append(el('span', value, value === '–' ? 'none' : ''), el('small', ` ${unit}`));
    box.append(el('div', name, 'name'), big, el('div', under, 'under'));
    return box;
  }), JSON.stringify(rows));
}

function verdict(sigma) {
  if (!isNumber(sigma)) return 'measured − predicted';
  const size = Math.abs(sigma);
  return size <= 2 ? '✓ they agree' : size <= 3 ? '! a little apart' : '✗ they do not agree';
}

export function drawPhases(s, isOver) {
  const phases = s.phases || [];
  const now = s.axis?.now_rig_s;
  const chips = phases.map((p, i) => {
    const isCurrent = !isNumber(p.ended_rig_s) && !isOver && i === phases.length - 1;
    const chip = el('div', '', `phase ${isCurrent ? 'current' : ''} q-${p.quality || 'none'}`);
    const mark = isCurrent ? '▶' : MARKS[p.quality] || '·';
    const length = isNumber(p.ended_rig_s) ? p.ended_rig_s - p.began_rig_s : now - p.began_rig_s;
    const most = isCurrent && isNumber(p.deadline_rig_s) ? ` of ${figure(p.deadline_rig_s - p.began_rig_s, 0)} s at most` : ' s';
    chip.append(el('b', `${mark} ${p.name}`), el('span', isNumber(length) ? `${figure(length, length < 10 ? 2 : 0)}${most}` : ''));
    if (p.quality && p.quality !== 'good') chip.append(el('span', `${p.quality}${p.why ? `: ${p.why}` : ''}`, 'why'));
    chip.title = p.why || p.name;
    if (isCurrent) chip.setAttribute('aria-current', 'step');
    return chip;
  });
  replace('phases', chips, chips.map((c) => c.textContent + c.className).join('|'));
}

export function drawGuards(s, canAct, ack) {
  const rows = (s.guards || []).map((g) => {
    const isBad = g.state === 'latched';
    const row = el('div', '', `row ${isBad ? 'bad' : g.state === 'ok' ? 'ok' : 'was'}`);
    const limits = [isNumber(g.lowest) ? `≥ ${short(g.lowest)}` : '', isNumber(g.highest) ? `≤ ${short(g.highest)}` : ''].filter(Boolean).join(', ');
    row.append(el('b', `${isBad ? '✗' : g.state === 'ok' ? '✓' : '!'} ${g.name}`), el('span', `${short(g.level)} ${g.unit || ''} (${limits || 'no limit'})`), el('span', isBad ? `tripped at ${short(g.tripped_value)} ${g.unit || ''}; ${g.what_follows || g.consequence}` : g.state === 'ok' ? `else ${g.consequence}` : 'acknowledged'));
    if (isBad && canAct) {
      const button = el('button', 'Acknowledge', '', { type: 'button' });
      button.onclick = () => ack(g.name);
      row.append(button);
    }
    return row;
  });
  if (rows.length === 0) rows.push(el('p', 'none yet', 'hint'));
  replace('guards', rows, rows.map((r) => r.textContent).join('|') + canAct);
}

function feedIsOver(s) {
  return s.end?.is_over === true;
}

function short(v) {
  return isNumber(v) ? String(Number(v.toPrecision(5))).replace('-', '−') : '–';
}

function millis(seconds) {
  return figure(1000 * seconds, seconds < 0.01 ? 1 : 0);
}

/** What an exchange takes of late, and what one took at most. */
function pace(l) {
  return isNumber(l.latency_s) ? `${millis(l.latency_s)} ms, at most ${millis(l.longest_s)} ms` : '';
}

function troubles(l) {
  return [[l.time_outs, 'time-outs'], [l.garbled_replies, 'garbled'], [l.reconnects, 'reconnects']]
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ');
}

export function drawLines(s, feed) {
  const rows = (s.lines || []).map((l) => {
    const row = el('div', '', `row ${l.state === 'ok' ? 'ok' : 'bad'}`);
    row.append(el('b', `${l.state === 'ok' ? '✓' : '✗'} ${l.role}`), el('span', [l.state, pace(l), troubles(l)].filter(Boolean).join(', ')), el('span', l.why || l.resource || '', 'why'));
    return row;
  });
  const record = s.record || {};
  const isWriting = !record.state || record.state === 'writing';
  const row = el('div', '', `row ${isWriting ? 'ok' : 'bad'}`);
  row.append(el('b', `${isWriting ? '✓' : '✗'} record`), el('span', feedIsOver(s) && isWriting ? 'complete' : record.state || 'writing'), el('span', record.report || '', 'why'));
  rows.push(row);
  const lost = s.readings_lost || 0;
  const drops = el('div', '', `row ${lost ? 'bad' : 'ok'}`);
  drops.append(el('b', `${lost ? '!' : '✓'} readings lost on the way here`), el('span', String(lost)), el('span', feed.wakes ? `came back ${feed.wakes} times` : '', 'why'));
  rows.push(drops);
  replace('lines', rows, rows.map((r) => r.textContent).join('|'));
}

export function drawSaid(s) {
  const told = [
    ...(s.said || []).slice(-30).map((w) => [w.rig_s, '', [w.kind, w.who].filter(Boolean).join(', '), w.text || '']),
    ...(s.safe_steps || []).map((step) => [step.rig_s, step.is_safe ? 'ok' : 'bad', `${step.is_safe ? '✓' : '✗'} ${step.instrument}`, `${step.command} → ${step.readback}`]),
  ];
  // The newest on top; what has one time stays in its order.
  const rows = told.reverse().sort((a, b) => b[0] - a[0]).map(([at, how, what, why]) => {
    const row = el('div', '', `row ${how}`);
    row.append(el('b', `${figure(at, 1)} s`), el('span', what), el('span', why, 'why'));
    return row;
  });
  if (rows.length === 0) rows.push(el('p', 'nothing yet', 'hint'));
  replace('said', rows, rows.map((r) => r.textContent).join('|'));
}
