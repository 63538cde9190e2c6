'use strict';

/* Draws the revenue chart, and keeps an open page as fresh as the projections behind it. */
(() => {
    const element = id => document.getElementById(id);

    // --- figures -----------------------------------------------------------------------------------------------

    // As the server writes them, since not every browser knows how Georgian does. The samples are 0 and 1000.
    const samples = element('chart') ? element('chart').dataset : {};
    const whole = lari => String(lari).replace(/\B(?=(\d{3})+$)/g, (samples.thousand || '').slice(1, -3));
    const written = digits => (samples.zero || '').replace(/0\D*00/, () => digits);

    /** Tetri as money. Whole numbers only, as on the server. */
    const money = tetri => written(whole(Math.trunc(tetri / 100)) + (samples.zero || '').match(/0(\D*)00/)[1]
        + String(tetri % 100).padStart(2, '0'));

    const roundMoney = tetri => written(whole(Math.trunc(tetri / 100)));

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
            amount.textContent = money(tetri);
            line.append(label, amount);
            return line;
        };
        const box = document.createElement('div');
        box.className = 'tip';
        const title = document.createElement('div');
        title.className = 'tip-title';
        title.textContent = names[points[0].dataIndex];
        box.append(title);
        const sold = points.filter(point => point.value > 0);
        sold.forEach(point => box.append(row(point.seriesName, point.value, point.color)));
        if (sold.length !== 1) {
            box.append(row(samples.total, sold.reduce((sum, point) => sum + point.value, 0)));
        }
        return box;
    };

    /** Of the days that are drawn. */
    let names = [];

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
                axisLabel: {...quiet, hideOverlap: true}},
            yAxis: {type: 'value', splitLine: {lineStyle: {color: colour('line')}}, splitNumber: 4,
                axisLabel: {...quiet, formatter: roundMoney}},
            series: data.series.map(({name, tetri}) => ({id: 'of ' + name, name: name || samples.others, type: 'bar', stack: 'revenue', data: tetri,
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
        const data = JSON.parse(text);
        names = data.names;
        chart.setOption(options(data), {replaceMerge: ['series']});
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
            // The page itself, of which the body names the parts that may have changed.
            await window.htmx.ajax('GET', window.location.pathname + asked,
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
    window.addEventListener('resize', () => chart && chart.resize());
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
    // What is drawn does not follow by itself when a font has arrived.
    document.fonts.addEventListener('loadingdone', redraw);

    // Larger than all else of a page, and fetched only where something is drawn.
    if (element('chart')) {
        const charts = document.createElement('script');
        charts.src = document.currentScript.dataset.charts;
        charts.addEventListener('load', draw);
        document.head.append(charts);
    }
    listen();
})();
