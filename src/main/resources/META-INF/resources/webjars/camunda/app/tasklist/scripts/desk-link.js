// A link in the head of every web app to the pages that the application has of its own.

function link() {
  const item = document.createElement('li');
  const anchor = document.createElement('a');
  item.className = 'desk-link';
  anchor.href = '/camunda/api/staff/desk';
  anchor.textContent = '工作台';
  item.append(anchor);
  return item;
}

new MutationObserver(() => {
  const menu = document.querySelector('nav.app-menu > ul');
  const signedIn = document.querySelector('.navbar-brand');
  if (menu && signedIn && !menu.querySelector('.desk-link')) {
    menu.prepend(link());
  }
}).observe(document.documentElement, { subtree: true, childList: true });

export default [];
