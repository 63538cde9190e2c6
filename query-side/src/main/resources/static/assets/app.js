'use strict';

/* Keeps an open page as fresh as the projections behind it. */
(() => {
    const element = id => document.getElementById(id);

    // --- live --------------------------------------------------------------------------------------------------

    const SPEAK_EVERY = 15000;

    let busy = false;
    let again = false;
    let spokenAt = Date.now();

    const figures = () => new Map(Array.from(document.querySelectorAll('[data-figure]'),
        figure => [figure.dataset.figure, figure.textContent]));

    const markMoved = before => document.querySelectorAll('[data-figure]').forEach(figure => {
        const old = before.get(figure.dataset.figure);
        if (old !== undefined && old !== figure.textContent) {
            figure.classList.add('moved');
        }
    });

    /** Now and then, not at every sale: a voice needs longer than an eye. */
    const speak = () => {
        if (Date.now() - spokenAt >= SPEAK_EVERY) {
            spokenAt = Date.now();
            element('spoken').textContent = element('summary').textContent;
        }
    };

    const refresh = async () => {
        if (document.hidden || busy) {
            again = true;
            return;
        }
        busy = true;
        again = false;
        const before = figures();
        try {
            // What was asked for may be no period, and then the page shows the latest days.
            const asked = document.body.dataset.period === 'latest' ? '' : window.location.search;
            // The page itself, of which the body names the parts that may have changed.
            await window.htmx.ajax('GET', window.location.pathname + asked,
                {source: document.body, target: document.body, swap: 'none'});
            markMoved(before);
            speak();
        } catch {
            setTimeout(refresh, 3000);
        } finally {
            busy = false;
        }
        if (again) {
            refresh();
        }
    };

    const connection = state => {
        const text = element('connection').dataset[state];
        element('connection').dataset.state = state;
        if (element('connection-text').textContent !== text) {
            element('connection-text').textContent = text;
        }
    };

    const listen = () => {
        const source = new EventSource('/live');
        source.addEventListener('open', () => {
            connection('live');
            refresh();
        });
        source.addEventListener('changed', refresh);
        source.addEventListener('error', () => {
            connection('lost');
            if (source.readyState === EventSource.CLOSED) {
                // It was refused, and cannot say why; this can.
                refresh();
                setTimeout(listen, 3000);
            }
        });
    };

    // Whoever was signed in no longer is: loading the page signs in again, as a rule without a question.
    document.body.addEventListener('htmx:responseError', event => {
        if (event.detail.xhr.status === 401) {
            window.location.reload();
        }
    });
    // A page that shows its first network, node or sale has another shape; it is loaded anew.
    document.body.addEventListener('htmx:beforeSwap', event => {
        const stage = document.body.dataset.stage;
        const found = /data-stage="(\w+)"/.exec(event.detail.serverResponse);
        if (stage && found && found[1] !== stage) {
            window.location.reload();
        }
    });
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden && again) {
            refresh();
        }
    });
    listen();
})();
