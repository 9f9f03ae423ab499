// A draw on the wall. Asks every two seconds how far it is and shows the step it is at; the address bar never moves.

const POLL = 2000;
const REVEAL = 450;
const LONGEST_SHOW = 45000;
const PAGE_SIZE = 100; // as the server has it
const STEPS = ['冻结', '随机数提交', '公开随机值', '票号', '检查组'];
const AT = { FROZEN: 1, CLOSED: 2, VALUE_ENTERED: 2, VALUE_CONFIRMED: 2, DRAWN: 3 };

const base = document.body.dataset.draw;
const $ = (id) => document.getElementById(id);
let draw = null;
let last = '';
let visits = null;
let page = 1;
let revealed = 0;
let chosen = null;
let timer = null;

function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children.filter((child) => child !== null));
  return made;
}

const time = (text) => (text ? text.slice(0, 19).replace('T', ' ') : '');
const code = (text) => make('span', { class: 'code' }, text);

function facts(...pairs) {
  return make('dl', { class: 'facts' }, ...pairs.filter(Boolean)
    .flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
}

const number = (count, label, className = '') => make('li', { class: className }, make('strong', {}, String(count)), label);

// ------------------------------------------------------------------ the five steps

function frozen() {
  return [
    make('h2', {}, '名单已经冻结，谁也不能再改、再看'),
    make('ul', { class: 'numbers' }, number(draw.frozen.candidates, '候选对象'),
      ...draw.frozen.strata.map((s) => number(s.count, s.label)),
      ...draw.frozen.exclusions.map((e) => number(e.count, `排除：${e.label}`, 'quiet'))),
    facts(['冻结时间', time(draw.frozen.at)], ['冻结值', code(draw.frozen.freeze)],
      ['随机值来源', draw.publicValue.none ? '不使用公开随机值' : `${draw.publicValue.kind}：${draw.publicValue.source}`]),
  ];
}

function contributions() {
  const given = draw.contributions.filter((c) => c.contributed).length;
  const word = (c) => (c.contributed ? '已提交' : draw.closed ? '到期未提交' : '等待提交');
  return [
    make('h2', {}, `各部门提交随机数：${given} / ${draw.contributions.length}`),
    make('p', { class: 'lead' }, draw.closed ? '提交已截止，各部门的随机数如下。'
      : '随机数由各部门经办人的浏览器当场生成，截止之前谁也看不到。'),
    make('ul', { class: 'who' }, ...draw.contributions.map((c) => make('li', { class: c.contributed ? 'in' : '' },
      make('strong', {}, c.department), word(c), c.at ? make('div', {}, time(c.at)) : null, c.value ? make('div', { class: 'code' }, c.value) : null))),
  ];
}

function publicValue() {
  const value = draw.publicValue;
  if (value.none) {
    return [make('h2', {}, '本次抽取没有使用外部的公开随机值'),
      make('p', { class: 'lead' }, '种子只由各部门提交的随机数产生。')];
  }
  return [
    make('h2', {}, '公开随机值'),
    facts(['来源', `${value.kind}：${value.source}（冻结前写明）`],
      ['随机值', value.value ? make('span', { class: 'code big' }, value.value) : '等待录入'],
      value.value && ['录入', `${value.enteredBy}　${time(value.enteredAt)}`],
      value.value && ['见证', value.witness ? `${value.witness}　${time(value.witnessedAt)}` : '等待另一单位的见证人确认']),
    value.dispute ? make('p', { class: 'note' }, `见证人不同意上一次录入的值：${value.dispute}。正在重新录入。`) : null,
  ];
}

/** A hundred objects at a time, so that the wall stays quick however many were drawn. */
function pages() {
  const all = Math.ceil(draw.result.drawn / PAGE_SIZE);
  if (all <= 1) return null;
  const turn = (title, to) => {
    const button = make('button', { type: 'button' }, title);
    button.disabled = to < 1 || to > all;
    button.addEventListener('click', () => { turnTo(to); });
    return button;
  };
  return make('nav', { class: 'bar pages', 'aria-label': '翻页' }, turn('上一页', page - 1),
    make('span', {}, `第 ${page} 页，共 ${all} 页`), turn('下一页', page + 1));
}

function tickets() {
  const rows = visits.slice(0, revealed);
  const latest = rows.length - 1;
  const again = make('button', { type: 'button', class: 'button' }, '重新展示');
  again.addEventListener('click', () => reveal(0));
  return [
    make('div', { class: 'bar' }, make('h2', {}, `抽中 ${draw.result.drawn} 户，按票号从小到大为检查顺序`),
      revealed < visits.length ? null : again),
    make('table', {}, make('thead', {}, make('tr', {}, ...['名次', '检查对象', '风险等级', '票号'].map((t) => make('th', {}, t)))),
      make('tbody', {}, ...rows.map((v, i) => make('tr', { class: i === latest && revealed < visits.length ? 'fresh' : '' },
        make('td', {}, String(v.visitNo)), make('td', {}, make('strong', {}, v.name)), make('td', {}, v.stratum),
        make('td', { class: 'code' }, v.ticket))))),
    pages(),
    facts(['种子', code(draw.result.seed)]),
  ];
}

function teams() {
  const departments = draw.contributions.map((c) => c.department);
  const team = (visit, department) =>
    (visit.teams.find((t) => t.department === department)?.members ?? []).map((m) => make('div', {}, m));
  return [
    make('h2', {}, '检查组（首位为组长）'),
    make('table', {}, make('thead', {}, make('tr', {}, ...['名次', '检查对象', ...departments].map((t) => make('th', {}, t)))),
      make('tbody', {}, ...visits.map((v) => make('tr', {}, make('td', {}, String(v.visitNo)), make('td', {}, v.name),
        ...departments.map((d) => make('td', {}, ...team(v, d))))))),
    pages(),
  ];
}

function abandoned() {
  return [make('h2', { class: 'bad' }, '本次抽取已经作废'),
    facts(['作废原因', draw.abandoned.reason], ['作废时间', time(draw.abandoned.at)], ['冻结时间', time(draw.frozen.at)],
      ['冻结值', code(draw.frozen.freeze)]),
    make('p', { class: 'lead' }, '编号、冻结值和作废原因予以保留并公布，不会有抽取结果。再次抽取将另行编号、重新冻结。')];
}

// ------------------------------------------------------------------ showing them

const views = [frozen, contributions, publicValue, tickets, teams];
const isAbandoned = () => draw.status === 'ABANDONED';
const reached = () => (isAbandoned() ? -1 : draw.status === 'DRAWN' && visits && revealed >= visits.length ? 4 : AT[draw.status]);
const step = () => chosen ?? Math.min(reached(), 3);

function show() {
  const now = reached();
  $('status').textContent = draw.statusText;
  $('minutes').hidden = !(isAbandoned() || draw.status === 'DRAWN');
  $('steps').hidden = isAbandoned();
  $('steps').replaceChildren(...STEPS.map((title, i) => {
    const button = make('button', { type: 'button', ...(i === step() && { 'aria-current': 'step' }) }, title);
    button.disabled = i > now;
    button.addEventListener('click', () => { choose(i); });
    const done = i < now || now === 4;
    return make('li', { class: [done ? 'done' : '', i === now && !done ? 'now' : '', i === step() ? 'shown' : ''].join(' ') }, button);
  }));
  $('stage').replaceChildren(...(isAbandoned() ? abandoned() : views[step()]()).filter((child) => child !== null));
}

function choose(which) {
  chosen = which;
  show();
  $('stage').scrollTop = 0;
}

/** One ticket after the other; however many there are, it is over in less than a minute. Then the teams. */
function reveal(from) {
  clearTimeout(timer);
  revealed = from;
  chosen = null;
  const each = Math.max(1, Math.ceil((visits.length * REVEAL) / LONGEST_SHOW));
  const next = () => {
    revealed = Math.min(visits.length, revealed + each);
    show();
    $('stage').querySelector('tr.fresh')?.scrollIntoView({ block: 'nearest' });
    if (revealed < visits.length) timer = setTimeout(next, REVEAL);
    else timer = setTimeout(() => choose(chosen ?? 4), 8 * REVEAL);
  };
  next();
}

async function turnTo(wanted) {
  clearTimeout(timer);
  const shown = step();
  try {
    visits = JSON.parse(await ask(`result?page=${wanted}`));
    page = wanted;
    revealed = visits.length;
    choose(shown);
  } catch {
    $('lost').hidden = false;
  }
}

async function ask(what) {
  const response = await fetch(`${base}/${what}`, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

async function look() {
  try {
    const text = await ask('progress');
    const first = last === '';
    if (text !== last) {
      draw = JSON.parse(text);
      if (draw.status === 'DRAWN' && !visits) {
        visits = JSON.parse(await ask('result'));
        // Whoever opens the page later sees the whole at once.
        if (first) revealed = visits.length;
        else reveal(0);
      }
      last = text;
      chosen = draw.status === 'DRAWN' ? chosen : null;
      show();
    }
    $('lost').hidden = true;
  } catch {
    $('lost').hidden = false;
  }
  setTimeout(look, POLL);
}

look();
