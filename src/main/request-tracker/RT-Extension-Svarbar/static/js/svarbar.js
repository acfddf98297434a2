// Puts what an agent inserts in Svarbar's panel into the reply: on the page of the reply at once, elsewhere by opening
// that page. Hears the panel only, and only from the address that RT's administrator entered. Text stays text.
(function () {
    'use strict';

    var EDITOR = 'UpdateContent';

    function waiting(ticket) {
        return 'svarbar-reply-' + ticket;
    }

    function escaped(text) {
        return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    }

    function html(text) {
        return text.trim().split(/\n{2,}/).map(function (paragraph) {
            return '<p>' + escaped(paragraph).replace(/\n/g, '<br />') + '</p>';
        }).join('');
    }

    // before what is there, which may be a quote or a signature
    function put(text) {
        var field = document.getElementById(EDITOR);
        var editor = window.CKEDITOR && window.CKEDITOR.instances[EDITOR];
        if (editor) {
            editor.setData(html(text) + editor.getData());
        } else {
            field.value = text + (field.value ? '\n\n' + field.value : '');
        }
    }

    function putWhenReady(text) {
        var field = document.getElementById(EDITOR);
        var isRich = field.classList.contains('richtext') && window.CKEDITOR;
        var editor = isRich && window.CKEDITOR.instances[EDITOR];
        if (!isRich || (editor && editor.status === 'ready')) {
            put(text);
        } else if (editor) {
            editor.once('instanceReady', function () { put(text); });
        } else {
            window.setTimeout(function () { putWhenReady(text); }, 50);
        }
    }

    function insert(text, panel) {
        if (document.getElementById(EDITOR)) {
            putWhenReady(text);
            return;
        }
        window.sessionStorage.setItem(waiting(panel.getAttribute('data-ticket')), text);
        // the panel still says what became of it
        window.setTimeout(function () { window.location.assign(panel.getAttribute('data-reply')); }, 300);
    }

    window.addEventListener('message', function (event) {
        var panel = document.getElementById('svarbar-panel');
        var said = event.data;
        if (!panel || event.source !== panel.contentWindow || event.origin !== panel.getAttribute('data-origin')
            || !said || said.type !== 'svarbar:insert' || typeof said.text !== 'string') {
            return;
        }
        insert(said.text, panel);
        event.source.postMessage({ type: 'svarbar:inserted', id: said.id }, event.origin);
    });

    document.addEventListener('DOMContentLoaded', function () {
        var panel = document.getElementById('svarbar-panel');
        var key = panel && waiting(panel.getAttribute('data-ticket'));
        var text = key && document.getElementById(EDITOR) && window.sessionStorage.getItem(key);
        if (text) {
            window.sessionStorage.removeItem(key);
            putWhenReady(text);
        }
    });
}());
