'use strict';

/*
 * Keeps what somebody has begun to enter while a page is loaded anew: because signing in takes its turn, because they
 * chose another language, or because their session was over when they sent it. It stays in this tab, for half an hour
 * at most, and no longer than until something was done. Secrets are not kept.
 */
(() => {
    const KEPT = 'draft ';
    const LONGEST = 30 * 60 * 1000;

    const forms = () => Array.from(document.querySelectorAll('main form[method=post]'));
    const fields = form => Array.from(form.elements).filter(field => field.name
        && (field.matches('textarea, select') || /^(text|search|date|datetime-local|number|checkbox)$/.test(field.type))
        && !field.name.endsWith(':secret'));
    const value = field => field.type === 'checkbox' ? field.checked : field.value;
    const first = field => {
        if (field.type === 'checkbox') {
            return field.defaultChecked;
        }
        if (field.matches('select')) {
            const chosen = Array.from(field.options).find(option => option.defaultSelected) || field.options[0];
            return chosen ? chosen.value : '';
        }
        return field.defaultValue;
    };
    // Whoever signs in next in this tab is not shown what somebody else has begun.
    const person = document.getElementById('person').textContent.trim();
    const key = form => [KEPT + person, window.location.pathname, form.getAttribute('action')].join(' ');

    const restore = (form, kept) => fields(form)
        .filter(field => field.name in kept.entered && value(field) === first(field))
        .forEach(field => {
            if (field.type === 'checkbox') {
                field.checked = kept.entered[field.name];
            } else {
                field.value = kept.entered[field.name];
            }
            const folded = field.closest('details');
            if (folded) {
                folded.open = true;
            }
            if (field.id && field.id === kept.focus) {
                field.focus();
            }
        });

    const keep = form => {
        const begun = fields(form).filter(field => value(field) !== first(field));
        if (begun.length === 0) {
            return;
        }
        const entered = Object.fromEntries(begun.map(field => [field.name, value(field)]));
        try {
            sessionStorage.setItem(key(form), JSON.stringify({at: Date.now(), focus: document.activeElement.id, entered}));
        } catch {
            // More than a browser keeps is more than the server takes.
        }
    };

    if (document.querySelector('#outcome.done')) {
        Object.keys(sessionStorage).filter(name => name.startsWith(KEPT)).forEach(name => sessionStorage.removeItem(name));
    }
    forms().forEach(form => {
        const kept = JSON.parse(sessionStorage.getItem(key(form)));
        sessionStorage.removeItem(key(form));
        if (kept && Date.now() - kept.at < LONGEST) {
            restore(form, kept);
        }
    });
    window.addEventListener('pagehide', () => forms().forEach(keep));
})();
