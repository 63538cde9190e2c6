'use strict';

/*
 * Keeps what was pasted into a form while it is on its way. Whoever's session is over by then signs in and finds it in
 * the form again. It stays in this tab, and no longer than until the form is shown the next time.
 */
(() => {
    const form = document.querySelector('form[data-draft]');
    if (!form) {
        return;
    }
    const key = form.dataset.draft;
    const fields = Array.from(form.querySelectorAll('textarea'));
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    if (kept && fields.every(field => field.value === '')) {
        const texts = JSON.parse(kept);
        fields.forEach(field => {
            field.value = texts[field.name] || '';
        });
    }
    form.addEventListener('submit', () => {
        const texts = Object.fromEntries(fields.map(field => [field.name, field.value]));
        try {
            sessionStorage.setItem(key, JSON.stringify(texts));
        } catch {
            // More than a browser keeps is more than the server takes.
        }
    });
})();
