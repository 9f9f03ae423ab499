// While the rehearsal's time moves forward: shows how far it is, and the page anew when it has arrived.

const travelling = document.querySelector('[data-travel]');

if (travelling) {
  let start;
  const look = async () => {
    const response = await fetch('/camunda/api/staff/rehearsal-clock/progress', { headers: { Accept: 'application/json' } });
    const { now, goingTo } = await response.json();
    if (!goingTo) {
      window.location.reload();
      return;
    }
    start ??= Date.parse(now);
    const whole = Date.parse(goingTo) - start;
    travelling.querySelector('[data-travel-now]').textContent = now.slice(0, 16).replace('T', ' ');
    travelling.querySelector('[data-travel-bar]').value = whole > 0 ? (Date.parse(now) - start) / whole : 1;
    setTimeout(look, 500);
  };
  look();
}
