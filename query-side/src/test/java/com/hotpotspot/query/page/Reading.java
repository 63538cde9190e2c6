package com.hotpotspot.query.page;

import com.hotpotspot.query.testing.RunningQuerySide;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/**
 * Somebody who reads the pages in a language, and what they find there.
 *
 * @param language as it calls itself
 * @param network what the first page is called
 * @param live what a page says that moves
 * @param day the day of the sale
 * @param others what the other pages are called
 */
record Reading(String language, String network, String live, String day, List<String> others) {

    static final List<Reading> ALL = List.of(
            new Reading(
                    "English",
                    "The network",
                    "Live",
                    "16 Jan 2026",
                    List.of("Administration", "Audit log", "Witnesses", "Explorer", "Projections", "Sales", "Wallets")),
            new Reading(
                    "ქართული",
                    "ქსელი",
                    "ახლდება",
                    "16 იან. 2026",
                    List.of(
                            "ადმინისტრირება",
                            "აუდიტის ჟურნალი",
                            "მოწმეები",
                            "მოვლენების დათვალიერება",
                            "პროექციები",
                            "გაყიდვები",
                            "საფულეები")),
            new Reading(
                    "Русский",
                    "Сеть",
                    "Обновляется",
                    "16 янв. 2026",
                    List.of(
                            "Управление",
                            "Журнал аудита",
                            "Свидетели",
                            "Обозреватель",
                            "Проекции",
                            "Продажи",
                            "Кошельки")));

    /** On the network's page, of two days. */
    void choose(Page page, RunningQuerySide side) {
        page.navigate(side.url("/?from=2026-01-15&to=2026-01-16"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(language))
                .click();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText(network);
        PlaywrightAssertions.assertThat(page.locator("#connection")).hasText(live);
    }

    /** Sees the figures move there. */
    void follow(Page page, int sales) {
        PlaywrightAssertions.assertThat(page.locator("[data-figure=sales]")).hasText(Integer.toString(sales));
        PlaywrightAssertions.assertThat(page.locator("#period")).containsText(day);
        PlaywrightAssertions.assertThat(page.locator("#chart svg.chart")).isVisible();
    }

    /** From there to a node, and to all pages that every page leads to. */
    void goThrough(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GORI"))
                .click();
        PlaywrightAssertions.assertThat(page.locator("#days")).containsText(day);
        for (String title : others) {
            page.locator("nav.pages")
                    .getByText(title, new Locator.GetByTextOptions().setExact(true))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText(title);
        }
    }
}
