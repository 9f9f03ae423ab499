/*
 * Checks a public random draw by the definition ssj-draw/1, from its five files and its transcript alone.
 *
 *   node verify.mjs FOLDER        exit 0: it holds; 1: the named stage does not; 2: input is missing or malformed
 *
 * Written from the text of the definition, apart from the system that drew. No dependencies, no network. The file has
 * no import and no export, so that a page may load it as an ordinary script, saved on a disk too; what others use is
 * in globalThis.ssjDraw.
 */
(() => {
  'use strict';

  const SPEC = 'ssj-draw/1';
  const FILES = ['params.json', 'candidates.jsonl', 'excluded.jsonl', 'inspectors.jsonl', 'recusals.jsonl'];
  const TRANSCRIPT = 'transcript.json';
  const STAGES = [
    ['files', '文件摘要'], ['freeze', '冻结值'], ['lists', '名单规则'], ['seed', '种子'],
    ['allocation', '各层数量'], ['selection', '抽中对象'], ['teams', '检查人员'], ['events', '抽取后事件'],
  ];
  const LARGEST_INT = 2147483647;

  class Malformed extends Error {
    constructor(file, line, reason) {
      super(file + (line > 0 ? ` 第 ${line} 行` : '') + '：' + reason);
      Object.assign(this, { name: 'Malformed', file, line });
    }
  }

  class StageFailed extends Error {
    constructor(stage, expected, found) {
      super(`${stage}：应为 ${expected}；实为 ${found}`);
      Object.assign(this, { name: 'StageFailed', stage, expected, found });
    }
  }

  // ---------------------------------------------------------------- SHA-256 (FIPS 180-4)

  const K = new Int32Array(64);
  const START = new Int32Array(8);
  (() => {
    const primes = [];
    for (let n = 2; primes.length < 64; n++) {
      if (primes.every((p) => n % p !== 0)) primes.push(n);
    }
    // The first 32 bits of the fractional part of a root, exactly: floor(root(p * 2^(32 * degree))) mod 2^32.
    const fraction = (prime, degree) => {
      const wanted = BigInt(prime) << BigInt(32 * degree);
      let root = 0n;
      for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) {
        if ((root + bit) ** BigInt(degree) <= wanted) root += bit;
      }
      return Number(BigInt.asIntN(32, root));
    };
    primes.forEach((prime, i) => { K[i] = fraction(prime, 3); });
    for (let i = 0; i < 8; i++) START[i] = fraction(primes[i], 2);
  })();

  const W = new Int32Array(64);

  function compress(state, bytes, at) {
    for (let i = 0; i < 16; i++, at += 4) {
      W[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (let i = 16; i < 64; i++) {
      const x = W[i - 15];
      const y = W[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
    }
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let d = state[3];
    let e = state[4];
    let f = state[5];
    let g = state[6];
    let h = state[7];
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    state[0] += a; state[1] += b; state[2] += c; state[3] += d;
    state[4] += e; state[5] += f; state[6] += g; state[7] += h;
  }

  /** A hash that has read a beginning once and then finishes it with many endings; gives eight 32-bit words. */
  class Beginning {
    constructor(bytes) {
      this.state = START.slice();
      let at = 0;
      for (; at + 64 <= bytes.length; at += 64) compress(this.state, bytes, at);
      this.rest = bytes.slice(at);
      this.length = bytes.length;
    }

    end(bytes) {
      const state = this.state.slice();
      const used = this.rest.length + bytes.length;
      const tail = new Uint8Array(Math.ceil((used + 9) / 64) * 64);
      tail.set(this.rest);
      tail.set(bytes, this.rest.length);
      tail[used] = 0x80;
      const bits = new DataView(tail.buffer);
      const total = this.length + bytes.length;
      bits.setUint32(tail.length - 8, Math.floor(total / 0x20000000));
      bits.setUint32(tail.length - 4, (total << 3) >>> 0);
      for (let at = 0; at < tail.length; at += 64) compress(state, tail, at);
      return Uint32Array.from(state, (word) => word >>> 0);
    }
  }

  const encoder = new TextEncoder();
  const NOTHING = new Uint8Array(0);
  const hex = (words) => Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  const sha256 = (bytes) => hex(new Beginning(bytes).end(NOTHING));

  /** H(l1, ..., ln) of section 1. */
  const H = (...lines) => sha256(encoder.encode([SPEC, ...lines].join('\n')));

  /** Tickets H(lines..., last) for many last lines. */
  const ticketsOf = (...lines) => {
    const beginning = new Beginning(encoder.encode([SPEC, ...lines, ''].join('\n')));
    return (last) => beginning.end(encoder.encode(last));
  };

  function compareWords(a, b) {
    for (let i = 0; i < 8; i++) {
      if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
    }
    return 0;
  }

  // ---------------------------------------------------------------- lines and their order (section 1)

  /** Order of the UTF-8 bytes, which is the order of code points and not that of JavaScript's 16-bit units. */
  function compareIds(a, b) {
    const shorter = Math.min(a.length, b.length);
    for (let i = 0; i < shorter; i++) {
      let x = a.charCodeAt(i);
      let y = b.charCodeAt(i);
      if (x !== y) {
        if (x >= 0xd800 && y >= 0xd800) {
          x += x >= 0xe000 ? -0x800 : 0x2000;
          y += y >= 0xe000 ? -0x800 : 0x2000;
        }
        return x - y;
      }
    }
    return a.length - b.length;
  }

  const PLAIN = /^[ -~]+$/;
  const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
  const LONE = /\p{Surrogate}/u;
  const HEX64 = /^[0-9a-f]{64}$/;

  function lineProblem(text) {
    if (text === '') return '不得为空';
    if (PLAIN.test(text)) return null;
    if (FORBIDDEN.test(text)) return '含控制字符或换行符';
    if (LONE.test(text)) return '不是完整的 Unicode 字符';
    return text.normalize('NFC') === text ? null : '不是 NFC 规范形式';
  }

  // ---------------------------------------------------------------- JSON, strictly, with line numbers

  class Value {
    constructor(file, line, it) {
      Object.assign(this, { file, line, it });
    }

    bad(reason) {
      return new Malformed(this.file, this.line, reason);
    }

    map() {
      if (!(this.it instanceof Map)) throw this.bad('应为 JSON 对象');
      return this.it;
    }

    /** The object's members; all of the wanted must be there, and no others than the wanted and the optional. */
    members(wanted, optional = []) {
      for (const [name, value] of this.map()) {
        if (!wanted.includes(name) && !optional.includes(name)) throw value.bad(`不认识的键 ${name}`);
      }
      for (const name of wanted) {
        if (!this.it.has(name)) throw this.bad(`缺少 ${name}`);
      }
      return Object.fromEntries(this.it);
    }

    /** An object whose keys are lines, as a map. */
    named(read) {
      const named = new Map();
      for (const [name, value] of this.map()) {
        const problem = lineProblem(name);
        if (problem) throw value.bad(`键${problem}`);
        named.set(name, read(value));
      }
      return named;
    }

    list() {
      if (!Array.isArray(this.it)) throw this.bad('应为列表');
      return this.it;
    }

    text() {
      if (typeof this.it !== 'string') throw this.bad('应为字符串');
      const problem = lineProblem(this.it);
      if (problem) throw this.bad(`字符串${problem}`);
      return this.it;
    }

    oneOf(...texts) {
      if (!texts.includes(this.text())) throw this.bad(`应为 ${texts.join('、')} 之一`);
      return this.it;
    }

    hash() {
      if (!HEX64.test(this.text())) throw this.bad('应为 64 位小写十六进制数');
      return this.it;
    }

    integer() {
      if (typeof this.it !== 'number') throw this.bad('应为整数');
      return this.it;
    }

    count() {
      const number = this.integer();
      if (number < 0 || number > LARGEST_INT) throw this.bad('应为不小于 0 的整数');
      return number;
    }
  }

  /** @param oneLine whether the text is one line of a file of lines */
  function parseJson(file, text, line, oneLine) {
    let at = 0;
    const bad = (reason) => new Malformed(file, line, reason);
    const space = () => {
      for (; at < text.length; at++) {
        const c = text[at];
        if (c === '\n' && !oneLine) line++;
        else if (c !== ' ' && c !== '\t' && c !== '\r') return;
      }
    };
    const peek = () => {
      if (at >= text.length) throw bad('JSON 不完整');
      return text[at];
    };
    const expect = (c) => {
      if (peek() !== c) throw bad(`此处应为 ${c}`);
      at++;
    };
    const string = () => {
      expect('"');
      let value = '';
      for (let from = at; ; at++) {
        const c = peek();
        if (c < ' ') throw bad('字符串中有未转义的控制字符');
        if (c !== '"' && c !== '\\') continue;
        value += text.slice(from, at);
        if (c === '"') {
          at++;
          return value;
        }
        const escape = /^\\(?:(["\\/bfnrt])|u([0-9a-fA-F]{4}))/.exec(text.slice(at, at + 6));
        if (!escape) throw bad('无法识别的转义');
        value += escape[2] ? String.fromCharCode(parseInt(escape[2], 16))
          : { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }[escape[1]] ?? escape[1];
        at += escape[0].length - 1;
        from = at + 1;
      }
    };
    const several = (close, item) => {
      at++;
      space();
      if (peek() === close) {
        at++;
        return;
      }
      for (;;) {
        space();
        item();
        space();
        if (peek() === close) {
          at++;
          return;
        }
        expect(',');
      }
    };
    const value = (depth) => {
      if (depth > 20) throw bad('嵌套过深');
      const c = peek();
      const begins = line;
      let it;
      if (c === '{') {
        it = new Map();
        several('}', () => {
          if (peek() !== '"') throw bad('应为键名');
          const name = string();
          space();
          expect(':');
          space();
          if (it.has(name)) throw bad(`键 ${name} 重复`);
          it.set(name, value(depth + 1));
        });
      } else if (c === '[') {
        it = [];
        several(']', () => it.push(value(depth + 1)));
      } else if (c === '"') {
        it = string();
      } else {
        const word = /^(?:true|false|null|-?(?:0|[1-9][0-9]{0,14})(?![0-9.eE]))/.exec(text.slice(at, at + 18));
        if (!word) throw bad('应为 JSON 的值，数只能是整数');
        at += word[0].length;
        it = { true: true, false: false, null: null }[word[0]];
        if (it === undefined) it = Number(word[0]);
      }
      return new Value(file, begins, it);
    };
    space();
    const whole = value(0);
    space();
    if (at < text.length) throw bad('JSON 之后还有多余内容');
    return whole;
  }

  function decode(file, bytes) {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    try {
      return strict.decode(bytes);
    } catch {
      for (let line = 1, from = 0; ; line++) {
        const end = bytes.indexOf(10, from);
        try {
          strict.decode(bytes.subarray(from, end < 0 ? bytes.length : end));
        } catch {
          throw new Malformed(file, line, '不是 UTF-8 编码');
        }
        from = end + 1;
      }
    }
  }

  // ---------------------------------------------------------------- time for the page

  /** Lets the page breathe between slices of work, and tells how far a stage has come. */
  class Pace {
    constructor(progress) {
      this.progress = progress;
      this.last = Date.now();
    }

    async at(stage, done, total) {
      if (Date.now() - this.last > 24) {
        this.progress(stage, done, total);
        await new Promise((resolve) => { setTimeout(resolve); });
        this.last = Date.now();
      }
    }
  }

  // ---------------------------------------------------------------- the five files (section 2)

  class Lists {
    constructor(files, pace) {
      Object.assign(this, { files, pace, broken: null });
    }

    /** Well-formed, but against a rule: the first one fails the stage "lists". */
    breaks(value, reason) {
      this.broken ??= new Malformed(value.file, value.line, reason).message;
    }

    bounded(value, least, most) {
      const number = value.integer();
      if (number < least || number > most) this.breaks(value, `应在 ${least} 与 ${most} 之间，实为 ${number}`);
      return number;
    }

    unique(value, items) {
      if (new Set(items).size < items.length) this.breaks(value, '有重复');
    }

    async read() {
      this.params();
      await this.objects();
      await this.people();
      return this;
    }

    params() {
      const json = parseJson(FILES[0], decode(FILES[0], this.files[FILES[0]]), 1, false);
      const it = json.members(
        ['spec', 'drawId', 'title', 'ratio', 'strata', 'departments', 'teams', 'slack', 'publicValue'], ['planned']);
      it.spec.oneOf(SPEC);
      it.title.text();
      const ratio = it.ratio.members(['kind', 'basisPoints']);
      const publicValue = it.publicValue.members(['kind', 'source']);
      this.drawId = it.drawId.text();
      this.basisPoints = this.bounded(ratio.basisPoints, 1, 10000);
      this.planned = it.planned ? this.bounded(it.planned, 0, LARGEST_INT) : 0;
      if (ratio.kind.oneOf('atLeast', 'exact') === 'exact' && it.planned) {
        this.breaks(it.planned, 'planned 只能与 atLeast 同用');
      }
      this.strata = it.strata.list().map((item) => {
        const stratum = item.members(['code', 'weight']);
        return { code: stratum.code.text(), weight: this.bounded(stratum.weight, 1, 1000000) };
      });
      this.unique(it.strata, this.strata.map((s) => s.code));
      if (this.strata.some((s, i) => i > 0 && s.weight <= this.strata[i - 1].weight)) {
        this.breaks(it.strata, '权重应随风险严格递增');
      }
      this.departments = it.departments.list().map((d) => d.text());
      this.unique(it.departments, this.departments);
      this.departments.sort(compareIds);
      this.demands = it.teams.list().map((item) => {
        const team = item.members(['department', 'count', 'labels']);
        return {
          department: team.department.text(),
          count: this.bounded(team.count, 2, LARGEST_INT),
          labels: team.labels.named((minimum) => this.bounded(minimum, 0, LARGEST_INT)),
        };
      });
      this.unique(it.teams, this.demands.map((d) => d.department));
      this.demands.sort((a, b) => compareIds(a.department, b.department));
      this.slack = this.bounded(it.slack, 0, LARGEST_INT);
      this.publicKind = publicValue.kind.oneOf('dice', 'lottery', 'drand', 'none');
      this.publicSource = publicValue.source.text();
    }

    async lines(file, read) {
      const text = decode(file, this.files[file]);
      let line = 0;
      for (let from = 0; from < text.length; ) {
        const end = text.indexOf('\n', from);
        line++;
        if (end < 0) throw new Malformed(file, line, '行末缺少换行符');
        if (end === from) throw new Malformed(file, line, '空行');
        if (text[end - 1] === '\r') throw new Malformed(file, line, '行末应为一个 LF，不是 CRLF');
        read(parseJson(file, text.slice(from, end), line, true));
        from = end + 1;
        await this.pace.at('lists', line, line + (text.length - from) / (from / line));
      }
    }

    ascending(value, order) {
      if (order >= 0) this.breaks(value, '与上一行重复，或没有按 UTF-8 字节升序排列');
    }

    async objects() {
      this.candidates = new Map();
      const strata = new Map(this.strata.map((s, i) => [s.code, i]));
      let last = '';
      await this.lines('candidates.jsonl', (line) => {
        const it = line.members(['id', 'stratum'], ['unrated']);
        const id = it.id.text();
        if (it.unrated && it.unrated.it !== true) throw it.unrated.bad('unrated 只能是 true');
        if (!strata.has(it.stratum.text())) this.breaks(line, `未声明的层 ${it.stratum.it}`);
        this.ascending(line, compareIds(last, id));
        last = id;
        this.candidates.set(id, strata.get(it.stratum.it));
      });
      this.excluded = new Map();
      last = '';
      await this.lines('excluded.jsonl', (line) => {
        const it = line.members(['id', 'reason']);
        const id = it.id.text();
        this.ascending(line, compareIds(last, id));
        if (this.candidates.has(id)) this.breaks(line, `${id} 同时在候选名单中`);
        last = id;
        this.excluded.set(id, it.reason.text());
      });
    }

    async people() {
      this.inspectors = new Map();
      const departments = new Set([...this.departments, ...this.demands.map((d) => d.department)]);
      let last = '';
      await this.lines('inspectors.jsonl', (line) => {
        const it = line.members(['id', 'department', 'labels', 'load']);
        const id = it.id.text();
        const labels = it.labels.list().map((label) => label.text());
        this.unique(line, labels);
        if (!departments.has(it.department.text())) this.breaks(line, `不是参加本次抽取的部门：${it.department.it}`);
        this.ascending(line, compareIds(last, id));
        last = id;
        this.inspectors.set(id, {
          id, department: it.department.it, labels: new Set(labels), load: this.bounded(it.load, 0, LARGEST_INT),
        });
      });
      this.recusals = new Map();
      last = ['', ''];
      await this.lines('recusals.jsonl', (line) => {
        const it = line.members(['inspector', 'object', 'reason']);
        const now = [it.inspector.text(), it.object.text()];
        it.reason.text();
        this.ascending(line, compareIds(last[0], now[0]) || compareIds(last[1], now[1]));
        last = now;
        if (!this.recusals.has(now[1])) this.recusals.set(now[1], new Set());
        this.recusals.get(now[1]).add(now[0]);
      });
    }
  }

  // ---------------------------------------------------------------- the transcript (section 8)

  const texts = (value) => value.list().map((item) => item.text());
  const teamOf = (value) => value.named(texts);
  const given = (value) => value !== undefined && value.it !== null;
  const textOrNull = (value) => (given(value) ? value.text() : null);

  function readTranscript(bytes) {
    const it = parseJson(TRANSCRIPT, decode(TRANSCRIPT, bytes), 1, false).members([
      'spec', 'drawId', 'prev', 'files', 'freeze', 'contributions', 'publicValue', 'seed', 'allocation', 'selected',
      'teams', 'shortfalls', 'events']);
    it.spec.oneOf(SPEC);
    const hashes = it.files.members(FILES);
    const publicValue = it.publicValue.members(['kind', 'source', 'value']);
    return {
      drawId: it.drawId.text(),
      prev: it.prev.hash(),
      files: new Map(FILES.map((name) => [name, hashes[name].hash()])),
      freeze: it.freeze.hash(),
      contributions: it.contributions.named((nonce) => nonce.text()),
      kind: publicValue.kind.text(),
      source: publicValue.source.text(),
      value: publicValue.value.text(),
      seed: it.seed.hash(),
      allocation: it.allocation.named((number) => number.count()),
      selected: it.selected.list().map((item) => {
        const object = item.members(['id', 'stratum', 'ticket']);
        return { id: object.id.text(), stratum: object.stratum.text(), ticket: object.ticket.hash() };
      }),
      teams: it.teams.named(teamOf),
      shortfalls: it.shortfalls.list().map((item) => {
        const place = item.members(['object', 'department', 'missing']);
        return { object: place.object.text(), department: place.department.text(), missing: place.missing.text() };
      }),
      events: it.events.list().map((item) => {
        const event = item.members(['seq', 'type', 'object', 'reason', 'eventHash'],
          ['inspector', 'evidence', 'fresh', 'replacement', 'team']);
        return {
          seq: event.seq.count(),
          type: event.type.text(),
          object: event.object.text(),
          inspector: textOrNull(event.inspector),
          reason: event.reason.text(),
          evidence: textOrNull(event.evidence),
          fresh: textOrNull(event.fresh),
          eventHash: event.eventHash.hash(),
          replacement: textOrNull(event.replacement),
          team: given(event.team) ? teamOf(event.team) : null,
        };
      }),
    };
  }

  // ---------------------------------------------------------------- how many (section 4)

  /** @returns number to take of each stratum, in rising risk */
  function allocate(sizes, weights, basisPoints, planned) {
    if (basisPoints === 10000) return [...sizes];
    const N = sizes.map(BigInt);
    const weight = weights.map(BigInt);
    const taken = N.map(() => 0n);
    const P = N.reduce((a, b) => a + b, 0n);
    let left = (P * BigInt(basisPoints) + 9999n) / 10000n;
    if (left < BigInt(planned)) left = BigInt(planned);
    if (left > P) left = P;

    let open = N.map((_, s) => s).filter((s) => N[s] > 0n);
    const total = () => open.reduce((sum, s) => sum + N[s] * weight[s], 0n);
    for (;;) {
      const T = total();
      const before = left;
      const whole = open.filter((s) => before * weight[s] >= T);
      if (whole.length === 0) break;
      for (const s of whole) {
        taken[s] = N[s];
        left -= N[s];
      }
      open = open.filter((s) => !whole.includes(s));
    }
    if (open.length > 0) {
      const T = total();
      let rest = left;
      for (const s of open) {
        taken[s] = (left * N[s] * weight[s]) / T;
        rest -= taken[s];
      }
      const remainder = (s) => (left * N[s] * weight[s]) % T;
      const byRemainder = [...open].sort((a, b) => {
        const x = remainder(a);
        const y = remainder(b);
        return x === y ? b - a : x > y ? -1 : 1;
      });
      for (let i = 0; i < Number(rest); i++) taken[byRemainder[i]] += 1n;
    }
    let previous = -1;
    for (let s = 0; s < N.length; s++) {
      if (N[s] === 0n) continue;
      let least = 1n;
      if (previous >= 0) {
        least = (taken[previous] * N[s]) / N[previous] + 1n;
        if (least > N[s]) least = N[s];
      }
      if (taken[s] < least) taken[s] = least;
      previous = s;
    }
    return taken.map(Number);
  }

  // ---------------------------------------------------------------- which objects (section 5)

  /** @returns for each stratum its objects {id, stratum, words} in order of (ticket, id) */
  async function orderStrata(lists, seed, pace) {
    const ticket = ticketsOf('object', seed);
    // Tickets are spread evenly: sorted in 256 parts by their first byte, no part keeps the page waiting.
    const parts = lists.strata.map(() => Array.from({ length: 256 }, () => []));
    let done = 0;
    for (const [id, stratum] of lists.candidates) {
      const words = ticket(id);
      parts[stratum][words[0] >>> 24].push({ id, stratum, words });
      await pace.at('selection', ++done, lists.candidates.size);
    }
    for (const part of parts.flat()) {
      part.sort(byTicket);
      await pace.at('selection', done, done);
    }
    return parts.map((stratum) => stratum.flat());
  }

  const byTicket = (a, b) => compareWords(a.words, b.words) || compareIds(a.id, b.id);

  // ---------------------------------------------------------------- who inspects (section 6)

  class Staff {
    constructor(lists) {
      this.lists = lists;
      this.load = new Map();
      this.byDepartment = new Map();
      for (const inspector of lists.inspectors.values()) {
        this.load.set(inspector.id, inspector.load);
        if (!this.byDepartment.has(inspector.department)) this.byDepartment.set(inspector.department, []);
        this.byDepartment.get(inspector.department).push(inspector);
      }
    }

    pool(department, object) {
      const recused = this.lists.recusals.get(object);
      const all = this.byDepartment.get(department) ?? [];
      return recused ? all.filter((inspector) => !recused.has(inspector.id)) : all;
    }

    add(inspectors, loads) {
      for (const id of inspectors) this.load.set(id, this.load.get(id) + loads);
    }

    holders(team, label) {
      return team.filter((id) => this.lists.inspectors.get(id).labels.has(label)).length;
    }

    /** @returns a function from (pool, team) to an inspector id, or null if nobody is left */
    picker(key, object) {
      const words = ticketsOf('inspector', key, object);
      const known = new Map();
      const ticketOf = (id) => {
        if (!known.has(id)) known.set(id, words(id));
        return known.get(id);
      };
      return (pool, team) => {
        const free = pool.filter((inspector) => !team.includes(inspector.id));
        const lowest = free.reduce((least, { id }) => Math.min(least, this.load.get(id)), Infinity);
        let best = null;
        for (const { id } of free) {
          if (this.load.get(id) <= lowest + this.lists.slack) {
            if (best === null || (compareWords(ticketOf(id), ticketOf(best)) || compareIds(id, best)) < 0) best = id;
          }
        }
        return best;
      };
    }

    /** Teams by department for one object; loads rise; what cannot be filled is added to the shortfalls. */
    teams(seed, object, shortfalls) {
      const pick = this.picker(seed, object);
      const teams = new Map();
      for (const { department, count, labels } of this.lists.demands) {
        const pool = this.pool(department, object);
        const team = [];
        const fill = (from, isFull, missing) => {
          while (!isFull()) {
            const picked = pick(from, team);
            if (picked === null) {
              shortfalls.push({ object, department, missing });
              return;
            }
            team.push(picked);
          }
        };
        const able = new Map([...labels.keys()].map(
          (label) => [label, pool.filter((inspector) => inspector.labels.has(label))]));
        const rarestFirst = [...able.keys()].sort(
          (a, b) => able.get(a).length - able.get(b).length || compareIds(a, b));
        for (const label of rarestFirst) {
          fill(able.get(label), () => this.holders(team, label) >= labels.get(label), label);
        }
        fill(pool, () => team.length >= count, 'count');
        this.add(team, 1);
        teams.set(department, team);
      }
      return teams;
    }
  }

  // ---------------------------------------------------------------- events (section 7)

  class History {
    constructor(lists, staff, strata, seed, freeze, selected, teams) {
      Object.assign(this, { lists, staff, strata, seed, previous: freeze, seq: 0 });
      this.used = new Set(selected.map((object) => object.id));
      this.teams = new Map([...teams].map(([object, team]) => [object, new Map(team)]));
      this.left = new Map();
    }

    /** @throws StageFailed if the event cannot be */
    next(event) {
      this.seq++;
      const refuse = (reason) => new StageFailed('events', `可以成立的第 ${this.seq} 个事件`, reason);
      if (event.type !== 'substitute' && event.type !== 'recuse') throw refuse(`不认识的事件 ${event.type}`);
      if (!this.teams.has(event.object)) throw refuse(`${event.object} 未被抽中，或已被替换`);
      if (event.evidence !== null && !HEX64.test(event.evidence)) throw refuse('evidence 应为 64 位小写十六进制数');
      const recuse = event.type === 'recuse';
      if (recuse !== (event.inspector !== null) || recuse !== (event.fresh !== null)) {
        throw refuse('inspector 和 fresh 只属于 recuse，且缺一不可');
      }
      const eventHash = H('event', this.lists.drawId, String(this.seq), this.previous, event.type, event.object,
        event.inspector ?? '-', event.reason, event.evidence ?? '-');
      const outcome = recuse ? this.recuse(event, eventHash, refuse) : this.substitute(event.object);
      this.previous = eventHash;
      return { seq: this.seq, eventHash, ...outcome };
    }

    substitute(object) {
      for (const team of this.teams.get(object).values()) this.staff.add(team, -1);
      this.teams.delete(object);
      const coming = this.strata[this.lists.candidates.get(object)].find(({ id }) => !this.used.has(id));
      if (!coming) return { replacement: null, team: null };
      this.used.add(coming.id);
      const team = this.staff.teams(this.seed, coming.id, []);
      this.teams.set(coming.id, new Map(team));
      return { replacement: coming.id, team };
    }

    recuse({ object, inspector, fresh }, eventHash, refuse) {
      if (!HEX64.test(fresh)) throw refuse('fresh 应为 64 位小写十六进制数');
      const teams = this.teams.get(object);
      const department = [...teams.keys()].find((d) => teams.get(d).includes(inspector));
      if (department === undefined) throw refuse(`${inspector} 不在 ${object} 的检查组中`);
      if (!this.left.has(object)) this.left.set(object, new Set());
      this.left.get(object).add(inspector);
      this.staff.add([inspector], -1);

      const staying = teams.get(department).filter((id) => id !== inspector);
      const { labels } = this.lists.demands.find((demand) => demand.department === department);
      let pool = this.staff.pool(department, object)
        .filter(({ id }) => !this.left.get(object).has(id) && !staying.includes(id));
      for (const [label, minimum] of labels) {
        if (this.staff.holders(staying, label) < minimum) pool = pool.filter((person) => person.labels.has(label));
      }
      const replacement = this.staff.picker(H('redraw', this.seed, eventHash, fresh), object)(pool, staying);
      const team = replacement === null ? staying : [...staying, replacement];
      if (replacement !== null) this.staff.add([replacement], 1);
      teams.set(department, team);
      return { replacement, team: new Map([[department, team]]) };
    }
  }

  // ---------------------------------------------------------------- verification (section 9)

  /** The same text for the same value, whatever the order of an object's members. */
  function shown(value) {
    if (value === null || value === undefined) return '没有';
    if (value instanceof Map) {
      return `{${[...value.keys()].sort(compareIds).map((key) => `${key}: ${shown(value.get(key))}`).join(', ')}}`;
    }
    if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
    if (typeof value === 'object') return shown(new Map(Object.entries(value)));
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  }

  function same(stage, what, found, expected) {
    if (shown(found) !== shown(expected)) {
      throw new StageFailed(stage, `${what}：${shown(expected)}`, `${what}：${shown(found)}`);
    }
  }

  function checkSeed(lists, transcript, freeze) {
    same('seed', 'publicValue.kind', transcript.kind, lists.publicKind);
    same('seed', 'publicValue.source', transcript.source, lists.publicSource);
    same('seed', '提交随机数的部门', [...transcript.contributions.keys()].sort(compareIds), lists.departments);
    let contributed = 0;
    for (const [department, nonce] of transcript.contributions) {
      if (nonce !== 'MISSING') {
        contributed++;
        if (!HEX64.test(nonce)) throw new StageFailed('seed', `${department} 的随机数为 64 位小写十六进制数`, nonce);
      }
    }
    if (lists.publicKind === 'none') {
      same('seed', '不使用公开随机值时的值', transcript.value, 'none');
      if (contributed < 2) throw new StageFailed('seed', '至少两个部门提交随机数', `${contributed} 个`);
    }
    const seed = H('seed', freeze,
      ...lists.departments.map((d) => `department:${d}=${transcript.contributions.get(d)}`),
      `public:${lists.publicKind}:${lists.publicSource}=${transcript.value}`);
    same('seed', 'seed', transcript.seed, seed);
  }

  /**
   * Recomputes a draw and compares.
   *
   * @param files object of Uint8Array by file name, transcript.json included
   * @param passed called with the name of each stage that holds
   * @param progress called with (stage, done, total) now and then during long stages
   * @returns what lookUp needs
   * @throws Malformed, StageFailed
   */
  async function verify(files, { passed = () => {}, progress = () => {} } = {}) {
    for (const name of [...FILES, TRANSCRIPT]) {
      if (!files[name]) throw new Malformed(name, 0, '缺少这个文件');
    }
    const pace = new Pace(progress);
    const transcript = readTranscript(files[TRANSCRIPT]);
    const lists = await new Lists(files, pace).read();

    const hashes = new Map();
    for (const name of FILES) {
      hashes.set(name, sha256(files[name]));
      same('files', `${name} 的摘要`, transcript.files.get(name), hashes.get(name));
    }
    passed('files');

    const freeze = H('freeze', lists.drawId, ...FILES.map((name) => `${name}=${hashes.get(name)}`),
      `prev=${transcript.prev}`);
    same('freeze', 'drawId', transcript.drawId, lists.drawId);
    same('freeze', 'freeze', transcript.freeze, freeze);
    passed('freeze');

    if (lists.broken) throw new StageFailed('lists', '符合名单规则', lists.broken);
    passed('lists');

    checkSeed(lists, transcript, freeze);
    passed('seed');

    const sizes = lists.strata.map(() => 0);
    for (const stratum of lists.candidates.values()) sizes[stratum]++;
    const taken = allocate(sizes, lists.strata.map((s) => s.weight), lists.basisPoints, lists.planned);
    same('allocation', '各层数量', transcript.allocation, new Map(lists.strata.map((s, i) => [s.code, taken[i]])));
    passed('allocation');

    const strata = await orderStrata(lists, transcript.seed, pace);
    const selected = strata.flatMap((objects, s) => objects.slice(0, taken[s])).sort(byTicket);
    for (let i = 0; i < Math.min(selected.length, transcript.selected.length); i++) {
      const { id, stratum, words } = selected[i];
      same('selection', `第 ${i + 1} 位`, transcript.selected[i],
        { id, stratum: lists.strata[stratum].code, ticket: hex(words) });
    }
    same('selection', '抽中总数', transcript.selected.length, selected.length);
    passed('selection');

    const staff = new Staff(lists);
    const teams = new Map();
    const shortfalls = [];
    for (const { id } of selected) {
      teams.set(id, staff.teams(transcript.seed, id, shortfalls));
      same('teams', id, transcript.teams.get(id), teams.get(id));
      await pace.at('teams', teams.size, selected.length);
    }
    same('teams', '未抽中而有检查组的对象', [...transcript.teams.keys()].filter((id) => !teams.has(id)), []);
    same('teams', '人员缺口', transcript.shortfalls, shortfalls);
    passed('teams');

    const history = new History(lists, staff, strata, transcript.seed, freeze, selected, teams);
    for (const event of transcript.events) {
      const again = history.next(event);
      const { seq, eventHash, replacement, team } = event;
      const found = { seq, eventHash, replacement, team };
      // Where nobody came in, the team may be left out.
      same('events', `第 ${again.seq} 个事件`, found, replacement === null && !team ? { ...again, team: null } : again);
    }
    passed('events');
    return { lists, transcript, strata, selected };
  }

  /**
   * What became of one object in a verified draw.
   *
   * @returns null if it is on neither list; {excluded: reason}; or {stratum, ticket, rank, of, taken, visit, cameIn,
   *     wentOut}: rank and visit count from 1, visit is 0 if it was not drawn; the last two are the numbers of the events
   *     by which it came in for another or went out, 0 if there is none
   */
  function lookUp({ lists, strata, selected, transcript }, id) {
    if (lists.excluded.has(id)) return { excluded: lists.excluded.get(id) };
    if (!lists.candidates.has(id)) return null;
    const objects = strata[lists.candidates.get(id)];
    const at = objects.findIndex((object) => object.id === id);
    const stratum = lists.strata[objects[at].stratum].code;
    const substitution = (which) => transcript.events.find((e) => e.type === 'substitute' && which(e))?.seq ?? 0;
    return {
      stratum,
      ticket: hex(objects[at].words),
      rank: at + 1,
      of: objects.length,
      taken: transcript.allocation.get(stratum),
      visit: selected.findIndex((object) => object.id === id) + 1,
      cameIn: substitution((event) => event.replacement === id),
      wentOut: substitution((event) => event.object === id),
    };
  }

  globalThis.ssjDraw = { FILES, TRANSCRIPT, STAGES, Malformed, StageFailed, verify, lookUp, allocate, sha256, H };

  // ---------------------------------------------------------------- on the command line

  async function main(folder) {
    const { readFile } = await import('node:fs/promises');
    const { join } = await import('node:path');
    const titles = new Map(STAGES);
    try {
      const files = {};
      for (const name of [...FILES, TRANSCRIPT]) {
        files[name] = await readFile(join(folder, name)).catch(() => {
          throw new Malformed(name, 0, '缺少这个文件');
        });
      }
      await verify(files, { passed: (stage) => console.log(`✓ ${stage} ${titles.get(stage)}`) });
      console.log('核验通过：抽取记录与五个文件、各部门随机数和公开随机值完全相符。');
      return 0;
    } catch (e) {
      if (e instanceof StageFailed) {
        console.log(`✗ ${e.stage} ${titles.get(e.stage)}\n  应为 ${e.expected}\n  实为 ${e.found}`);
        return 1;
      }
      if (e instanceof Malformed) {
        console.log(`输入缺失或格式有误：${e.message}`);
        return 2;
      }
      throw e;
    }
  }

  if (typeof process !== 'undefined' && process.argv && /(^|[\\/])verify\.mjs$/.test(process.argv[1] ?? '')) {
    if (process.argv.length === 3) {
      main(process.argv[2]).then((code) => { process.exitCode = code; });
    } else {
      console.log('用法：node verify.mjs 文件夹');
      process.exitCode = 2;
    }
  }
})();
