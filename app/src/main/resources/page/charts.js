// The curves: uPlot keeps axes, grid and crosshair, the lines are drawn here from the feed's own arrays, a column of pixels at
// a time, so that a run of any length costs no more than the width of the screen.
import { byId, el, figure, isNumber, say } from './server.js';
import { firstAt } from './feed.js';

const SHORTEST = 1e-3;
const LONGEST = 10 * 86400;
const MOST_AHEAD_MILLIS = 300;
const NICE = { field: 'B in T', temperature: 'T in K', residual: 'residual in σ', heat: 'Q in µJ' };
const SCALE = { heat: 1e6 };
const HEIGHT = { field: 0.7, temperature: 1.6, residual: 0.7, heat: 0.8 };
const DASHES = [[], [10, 4], [3, 3], [12, 3, 3, 3], [6, 2]];

export class Charts {
  constructor(colours) {
    this.colours = colours;
    this.view = { mode: 'whole', from: 0, to: 1 };
    this.charts = [];
    this.overlays = [];
    this.frames = 0;
    this.box = byId('charts');
    this.crosshair = NaN;
    this.make();
    this.listen();
    new ResizeObserver(() => this.resize()).observe(this.box);
  }

  make() {
    this.charts.forEach((c) => c.plot.destroy());
    this.box.replaceChildren();
    const key = uPlot.sync('fieldfall');
    this.charts = Object.keys(NICE).map((id, i, all) => {
      const holder = el('div', '', 'chart');
      holder.dataset.chart = id;
      this.box.append(holder);
      const isLast = i === all.length - 1;
      const c = this.colours;
      const axis = { stroke: c.text, grid: { stroke: c.grid, width: 1 }, ticks: { stroke: c.grid, width: 1 }, font: '12px system-ui, sans-serif' };
      const plot = new uPlot({
        ...this.size(id, isLast),
        legend: { show: false },
        padding: [6, 18, isLast ? 0 : 2, 0],
        cursor: { sync: { key: key.key, setSeries: false, scales: ['x', null] }, drag: { x: false, y: false, setScale: false }, points: { show: false }, y: false },
        scales: { x: { time: false, range: (u, lo, hi) => [lo, hi] }, y: { range: (u, lo, hi) => [lo, hi] } },
        series: [{}, { show: true, scale: 'y', stroke: 'transparent', points: { show: false } }],
        axes: [
          { ...axis, show: true, size: isLast ? 30 : 4, values: isLast ? (u, ticks) => ticks.map((v) => time(v)) : () => [], ticks: { show: isLast, ...axis.ticks }, label: isLast ? this.axisWords() : undefined, labelSize: 16, labelFont: '12px system-ui, sans-serif', labelGap: 0, gap: 2 },
          { ...axis, size: 66, label: NICE[id], labelSize: 18, labelFont: 'bold 12px system-ui, sans-serif', values: (u, ticks) => ticks.map((v) => short(v)), space: 26 },
        ],
        hooks: {
          draw: [(u) => this.draw(u, id)],
          setCursor: [(u) => { if (u.cursor.event) this.point(u); }],
        },
      }, [[0, 1], [null, null]], holder);
      return { id, plot, holder, isLast };
    });
  }

  axisWords() {
    return this.hasZero ? 'seconds from the start of the ramp' : 'seconds of rig time';
  }

  size(id, isLast) {
    const width = Math.max(200, this.box.clientWidth || 800);
    // Down to the stop buttons, so that the time axis is on the first screen.
    const above = this.box.getBoundingClientRect().top + window.scrollY;
    const unit = Math.max(70, Math.min(170, (window.innerHeight - above - 66 - 76) / 3.8));
    return { width, height: Math.round(unit * HEIGHT[id]) + (isLast ? 52 : 6) };
  }

  resize() {
    for (const c of this.charts) c.plot.setSize(this.size(c.id, c.isLast));
  }

  recolour(colours) {
    this.colours = colours;
    this.make();
  }

  setView(mode) {
    this.view.mode = mode;
    this.onView?.(this.view);
  }

  /** Moves or zooms around a point, as a share of the width. */
  zoom(factor, around = 0.5) {
    const { from, to } = this.view;
    const span = Math.min(LONGEST, Math.max(SHORTEST, (to - from) * factor));
    const fix = from + (to - from) * around;
    this.view.from = fix - span * around;
    this.view.to = this.view.from + span;
    this.setView('free');
  }

  move(share) {
    const shift = (this.view.to - this.view.from) * share;
    this.view.from += shift;
    this.view.to += shift;
    this.setView('free');
  }

  listen() {
    const over = (event) => {
      const plot = this.charts[0].plot;
      const box = plot.over.getBoundingClientRect();
      return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    };
    this.box.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        this.move(event.deltaX / 800);
      } else if (event.ctrlKey || event.altKey || document.activeElement === this.box || this.box.matches(':hover')) {
        event.preventDefault();
        this.zoom(Math.exp(Math.max(-1, Math.min(1, event.deltaY / 300))), over(event));
      }
    }, { passive: false });
    const fingers = new Map();
    this.box.addEventListener('pointerdown', (event) => {
      fingers.set(event.pointerId, event);
      if (event.pointerType === 'mouse') this.box.setPointerCapture(event.pointerId);
    });
    const gone = (event) => fingers.delete(event.pointerId);
    this.box.addEventListener('pointerup', gone);
    this.box.addEventListener('pointercancel', gone);
    this.box.addEventListener('pointermove', (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const width = this.charts[0].plot.over.clientWidth || 1;
      if (fingers.size === 1) {
        const dx = event.clientX - before.clientX;
        if (dx !== 0) this.move(-dx / width);
      } else {
        const other = [...fingers.entries()].find(([id]) => id !== event.pointerId)[1];
        const was = Math.abs(before.clientX - other.clientX);
        const is = Math.abs(event.clientX - other.clientX);
        if (was > 10 && is > 10) this.zoom(was / is, (over(event) + over(other)) / 2);
      }
      fingers.set(event.pointerId, event);
    });
    this.box.addEventListener('dblclick', () => this.setView('whole'));
  }

  key(event) {
    const keys = {
      '+': () => this.zoom(0.5), '=': () => this.zoom(0.5), '-': () => this.zoom(2), '−': () => this.zoom(2),
      ArrowLeft: () => this.move(-0.2), ArrowRight: () => this.move(0.2),
      w: () => this.setView('whole'), p: () => this.setView('sweep'), r: () => this.setView('shot'), l: () => this.setView('last'),
    };
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
    return Boolean(act);
  }

  /** Called for each frame in which there is something new, and while the last seconds roll. */
  frame(feed, overlays) {
    this.feed = feed;
    this.overlays = overlays;
    const zero = feed.zero();
    const hasZero = isNumber(zero);
    this.zero = hasZero ? zero : 0;
    if (hasZero !== this.hasZero) {
      this.hasZero = hasZero;
      this.make();
    }
    const top = Math.round(this.box.getBoundingClientRect().top + window.scrollY);
    if (Math.abs(top - (this.top ?? -99)) > 6) {
      this.top = top;
      this.resize();
    }
    this.range();
    const { from, to } = this.view;
    for (const c of this.charts) {
      const [lo, hi] = this.heights(c.id, from, to);
      c.plot.batch(() => {
        c.plot.setScale('x', { min: from, max: to });
        c.plot.setScale('y', { min: lo, max: hi });
      });
    }
    this.refine();
    this.frames++;
    say(byId('span'), `${near(from, to - from)} s to ${near(to, to - from)} s`);
  }

  range() {
    const v = this.view;
    const [first, last] = this.feed.extent().map((t) => t - this.zero);
    const whole = this.feed.end() - this.zero;
    const rampEnd = this.feed.rampEnd() - this.zero;
    if (v.mode === 'whole') [v.from, v.to] = [first, whole];
    else if (v.mode === 'last') {
      const end = this.rolled(last);
      [v.from, v.to] = [end - 10, end];
    }
    else if (v.mode === 'sweep') {
      const length = isNumber(rampEnd) && rampEnd > 0 ? rampEnd : 0.1;
      [v.from, v.to] = [-0.5 * length, 2 * length];
    } else if (v.mode === 'shot') [v.from, v.to] = [-5, Math.max(10, last)];
    if (!(v.to - v.from >= SHORTEST)) v.to = v.from + SHORTEST;
    const edge = 0.01 * (v.to - v.from);
    if (v.mode === 'whole') [v.from, v.to] = [v.from - edge, v.to + edge];
    if (v.mode === 'last') v.to += edge;
  }

  /** The last seconds move on evenly from one batch of readings to the next, at the pace at which these came. */
  rolled(last) {
    const now = performance.now();
    let r = this.roll;
    if (r?.feed !== this.feed || last < r.last) r = this.roll = { feed: this.feed, last, at: now, pace: 0 };
    if (last > r.last) {
      const pace = (last - r.last) / Math.max(1, now - r.at);
      Object.assign(r, { last, at: now, pace: r.pace ? r.pace + 0.2 * (pace - r.pace) : pace });
    }
    return last + r.pace * Math.min(now - r.at, MOST_AHEAD_MILLIS);
  }

  /** Whether there is something to draw though nothing came. */
  isRolling() {
    return this.view.mode === 'last' && !this.feed.isOver() && this.roll?.pace > 0 && performance.now() - this.roll.at < MOST_AHEAD_MILLIS
      && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  /** What belongs into one picture. */
  lines(id) {
    const c = this.colours;
    const all = [];
    const feed = this.feed;
    if (id === 'temperature') all.push({ from: feed, series: 'bath', colour: c.bath, width: 1.5, dash: [2, 3] });
    for (const [curve, data] of feed.curves) {
      const [name, shot] = curve.split('/');
      if (name === id) all.push({ from: feed, curve: data, colour: c.predicted, width: shot ? 1.2 : 2, dash: [9, 4], band: id !== 'field' });
    }
    all.push({ from: feed, series: id, colour: c.measured, width: id === 'field' ? 2 : 2.2, dash: [] });
    this.overlays.forEach((overlay, i) => all.push({ from: overlay, series: id, colour: c.overlays[i % c.overlays.length], width: 1.8, dash: DASHES[(i + 1) % DASHES.length] }));
    return all;
  }

  shift(feed) {
    const zero = feed.zero();
    return feed === this.feed ? this.zero : isNumber(zero) ? zero : feed.extent()[0];
  }

  points(line) {
    const overview = line.from.series.get(line.series);
    const shift = this.shift(line.from);
    if (this.view.mode === 'last') return overview;
    const to = Math.min(this.view.to + shift, overview?.n ? overview.t[overview.n - 1] : Infinity);
    const fits = (part) => part?.n && part.from <= this.view.from + shift && part.to >= to;
    return [line.from.details, line.from.sweep].map((parts) => parts.get(line.series)).find(fits) || overview;
  }

  heights(id, from, to) {
    let lo = Infinity;
    let hi = -Infinity;
    for (const line of this.lines(id)) {
      const shift = this.shift(line.from);
      const data = line.curve || this.points(line);
      if (!data?.n) continue;
      if (line.curve && (data.t[0] > to + shift || data.t[data.n - 1] < from + shift)) continue;
      if (line.curve) {
        const { a, b } = part(data, from + shift, to + shift);
        const step = Math.max(1, Math.floor((b - a) / 4000));
        for (let i = a; i < b; i += step) {
          const reach = line.band ? 2 * data.sigma[i] : 0;
          lo = Math.min(lo, data.value[i] - reach);
          hi = Math.max(hi, data.value[i] + reach);
        }
        continue;
      }
      for (const { from: tier, a, b } of steps(data, from + shift, to + shift, (to - from) / this.box.clientWidth)) {
        for (let i = a; i < b; i++) {
          if (tier.lo[i] < lo) lo = tier.lo[i];
          if (tier.hi[i] > hi) hi = tier.hi[i];
        }
      }
    }
    if (id === 'residual') {
      lo = Math.min(lo, -3);
      hi = Math.max(hi, 3);
    }
    if (!(lo <= hi)) [lo, hi] = [0, 1 / (SCALE[id] || 1)];
    if (id === 'temperature' && this.view.mode !== 'whole') {
      const reach = 0.6 * (hi - lo + 0.02);
      const close = this.limits().map(([, , value]) => value).filter((value) => value > lo - reach && value < hi + reach);
      lo = Math.min(lo, ...close);
      hi = Math.max(hi, ...close);
    }
    const edge = Math.max((hi - lo) * 0.07, Math.abs(hi) * 1e-4, 1e-12);
    const scale = SCALE[id] || 1;
    return [(lo - edge) * scale, (hi + edge) * scale];
  }

  limits() {
    const l = this.feed.snapshot.limits || {};
    return [
      ['sudden', 'sudden limit', l.sudden_k, [14, 5]],
      ['completed', 'completed', l.completed_k, [2, 4]],
      ['reachable', 'reachable', l.reachable_k, [10, 4, 2, 4]],
    ].filter(([, , value]) => isNumber(value));
  }

  draw(u, id) {
    if (!this.feed) return;
    const g = u.ctx;
    const { left, top, width, height } = u.bbox;
    g.save();
    g.beginPath();
    g.rect(left, top, width, height);
    g.clip();
    const ratio = window.devicePixelRatio || 1;
    this.marks(u, g, ratio);
    if (id === 'residual') this.corridor(u, g);
    if (id === 'temperature') this.drawLimits(u, g, ratio);
    for (const line of this.lines(id)) {
      if (line.curve) this.curve(u, g, line, ratio, SCALE[id] || 1);
      else this.trace(u, g, line, ratio, SCALE[id] || 1);
    }
    g.restore();
    if (id === 'temperature') this.limitWords(u, g, ratio);
  }

  /** Where phases begin, and the ramp. */
  marks(u, g, ratio) {
    g.strokeStyle = this.colours.phase;
    g.lineWidth = ratio;
    g.setLineDash([2 * ratio, 6 * ratio]);
    for (const phase of this.feed.snapshot.phases || []) {
      if (!isNumber(phase.began_rig_s)) continue;
      const x = u.valToPos(phase.began_rig_s - this.zero, 'x', true);
      g.beginPath();
      g.moveTo(x, u.bbox.top);
      g.lineTo(x, u.bbox.top + u.bbox.height);
      g.stroke();
    }
    g.setLineDash([]);
    const a = this.feed.snapshot.axis || {};
    if (isNumber(a.zero_rig_s)) {
      const x0 = u.valToPos(a.zero_rig_s - this.zero, 'x', true);
      const x1 = isNumber(a.ramp_end_rig_s) ? u.valToPos(a.ramp_end_rig_s - this.zero, 'x', true) : x0;
      g.fillStyle = this.colours.ramp;
      g.fillRect(x0, u.bbox.top, Math.max(ratio, x1 - x0), u.bbox.height);
    }
  }

  corridor(u, g) {
    const y = (v) => u.valToPos(v, 'y', true);
    g.fillStyle = this.colours.band;
    g.fillRect(u.bbox.left, y(2), u.bbox.width, y(-2) - y(2));
    g.strokeStyle = this.colours.text;
    g.lineWidth = 1;
    g.beginPath();
    g.moveTo(u.bbox.left, y(0));
    g.lineTo(u.bbox.left + u.bbox.width, y(0));
    g.stroke();
  }

  drawLimits(u, g, ratio) {
    for (const [, , value, dash] of this.limits()) {
      const y = u.valToPos(value, 'y', true);
      g.strokeStyle = this.colours.limit;
      g.lineWidth = 1.3 * ratio;
      g.setLineDash(dash.map((d) => d * ratio));
      g.beginPath();
      g.moveTo(u.bbox.left, y);
      g.lineTo(u.bbox.left + u.bbox.width, y);
      g.stroke();
    }
    g.setLineDash([]);
  }

  /** Names at the left of their lines, moved apart where they would overlap. */
  limitWords(u, g, ratio) {
    g.save();
    g.font = `${11 * ratio}px system-ui, sans-serif`;
    g.textAlign = 'left';
    g.textBaseline = 'bottom';
    const shown = this.limits()
      .map(([, name, value]) => ({ name: `${name} ${figure(value, 3)} K`, y: u.valToPos(value, 'y', true) }))
      .filter((w) => w.y > u.bbox.top + 12 * ratio && w.y < u.bbox.top + u.bbox.height)
      .sort((a, b) => a.y - b.y);
    let last = -Infinity;
    for (const word of shown) {
      const y = Math.max(word.y - 1, last + 12 * ratio);
      last = y;
      const w = g.measureText(word.name).width;
      g.fillStyle = this.colours.paper;
      g.globalAlpha = 0.75;
      g.fillRect(u.bbox.left + 4 * ratio, y - 12 * ratio, w + 6 * ratio, 12 * ratio);
      g.globalAlpha = 1;
      g.fillStyle = this.colours.limit;
      g.fillText(word.name, u.bbox.left + 7 * ratio, y);
    }
    g.restore();
  }

  curve(u, g, line, ratio, scale) {
    const { t, value, sigma, n } = line.curve;
    const shift = this.shift(line.from);
    const a = Math.max(0, firstAt(t, n, this.view.from + shift) - 1);
    const b = Math.min(n, firstAt(t, n, this.view.to + shift) + 1);
    const step = Math.max(1, Math.floor((b - a) / (2 * u.bbox.width)));
    const x = (i) => u.valToPos(t[i] - shift, 'x', true);
    const y = (v) => u.valToPos(v * scale, 'y', true);
    if (line.band && b > a) {
      g.fillStyle = this.colours.predictedBand;
      g.beginPath();
      for (let i = a; i < b; i += step) g.lineTo(x(i), y(value[i] + 2 * sigma[i]));
      for (let i = b - 1; i >= a; i -= step) g.lineTo(x(i), y(value[i] - 2 * sigma[i]));
      g.closePath();
      g.fill();
    }
    g.strokeStyle = line.colour;
    g.lineWidth = line.width * ratio;
    g.setLineDash(line.dash.map((d) => d * ratio));
    g.beginPath();
    for (let i = a; i < b; i += step) g.lineTo(x(i), y(value[i]));
    g.stroke();
    g.setLineDash([]);
  }

  /** A column of pixels has its lowest and highest; nothing in between is lost. */
  trace(u, g, line, ratio, scale) {
    const data = this.points(line);
    if (!data?.n) return;
    const shift = this.shift(line.from);
    const fine = part(data, this.view.from + shift, this.view.to + shift);
    const xs = u.bbox.width / (this.view.to - this.view.from);
    const x0 = u.bbox.left - (this.view.from + shift) * xs;
    const min = u.scales.y.min / scale;
    const max = u.scales.y.max / scale;
    const ys = u.bbox.height / (max - min);
    const y0 = u.bbox.top + u.bbox.height;
    g.strokeStyle = line.colour;
    // Noise fills its columns anyway; a thin line is painted several times as fast.
    const isDense = fine.b - fine.a > 2 * u.bbox.width;
    g.lineWidth = isDense ? ratio : line.width * ratio;
    g.lineJoin = isDense ? 'bevel' : 'round';
    g.setLineDash(isDense ? [] : line.dash.map((d) => d * ratio));
    g.beginPath();
    let column = -1e9;
    let low = NaN;
    let high = NaN;
    let isUp = false;
    let end = NaN;
    const flush = (x) => {
      if (Number.isNaN(low)) {
        isUp = false;
        return;
      }
      const yl = y0 - (low - min) * ys;
      const yh = y0 - (high - min) * ys;
      // The nearer end first: a fall within one column is drawn as a fall.
      const isFall = isUp && Math.abs(yh - end) < Math.abs(yl - end);
      const begin = isFall ? yh : yl;
      end = isFall ? yl : yh;
      if (isUp) g.lineTo(x, begin);
      else g.moveTo(x, begin);
      if (end !== begin) g.lineTo(x, end);
      else if (!isUp) g.lineTo(x + 0.01, begin);
      isUp = true;
    };
    for (const { from, a, b } of steps(data, this.view.from + shift, this.view.to + shift, 1 / xs)) {
      const { t, lo, hi } = from;
      for (let i = a; i < b; i++) {
        const x = Math.round(x0 + t[i] * xs);
        if (x !== column) {
          if (column > -1e9) flush(column);
          column = x;
          low = lo[i];
          high = hi[i];
        } else {
          if (Number.isNaN(low) || lo[i] < low) low = lo[i];
          if (Number.isNaN(high) || hi[i] > high) high = hi[i];
        }
      }
    }
    if (column > -1e9) flush(column);
    g.stroke();
    g.setLineDash([]);
    // Where readings are rare each is marked: between them the line is only a guess.
    if (fine.b - fine.a < u.bbox.width / (8 * ratio)) {
      const { t, lo } = data;
      g.fillStyle = line.colour;
      for (let i = fine.a; i < fine.b; i++) {
        if (Number.isNaN(lo[i])) continue;
        g.beginPath();
        g.arc(x0 + t[i] * xs, y0 - (lo[i] - min) * ys, 2.5 * ratio, 0, 2 * Math.PI);
        g.fill();
      }
    }
  }

  /** Views that are drawn from what is here anyway. */
  isWide() {
    return this.view.mode === 'last' || this.view.mode === 'whole';
  }

  /** Nothing is still to come that would be drawn more finely. */
  isFine() {
    return this.isWide() || (this.refined && [this.feed, ...this.overlays].every((feed) => feed.asked.size === 0));
  }

  /** Asks for the part in view where what is here is coarser than the screen. */
  refine() {
    if (this.isWide()) return;
    const now = performance.now();
    const key = `${this.view.from}:${this.view.to}`;
    if (key !== this.refineKey) {
      this.refineKey = key;
      this.refineAt = now + 150;
      this.refined = false;
    }
    if (this.refined || now < this.refineAt) return;
    this.refined = true;
    const most = Math.min(4000, 2 * this.box.clientWidth);
    for (const feed of [this.feed, ...this.overlays]) {
      const shift = this.shift(feed);
      for (const id of ['field', 'temperature', 'bath', 'residual', 'heat']) {
        const s = feed.series.get(id);
        if (!s?.n) continue;
        const a = Math.max(0, firstAt(s.t, s.n, this.view.from + shift) - 1);
        const b = Math.min(s.n, firstAt(s.t, s.n, this.view.to + shift) + 1);
        let isCoarse = false;
        for (let i = a; i < b && !isCoarse; i++) isCoarse = s.lo[i] !== s.hi[i] && !Number.isNaN(s.lo[i]);
        if (isCoarse) feed.want(id, this.view.from + shift, this.view.to + shift, most);
      }
    }
  }

  point(u) {
    const at = u.cursor.left >= 0 ? u.posToVal(u.cursor.left, 'x') : NaN;
    this.crosshair = at;
    const out = byId('readout');
    if (!isNumber(at) || !this.feed) {
      out.textContent = '';
      return;
    }
    const parts = [`at ${time(at)} s`];
    for (const [id, unit, digits] of [['field', 'T', 4], ['temperature', 'K', 4], ['residual', 'σ', 1], ['heat', 'J', 9]]) {
      const s = this.points({ from: this.feed, series: id });
      if (!s?.n) continue;
      const i = Math.min(s.n - 1, firstAt(s.t, s.n, at + this.zero));
      const v = (s.lo[i] + s.hi[i]) / 2;
      if (isNumber(v)) parts.push(id === 'heat' ? `Q ${figure(1e6 * v, 2)} µJ` : `${id === 'field' ? 'B' : id === 'temperature' ? 'T' : ''} ${figure(v, digits)} ${unit}`);
    }
    out.textContent = parts.join('   ');
  }
}

/** Seconds for people: as many digits as the size asks for. */
export function time(s) {
  if (!isNumber(s)) return '–';
  const size = Math.abs(s);
  const text = size === 0 ? '0' : size < 1 ? String(Number(s.toPrecision(5))) : String(Number(s.toFixed(4)));
  return text.replace('-', '−');
}

/** As many digits as a span asks for. */
function near(s, span) {
  return s.toFixed(Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(span))))).replace('-', '−');
}

/** Which points lie in a part of the axis, one more on either side. */
function part(data, from, to) {
  return { a: Math.max(0, firstAt(data.t, data.n, from) - 1), b: Math.min(data.n, firstAt(data.t, data.n, to) + 1) };
}

/**
 * What to go through between two times: a group of readings where it is over within so many seconds, else what is in it, so that
 * rare readings before a fast part stay apart.
 */
function steps(data, from, to, seconds) {
  const tiers = [data];
  while (tiers.at(-1).coarser?.n > 0) tiers.push(tiers.at(-1).coarser);
  const parts = tiers.map((tier) => part(tier, from, to));
  const all = [];
  const add = (tier, a, b) => {
    const last = all.at(-1);
    if (last?.from === tier && last.b === a) last.b = b;
    else if (a < b) all.push({ from: tier, a, b });
  };
  const go = (k, first, beyond) => {
    const a = Math.max(first, parts[k].a);
    const b = Math.min(beyond, parts[k].b);
    if (k === 0) {
      add(data, a, b);
      return;
    }
    const tier = tiers[k];
    const finer = tiers[k - 1];
    for (let g = a; g < b; g++) {
      const end = g + 1 < tier.n ? tier.t[g + 1] : finer.t[(g << 4) + 15];
      if (end - tier.t[g] <= seconds) add(tier, g, g + 1);
      else go(k - 1, g << 4, (g + 1) << 4);
    }
  };
  // The newest of each tier are not yet in a group of the next one.
  for (let k = tiers.length - 1; k >= 0; k--) go(k, k + 1 < tiers.length ? tiers[k + 1].n << 4 : 0, tiers[k].n);
  return all;
}

function short(v) {
  if (v === 0) return '0';
  const size = Math.abs(v);
  const text = size < 1e-3 || size >= 1e5 ? v.toExponential(1).replace('e-', 'e−') : String(Number(v.toPrecision(6)));
  return text.replace(/^-/, '−');
}
