package com.hotpotspot.standalone.replay;

import com.hotpotspot.events.PlainText;
import com.hotpotspot.events.sale.SaleItem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the codes of dishes mean. A dish that is not on the menu is sold all the same. */
final class Menu {

    private static final String ID = "menu_item_id";
    private static final String NAME = "item_name";
    private static final String CATEGORY = "category";

    private final Map<String, Dish> dishes;

    private Menu(Map<String, Dish> dishes) {
        this.dishes = Map.copyOf(dishes);
    }

    static Menu empty() {
        return new Menu(Map.of());
    }

    /**
     * Reads a menu. Its prices are ignored: what was sold for how much is in the orders.
     *
     * @throws UnusableFileException if the file is not a menu, or names a dish twice
     */
    static Menu read(Path file) {
        Map<String, Dish> dishes = new HashMap<>();
        new CsvFile(file).read(List.of(ID, NAME, CATEGORY), row -> {
            String name = PlainText.requireLegible(row.text(NAME), NAME, SaleItem.MAX_NAME_LENGTH);
            String category = PlainText.requireLegible(row.text(CATEGORY), CATEGORY, SaleItem.MAX_CATEGORY_LENGTH);
            if (dishes.put(row.text(ID), new Dish(name, category)) != null) {
                throw new UnusableValueException("the dish %s is on the menu twice".formatted(row.text(ID)));
            }
        });
        if (dishes.isEmpty()) {
            throw new UnusableFileException(file, "there is no dish on this menu");
        }
        return new Menu(dishes);
    }

    Dish dish(String code) {
        return dishes.getOrDefault(code, new Dish("Item " + code, "Uncategorised"));
    }

    record Dish(String name, String category) {}
}
