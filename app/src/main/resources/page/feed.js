// One run as it comes by WebSocket: its series, curves and snapshot. Starts anew after every break.
import { isNumber } from './server.js';

const MOST = 1 << 20;

/** Times, lows and highs that grow; each 16 of them are one of the next tier, which is drawn where they are closer than pixels. */
class Points {
  constructor(depth = 3) {
    this.n = 0;
    this.t = new Float64Array(1024);
    this.lo = new Float64Array(1024);
    this.hi = new Float64Array(1024);
    this.coarser = depth > 1 ? new Points(depth - 1) : null;
  }

  add(t, lo, hi) {
    this.reserve(t.length);
    this.t.set(t, this.n);
    this.lo.set(lo, this.n);
    this.hi.set(hi, this.n);
    this.n += t.length;
    if (this.n > MOST && this.coarser) this.merge();
    this.gather();
  }

  reserve(more) {
    const need = this.n + more;
    if (need <= this.t.length) return;
    for (const key of ['t', 'lo', 'hi']) {
      const larger = new Float64Array(Math.max(need, 2 * this[key].length));
      larger.set(this[key].subarray(0, this.n));
      this[key] = larger;
    }
  }

  /** Whole groups that the next tier has not yet. */
  gather() {
    const next = this.coarser;
    if (!next) return;
    const groups = this.n >> 4;
    next.reserve(Math.max(0, groups - next.n));
    for (let g = next.n; g < groups; g++) {
      let low = NaN;
      let high = NaN;
      for (let i = g << 4; i < (g + 1) << 4; i++) {
        low = least(low, this.lo[i]);
        high = most(high, this.hi[i]);
      }
      next.t[g] = this.t[g << 4];
      next.lo[g] = low;
      next.hi[g] = high;
    }
    next.n = Math.max(next.n, groups);
    next.gather();
  }

  /**
   * The older ones as lows and highs of equal times: a page that is open for days does not grow, and where readings are rare
   * each of them stays.
   */
  merge() {
    const { t, lo, hi } = this;
    const old = this.n - (MOST >> 2);
    const span = (t[old] - t[0]) / (MOST >> 1);
    const bin = (i) => Math.floor((t[i] - t[0]) / span);
    let last = 0;
    for (let i = 1; i < old; i++) {
      if (bin(i) === bin(last)) {
        lo[last] = least(lo[last], lo[i]);
        hi[last] = most(hi[last], hi[i]);
      } else {
        last++;
        t[last] = t[i];
        lo[last] = lo[i];
        hi[last] = hi[i];
      }
    }
    for (const points of [t, lo, hi]) points.copyWithin(last + 1, old, this.n);
    this.n -= old - last - 1;
    for (let tier = this.coarser; tier; tier = tier.coarser) tier.n = 0;
  }
}

function least(a, b) {
  return Number.isNaN(a) || b < a ? b : a;
}

function most(a, b) {
  return Number.isNaN(a) || b > a ? b : a;
}

/** Number of the first of n ascending times that is not before t. */
export function firstAt(times, n, t) {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class Feed {
  /** @param changed called when anything came */
  constructor(run, changed) {
    this.run = run;
    this.changed = changed;
    this.closed = false;
    this.state = 'connecting';
    this.heardAt = 0;
    this.frames = 0;
    this.pause = 250;
    this.asked = new Map();
    this.questions = 0;
    this.wakes = 0;
    this.forget();
    this.connect();
    this.tickAt = performance.now();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  forget() {
    this.series = new Map();
    this.curves = new Map();
    this.details = new Map();
    this.sweep = new Map();
    this.sweepAt = NaN;
    this.heads = { series: [], curves: [] };
    this.snapshot = this.snapshot || {};
  }

  connect() {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(`${scheme}//${location.host}/runs/${encodeURIComponent(this.run)}/live`);
    socket.binaryType = 'arraybuffer';
    let isFresh = true;
    socket.onmessage = (message) => {
      if (this.socket !== socket) return;
      if (isFresh) {
        isFresh = false;
        this.forget();
        this.state = 'connected';
        this.pause = 250;
      }
      this.heardAt = performance.now();
      if (typeof message.data === 'string') this.text(JSON.parse(message.data));
      else this.binary(message.data);
      this.changed(this);
    };
    socket.onclose = (closed) => {
      if (this.socket !== socket || this.closed) return;
      this.state = closed.code === 4404 ? 'gone' : 'broken';
      if (isFresh) this.refused?.();
      this.changed(this);
      this.again();
    };
    this.socket = socket;
  }

  again() {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      if (!this.closed) this.connect();
    }, this.pause);
    this.pause = Math.min(5000, this.pause * 2);
  }

  /** A long gap between two ticks is a sleep: the socket may be dead without knowing. */
  tick() {
    const now = performance.now();
    const slept = now - this.tickAt > 8000;
    const silent = this.state === 'connected' && now - this.heardAt > 8000;
    this.tickAt = now;
    if (slept || silent) {
      this.wakes++;
      this.state = 'broken';
      const old = this.socket;
      this.socket = null;
      old?.close();
      this.connect();
    }
    this.changed(this);
  }

  close() {
    this.closed = true;
    clearInterval(this.timer);
    clearTimeout(this.retry);
    this.socket?.close();
  }

  /** Seconds since the last message. */
  age() {
    return this.heardAt ? (performance.now() - this.heardAt) / 1000 : NaN;
  }

  text(said) {
    if (said.kind === 'snapshot') {
      this.snapshot = said.snapshot;
      this.snapshots = (this.snapshots || 0) + 1;
      this.keepSweep();
    } else if (said.kind === 'heads') {
      this.heads = said;
      for (const one of said.series) {
        if (!this.series.has(one.id)) this.series.set(one.id, Object.assign(new Points(), one));
      }
    }
  }

  binary(buffer) {
    const view = new DataView(buffer);
    let at = 0;
    while (at < buffer.byteLength) {
      const kind = view.getInt32(at, true);
      const index = view.getInt32(at + 4, true);
      const n = view.getInt32(at + 8, true);
      const question = view.getInt32(at + 12, true);
      const next = view.getFloat64(at + 16, true);
      const column = (k) => new Float64Array(buffer, at + 24 + 8 * n * k, n);
      if (kind === 3) this.curve(index, next, column(0), column(1), column(2));
      else if (kind === 1) this.series.get(this.heads.series[index]?.id)?.add(column(0), column(1), column(2));
      else this.detail(question, column(0), column(1), column(2));
      at += 24 + 24 * n;
    }
    this.frames++;
  }

  curve(index, version, t, value, sigma) {
    const head = this.heads.curves[index];
    if (head) this.curves.set(head.id, { ...head, version, t, value, sigma, n: t.length });
  }

  detail(question, t, lo, hi) {
    const asked = this.asked.get(question);
    if (!asked) return;
    this.asked.delete(question);
    if (asked.isSweep) this.sweep.set(asked.series, { ...asked, t, lo, hi, n: t.length });
    else if (this.details.get(asked.series)?.wanted === question) {
      this.details.set(asked.series, { ...asked, wanted: question, t, lo, hi, n: t.length });
    }
  }

  /** Asks for a part more finely; it is drawn once it is there. */
  want(series, from, to, mostPoints) {
    if (this.socket?.readyState !== 1) return;
    const id = ++this.questions;
    const old = this.details.get(series);
    this.asked.set(id, { series, from, to });
    this.details.set(series, { ...(old || { from: 0, to: -1, n: 0 }), wanted: id });
    this.socket.send(JSON.stringify({ ask: 'points', id, series, from, to, most: mostPoints }));
  }

  /** The sweep is asked for once it is there, and kept: the server of a run ends with it, and what comes by itself may be coarse. */
  keepSweep() {
    const { zero_rig_s: zero, ramp_end_rig_s: end } = this.snapshot.axis || {};
    if (!isNumber(zero) || !isNumber(end) || zero === this.sweepAt || this.isOver() || this.socket?.readyState !== 1) return;
    const [from, to] = [zero - (end - zero), zero + 3 * (end - zero)];
    const there = this.series.get('temperature');
    if (!there?.n || there.t[there.n - 1] < to) return;
    this.sweepAt = zero;
    for (const series of ['field', 'temperature']) {
      const id = ++this.questions;
      this.asked.set(id, { series, from, to, isSweep: true });
      this.socket.send(JSON.stringify({ ask: 'points', id, series, from, to, most: 4000 }));
    }
  }

  /** Rig time of the ramp's start, or where it is expected; NaN if neither is known. */
  zero() {
    const axis = this.snapshot.axis || {};
    if (isNumber(axis.zero_rig_s)) return axis.zero_rig_s;
    return isNumber(axis.expected_zero_rig_s) ? axis.expected_zero_rig_s : NaN;
  }

  rampEnd() {
    return this.snapshot.axis?.ramp_end_rig_s ?? NaN;
  }

  /** Rig time of the first and last thing known. */
  extent() {
    let from = Infinity;
    let to = -Infinity;
    for (const id of ['field', 'temperature', 'bath']) {
      const s = this.series.get(id);
      if (s?.n) {
        from = Math.min(from, s.t[0]);
        to = Math.max(to, s.t[s.n - 1]);
      }
    }
    return from < to ? [from, to] : [0, 1];
  }

  /** Rig time up to which anything is known or, while the run goes on, expected. */
  end() {
    const last = this.extent()[1];
    const curve = this.curves.get('temperature');
    return curve?.n && !this.isOver() ? Math.max(last, curve.t[curve.n - 1]) : last;
  }

  isOver() {
    return this.snapshot.end?.is_over === true;
  }
}
