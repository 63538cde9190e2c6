package com.hotpotspot.openapi;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the names mean that stand for the same thing wherever they occur, at doors of both sides: of members, and of the
 * variables of paths. What means something else at one place says so there, and wins.
 */
final class Vocabulary {

    private static final String A_UUID = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94";
    private static final String A_TIME = "2026-11-28T09:12:05Z";
    private static final String UNITS = "in units (1 token = 100 units)";
    private static final String TETRI = "in tetri (1 GEL = 100 tetri)";

    private static final Map<String, Word> WORDS = new HashMap<>();

    static {
        things();
        sales();
        bills();
        figures();
        log();
    }

    private Vocabulary() {}

    /**
     * @param description a sentence, with its unit where it is a number
     * @param example as text; items of a list have a bar between them
     * @param type what a variable of a path is; text where it is no more than a member's name
     */
    record Word(String description, String example, Type type) {}

    /** What a name means, if it always means the same. */
    static Optional<Word> of(String name) {
        return Optional.ofNullable(WORDS.get(name));
    }

    /** The same of a variable in a path, all of which mean the same at all doors. */
    static Word required(String variable) {
        return of(variable).orElseThrow(() -> new IllegalStateException("nothing is said of {" + variable + "}"));
    }

    private static void things() {
        is("nodeId", "The node: a food point of the network.", "VAKE", NodeId.class);
        is("terminalId", "The till, by its name within its node.", "TILL-1", TerminalId.class);
        is("accountId", "The account. An id says nothing about who it is.", A_UUID, AccountId.class);
        is("credentialId", "The credential that a secret belongs to.", A_UUID, CredentialId.class);
        is("role", "A role of an account.", "ANALYST", Role.class);
        is("clientId", "The account, as `client_id` at the door for tokens.", A_UUID);
        is(
                "clientSecret",
                "The `client_secret` to it. It is in this one answer and never again.",
                "pXZ8wq3vN1b7cT0yLk5mJd2rHs9fGa4eUi6oVx_QzWE");
        is("ownerId", "Whoever a node belongs to. It must not say who that is.", "owner-7");
        is("ownerWallet", "The wallet of the node's owner.", "own-2fd4e1c67a2d28fced849ee1bb76e7391b93eb12");
        is("city", "Where the node is.", "Tbilisi");
        is("holderId", "Whoever holds wallets. It must not say who that is.", "c-1041");
        is("customerId", "The holder to be credited directly, without a check.", "c-1041");
        is("walletId", "The wallet, for good.", "cus-2fd4e1c67a2d28fced849ee1bb76e7391b93eb12");
        is("terminals", "The tills that may sell for the node now, by id.", "TILL-1|TILL-2");
        is("active", "Whether the node may sell.", "true");
        is("authorised", "Whether the till may sell.", "true");
        is("purpose", "LIVE, or DEMO for a network that was made to be shown.", "LIVE");
        is("version", "The number of the version, counted from 1.", "1", int.class);
    }

    private static void sales() {
        is("saleId", "The sale: its node and its number.", "VAKE:4711", SaleId.class);
        is(
                "saleNumber",
                "The number of the sale, given by the till and never again at its node.",
                "4711",
                SaleNumber.class);
        is("checkId", "The check, which holds the buyer's tokens until it is claimed.", "VAKE:4711", CheckId.class);
        is("refundNumber", "The number of the refund, given by the till and never again for its sale.", "R-1");
        is("soldAt", "When it was sold, by the till's clock, in UTC.", A_TIME);
        is("items", "What was sold, a line of the receipt each.", "");
        is("code", "The code of the dish, which identifies it.", "K1");
        is("name", "The name of the dish, as on the menu.", "Khinkali");
        is("category", "The category of the dish.", "Dumplings");
        is("quantity", "How many pieces.", "5");
        is("unitPriceTetri", "The price of one piece, " + TETRI + '.', "200");
        is("totalTetri", "What the sale comes to, " + TETRI + '.', "1000");
        is("claimCode", "The code on the receipt, which whoever holds it types to claim the check.", "7K3M-9QXD-2FHT");
        is("qr", "The text of the receipt's QR code.", "HPS1:VAKE:4711:7K3M9QXD2FHT");
        is("policyVersion", "The version of the token policy that was in force, a number counted from 1.", "1");
        is("ownerUnits", "Of the minted tokens the node owner's share, " + UNITS + '.', "48");
        is("buyerUnits", "Of the minted tokens the buyer's share, " + UNITS + '.', "49");
        is("royaltyUnits", "Of the minted tokens the network's share, " + UNITS + '.', "3");
        is("askedBackUnits", "Which part of the sale's tokens goes back with the money, " + UNITS + '.', "20");
        is("amountTetri", "What is given back, " + TETRI + '.', "180");
        is("voidableUntil", "The last instant at which the sale can be voided, in UTC.", "2026-11-28T09:42:05Z");
        is("claimableUntil", "The last instant at which the check can be claimed, in UTC.", "2026-11-30T09:12:05Z");
        is("approvedBy", "The account that approved of the void.", A_UUID);
    }

    private static void bills() {
        is(
                "discountTetri",
                "What is taken off, " + TETRI + ": in a line off that line, beside a total off the whole sale.",
                "100");
        is("vatPerMille", "The value-added tax that is in the price, per mille of it without: 180 is 18 %.", "180");
        is("vatTetri", "The value-added tax in the total, " + TETRI + "; missing where no rate was named.", "153");
        is("weightGrams", "How many grams it weighs, where it is sold by weight.", "335");
        is("pricePerKgTetri", "The price of a kilogram, " + TETRI + '.', "3199");
        is("grams", "How many grams were sold by weight.", "1340");
        is("payments", "What the total was paid with, in parts that add up to it without a tip.", "");
        is("means", "What a part was paid with; OTHER where nothing else is said.", "CARD");
        is("tipTetri", "What was left on top, " + TETRI + ". It is no revenue and mints nothing.", "150");
        is("cashierId", "Whoever stood at the till. It must not say who that is.", "k-17");
        is("fiscalNumber", "The number of the fiscal document.", "F/2026-4711");
        is("cashTetri", "What was paid in cash, " + TETRI + '.', "1000");
        is("cardTetri", "What was paid by card, " + TETRI + '.', "0");
        is("voucherTetri", "What was paid with vouchers, " + TETRI + '.', "0");
        is("otherTetri", "What was paid otherwise, or the till did not say how, " + TETRI + '.', "0");
    }

    private static void figures() {
        is("sales", "How many sales, without those that were voided.", "312");
        is("voidedSales", "How many sales of the day were voided.", "2");
        is("revenueTetri", "What the sales came to, without those that were voided, " + TETRI + '.', "1284050");
        is("refundedTetri", "What was given back, " + TETRI + ". It is not taken off the revenue.", "4200");
        is("units", "What the sales minted, all shares together, " + UNITS + '.', "31200");
        is("mintedUnits", "What was minted, all shares together, " + UNITS + '.', "100");
        is("burnedUnits", "What voids took back of it, " + UNITS + '.', "200");
        is(
                "bestSellers",
                "The dishes that sold best: by pieces, then revenue, then code; what is weighed has no pieces.",
                "");
        is("days", "The business days with sales, in order.", "");
        is("day", "The business day, in Tbilisi.", "2026-11-28");
    }

    private static void log() {
        is("position", "A position of the log, from 0.", "4711", long.class);
        is("streamId", "The stream: what its events happened to.", "sale:VAKE:0000004711", String.class);
        is("projection", "A way of looking at the log, by its name.", "node_sales", String.class);
        is("versionNumber", "Which of the versions of a projection, by its number.", "2", int.class);
        is("size", "How many events, from the first on.", "4712", long.class);
        is("rest", "Which tile: the rest of its path as c2sp.org/tlog-tiles has it.", "0/000", String.class);
    }

    private static void is(String name, String description, String example) {
        is(name, description, example, String.class);
    }

    private static void is(String name, String description, String example, Type type) {
        WORDS.put(name, new Word(description, example, type));
    }
}
