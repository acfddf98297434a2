// Shows Svarbar's note as soon as it comes, if the last word is a customer's.
const messages = document.getElementById('messages');
const last = messages.lastElementChild;
if (last && last.classList.contains('customer')) {
  const news = document.getElementById('news');
  news.textContent = 'Waiting for Svarbar…';
  const from = Number(messages.dataset.count) + 1;
  const ticket = encodeURIComponent(messages.dataset.ticket);
  fetch(`/tickets/${ticket}/note?wait=20&from=${from}`)
    .then((answer) => {
      if (answer.ok) {
        location.reload();
      } else {
        news.textContent = 'No note came: Svarbar has no answer to suggest.';
      }
    })
    .catch(() => {
      news.textContent = 'The demo helpdesk does not answer any more.';
    });
}
