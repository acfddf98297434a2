// Hands the pass to the frame that opened this window: to a page of ours and to no other, whoever opened it.

const pass = document.body.dataset.pass;
delete document.body.dataset.pass;
if (opener) {
  opener.postMessage({ type: "svarbar:agent", pass }, location.origin);
  close();
}
document.getElementById("again").hidden = false;
