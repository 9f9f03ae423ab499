// The web apps draw their first page without waiting for the locale file, so that raw names of texts stay on pages
// opened by a link, until the browser has kept the file from an earlier visit. They do wait for custom scripts: this
// one puts the current file where they look for the kept one.

const base = document.querySelector('base');
const locales = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;

const response = await fetch(`${locales}zh.json`);
if (response.ok) {
  const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
  kept[`${locales}_locales_data_zh_${window.bust}`] = await response.text();
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}
