// Makes a department's calendar address and shows it this once; uses send() and say() of staff.js.

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!('feed' in form.dataset)) return;
  event.preventDefault();
  try {
    const { address } = await send(form, new FormData(form));
    const panel = form.closest('.panel');
    panel.querySelector('[data-address]').value = address;
    panel.querySelector('[data-made]').hidden = false;
    panel.querySelector('.actions').hidden = true;
  } catch (e) {
    say(form, e instanceof TypeError ? '网络不通，未能提交。请检查网络后重试。' : e.message);
  }
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const address = button.closest('[data-made]').querySelector('[data-address]');
  address.select();
  const copied = () => { button.textContent = '已复制'; };
  if (navigator.clipboard) navigator.clipboard.writeText(address.value).then(copied);
  else if (document.execCommand('copy')) copied();
});
