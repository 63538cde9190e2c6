'use strict';

/* Draws the revenue chart, and keeps an open page as fresh as the projections behind it. */
(() => {
    const element = id => document.getElementById(id);

    // --- figures -----------------------------------------------------------------------------------------------

    /** Tetri as GEL. Whole numbers only, as on the server. */
    const gel = tetri => {
        const whole = Math.trunc(tetri / 100).toLocaleString('en');
        return whole + '.' + String(tetri % 100).padStart(2, '0');
    };

    const day = text => new Date(text + 'T00:00:00Z')
        .toLocaleDateString('en', {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});

    // --- chart -------------------------------------------------------------------------------------------------

    const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

    /** Built as elements: the page's policy allows no styles inside of HTML text. */
    const tip = points => {
        const row = (name, tetri, mark) => {
            const line = document.createElement('div');
            line.className = mark ? 'tip-row' : 'tip-row total';
            const label = document.createElement('span');
            if (mark) {
                label.className = 'tip-name';
                label.style.setProperty('--mark', mark);
            }
            label.textContent = name;
            const amount = document.createElement('span');
            amount.textContent = gel(tetri);
            line.append(label, amount);
            return line;
        };
        const box = document.createElement('div');
        box.className = 'tip';
        const title = document.createElement('div');
        title.className = 'tip-title';
        title.textContent = day(points[0].axisValue);
        box.append(title);
        const sold = points.filter(point => point.value > 0);
        sold.forEach(point => box.append(row(point.seriesName, point.value, point.color)));
        if (sold.length !== 1) {
            box.append(row('Total', sold.reduce((sum, point) => sum + point.value, 0)));
        }
        return box;
    };

    const options = data => {
        const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
        const quiet = {color: colour('quiet')};
        return {
            animation: !calm,
            animationDuration: 400,
            animationDurationUpdate: 300,
            color: Array.from({length: 10}, (_, index) => colour('series-' + index)),
            textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
            grid: {left: 8, right: 8, top: data.series.length > 1 ? 40 : 16, bottom: 8,
                outerBoundsMode: 'same', outerBoundsContain: 'axisLabel'},
            legend: {show: data.series.length > 1, type: 'scroll', top: 0, left: 0, icon: 'roundRect', itemWidth: 12,
                itemHeight: 12, textStyle: quiet, pageTextStyle: quiet, pageIconColor: colour('ink'),
                pageIconInactiveColor: colour('line')},
            tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}, confine: true, formatter: tip,
                backgroundColor: colour('card'), borderColor: colour('line'), textStyle: {color: colour('ink')}},
            xAxis: {type: 'category', data: data.days, axisTick: {show: false}, axisLine: {lineStyle: {color: colour('line')}},
                axisLabel: {...quiet, hideOverlap: true, formatter: text => new Date(text + 'T00:00:00Z')
                    .toLocaleDateString('en', {day: 'numeric', month: 'short', timeZone: 'UTC'})}},
            yAxis: {type: 'value', splitLine: {lineStyle: {color: colour('line')}}, splitNumber: 4,
                axisLabel: {...quiet, formatter: tetri => Math.trunc(tetri / 100).toLocaleString('en')}},
            series: data.series.map(series => ({id: series.name, name: series.name, type: 'bar', stack: 'revenue', data: series.tetri,
                barMaxWidth: 36, barCategoryGap: '22%', emphasis: {focus: 'series'}}))
        };
    };

    let chart = null;
    let drawn = null;

    const draw = () => {
        const box = element('chart');
        const source = element('chart-data');
        if (!box || !source || !window.echarts) {
            return;
        }
        const text = source.dataset.chart;
        if (text === drawn) {
            return;
        }
        chart = chart || window.echarts.init(box);
        chart.setOption(options(JSON.parse(text)), {replaceMerge: ['series']});
        drawn = text;
    };

    const redraw = () => {
        drawn = null;
        draw();
    };

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
            await window.htmx.ajax('GET', document.body.dataset.live + asked,
                {source: document.body, target: document.body, swap: 'none'});
            markMoved(before);
            draw();
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

    const connection = (state, text) => {
        element('connection').dataset.state = state;
        if (element('connection-text').textContent !== text) {
            element('connection-text').textContent = text;
        }
    };

    const listen = () => {
        const source = new EventSource('/live');
        source.addEventListener('open', () => {
            connection('live', 'Live');
            refresh();
        });
        source.addEventListener('changed', refresh);
        source.addEventListener('error', () => {
            connection('lost', 'Reconnecting');
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
    window.addEventListener('resize', () => chart && chart.resize());
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

    draw();
    listen();
})();
