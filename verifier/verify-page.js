/* The page around verify.mjs: files or a draw's address in, stages turning green, one object's ticket out. */
(() => {
  'use strict';

  const { FILES, TRANSCRIPT, STAGES, StageFailed, Malformed, verify, lookUp } = globalThis.ssjDraw;
  const NAMES = [...FILES, TRANSCRIPT];
  const $ = (id) => document.getElementById(id);
  const files = {};
  let run = 0;
  let verified = null;

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  const fileMarks = new Map(NAMES.map((name) => [name, element('li', name)]));
  $('files').append(...fileMarks.values());

  const stageMarks = new Map(STAGES.map(([code, title]) => {
    const mark = element('li', '');
    mark.append(element('span', title), element('span', code, 'code'));
    mark.dataset.stage = code;
    return [code, mark];
  }));
  $('stages').append(...stageMarks.values());

  const stageAt = (number) => STAGES[Math.min(number, STAGES.length - 1)][0];

  function reset() {
    verified = null;
    stageMarks.forEach((mark) => { mark.className = ''; });
    $('progress').value = 0;
    $('verdict').hidden = true;
    $('lookup').hidden = true;
    $('answer').replaceChildren();
  }

  function say(holds, title, ...lines) {
    $('verdict').className = `verdict ${holds ? 'holds good' : 'fails problem'}`;
    $('verdict').replaceChildren(element('strong', title), ...lines.map((line) => element('p', line)));
    $('verdict').hidden = false;
  }

  function failed(error) {
    if (error instanceof StageFailed) {
      stageMarks.get(error.stage).className = 'failed';
      const [, title] = STAGES.find(([code]) => code === error.stage);
      say(false, `核验不通过：${title}（${error.stage}）不成立`, `应为 ${error.expected}`, `实为 ${error.found}`);
    } else if (error instanceof Malformed) {
      stageMarks.forEach((mark) => { mark.classList.remove('running'); });
      say(false, '文件缺失或格式有误，无法核验', error.message);
    } else {
      throw error;
    }
  }

  async function check() {
    const mine = ++run;
    reset();
    let done = 0;
    stageMarks.get(stageAt(0)).className = 'running';
    try {
      const result = await verify({ ...files }, {
        passed(stage) {
          if (mine !== run) return;
          stageMarks.get(stage).className = 'passed';
          $('progress').value = ++done;
          if (done < STAGES.length) stageMarks.get(stageAt(done)).className = 'running';
        },
        progress(stage, part, whole) {
          // The lists are read before the first stage is judged, so the bar never runs ahead by more than one stage.
          if (mine === run) $('progress').value = done + Math.min(1, part / whole);
        },
      });
      if (mine !== run) return;
      verified = result;
      const { transcript, lists } = result;
      say(true, '核验通过：抽取记录与五个文件、各部门随机数和公开随机值完全相符',
        `${transcript.drawId}：候选 ${lists.candidates.size} 个，抽中 ${transcript.selected.length} 个，`
          + `人员缺口 ${transcript.shortfalls.length} 个，抽取后事件 ${transcript.events.length} 个。`,
        ...(transcript.kind === 'none' ? ['这次抽取没有使用外部公开随机值，种子只由各部门提交的随机数产生。'] : []));
      $('lookup').hidden = false;
    } catch (error) {
      if (mine === run) failed(error);
    }
  }

  async function take(list) {
    const strange = [];
    for (const file of list) {
      if (NAMES.includes(file.name)) {
        files[file.name] = new Uint8Array(await file.arrayBuffer());
        fileMarks.get(file.name).className = 'here';
      } else {
        strange.push(file.name);
      }
    }
    const missing = NAMES.filter((name) => !files[name]);
    $('strange').textContent = [
      strange.length ? `不认识的文件，未读：${strange.join('、')}。` : '',
      missing.length && missing.length < NAMES.length ? `还缺：${missing.join('、')}。` : '',
    ].join('');
    if (missing.length === 0) await check();
  }

  // ---------------------------------------------------------------- by a draw's address

  const online = location.protocol.startsWith('http');

  /** The site's own address, this page standing at <site>/verify/verify.html. */
  const site = () => new URL('../', location.href);

  class NotFetched extends Error {}

  /** The number of a draw from what was typed: the number itself, or the address of a draw's page on this site. */
  function drawNumber(typed) {
    const text = typed.trim();
    if (/^\d{1,9}$/.test(text)) return Number(text);
    const within = /^(?:public\/api\/)?draws\/(\d{1,9})\/?$/;
    let address;
    try {
      address = new URL(text, site());
    } catch {
      throw new NotFetched('看不懂这个网址。请写抽取的次数，例如 12，或照抄抽取页的网址。');
    }
    if (address.origin !== location.origin) {
      throw new NotFetched(`只能核验本网站（${location.host}）公布的抽取。别处的抽取请下载六个文件后放到下面。`);
    }
    const found = within.exec(address.href.slice(site().href.length).split(/[?#]/)[0]);
    if (!found || !address.href.startsWith(site().href)) {
      throw new NotFetched('这个网址不是抽取页。请写抽取的次数，例如 12，或照抄抽取页的网址。');
    }
    return Number(found[1]);
  }

  async function reach(address) {
    try {
      return await fetch(new URL(address, site()), { headers: { Accept: 'application/json' } });
    } catch {
      throw new NotFetched('网络不通，没有取到文件。请检查网络后再试。');
    }
  }

  async function bytesOf(number, name) {
    const response = await reach(`public/api/draws/${number}/files/${name}`);
    if (!response.ok) throw new NotFetched(`没有取到 ${name}。请稍后再试。`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async function fetchDraw(typed) {
    const note = $('fetched');
    note.classList.remove('fails');
    note.textContent = '正在取文件……';
    const mine = ++run;
    reset();
    try {
      const number = drawNumber(typed);
      const response = await reach(`public/api/draws/${number}`);
      if (response.status === 404) throw new NotFetched(`没有第 ${number} 次抽取。请到“公开抽取”核对次数。`);
      if (!response.ok) throw new NotFetched('网站暂时无法提供。请稍后再试。');
      const draw = await response.json();
      if (draw.abandonedReason) throw new NotFetched(`第 ${number} 次抽取已作废（${draw.abandonedReason}），没有结果可以核验。`);
      if (!draw.opened) {
        throw new NotFetched(`第 ${number} 次抽取的文件还没有公开（${draw.status.text}）。抽中的检查对象全部检查完后才公开，请到时再来核验。`);
      }
      const fetched = {};
      for (const name of NAMES) fetched[name] = await bytesOf(number, name);
      if (mine !== run) return;
      Object.assign(files, fetched);
      fileMarks.forEach((mark) => { mark.className = 'here'; });
      $('strange').textContent = '';
      note.textContent = `第 ${number} 次抽取：${draw.title}。六个文件已取来。`;
    } catch (error) {
      if (!(error instanceof NotFetched)) throw error;
      if (mine !== run) return;
      note.classList.add('fails');
      note.textContent = error.message;
      return;
    }
    await check();
  }

  function answer(id) {
    const found = lookUp(verified, id);
    if (found === null) {
      return [element('p', `${id} 不在这次抽取的范围内：候选名单和排除名单都没有它。`)];
    }
    if (found.excluded !== undefined) {
      return [element('p', `${id} 未列入候选，原因代码：${found.excluded}。`)];
    }
    const facts = document.createElement('dl');
    facts.className = 'facts';
    const fact = (name, text, className) => facts.append(element('dt', name), element('dd', text, className));
    fact('票号', found.ticket, 'code');
    fact('所在层', `${found.stratum}，共 ${found.of} 个候选，取 ${found.taken} 个`);
    fact('层内名次', `第 ${found.rank} 位`);
    fact('结果', found.visit ? `抽中，检查顺序第 ${found.visit} 位` : '未抽中');
    if (found.cameIn) fact('补抽', `第 ${found.cameIn} 个事件中补入`);
    if (found.wentOut) fact('替换', `第 ${found.wentOut} 个事件中被替换，不再检查`);
    const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    const command = `printf 'ssj-draw/1\\nobject\\n%s\\n%s' ${verified.transcript.seed} ${quoted(id)} | sha256sum`;
    return [facts, element('p', '在任何一台装有 sha256sum 的电脑上也能算出同一个票号：'),
      element('pre', command, 'code')];
  }

  /** One file that needs no other: the page as it was served, with its style and scripts written into it. */
  async function save() {
    const get = async (address) => (await fetch(address)).text();
    const styleAt = async (address) => {
      const text = await get(address);
      const [whole, imported] = /@import url\("([^"]+)"\);/.exec(text) || [];
      return whole ? text.replace(whole, await styleAt(new URL(imported, address))) : text;
    };
    const style = await styleAt(new URL('verify.css', location.href));
    const scripts = {};
    for (const script of document.scripts) {
      const name = script.getAttribute('src');
      scripts[name] = await get(name);
    }
    const page = (await get(location.href))
      .replace(/<link rel="stylesheet" href="verify\.css">/, () => `<style>${style}</style>`)
      .replace(/(<script) src="([^"]+)">/g, (tag, open, name) => `${open}>${scripts[name]}`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
    link.download = 'verify.html';
    link.click();
    URL.revokeObjectURL(link.href);
  }

  $('picker').addEventListener('change', () => take($('picker').files));
  $('drop').addEventListener('dragover', (event) => {
    event.preventDefault();
    $('drop').classList.add('over');
  });
  $('drop').addEventListener('dragleave', () => $('drop').classList.remove('over'));
  $('drop').addEventListener('drop', (event) => {
    event.preventDefault();
    $('drop').classList.remove('over');
    take(event.dataTransfer.files);
  });
  $('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    $('answer').replaceChildren(...answer($('id').value.trim().normalize('NFC')));
  });
  $('save').addEventListener('click', save);
  $('save').hidden = !online;
  $('fetch').hidden = !online;
  $('fetch').addEventListener('submit', (event) => {
    event.preventDefault();
    fetchDraw($('draw').value);
  });
  const linked = online && new URLSearchParams(location.search).get('draw');
  if (linked) {
    $('draw').value = linked;
    fetchDraw(linked);
  }
})();
