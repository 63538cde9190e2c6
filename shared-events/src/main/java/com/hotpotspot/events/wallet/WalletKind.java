package com.hotpotspot.events.wallet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a wallet is for, and how the ids of such wallets begin. */
public enum WalletKind {
    /** The founder's. */
    MASTER("own"),
    /** Of whoever owns franchise nodes. Nodes go from one owner to another, so owners' ids are of one form. */
    FRANCHISE("own"),
    /** A customer's. */
    CUSTOMER("cus"),
    /** Of one receipt, until it is claimed. */
    CHECK("chk"),
    CHARITY("cha"),
    /** Holds what nobody claimed. */
    RESERVE("rsv");

    private static final int HASH_BYTES = 20;

    private final String prefix;

    WalletKind(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The wallet of this kind that belongs to something by its nature, so that nobody needs a look-up to name it.
     *
     * @param identity what it belongs to; the id holds the last 20 bytes of the SHA-256 of {@code prefix/identity}
     */
    public WalletId walletOf(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((prefix + '/' + identity).getBytes(UTF_8));
            return new WalletId(
                    prefix + '-' + HexFormat.of().formatHex(digest, digest.length - HASH_BYTES, digest.length));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Whether this may be the id of a wallet of this kind; the founder's and franchisees' cannot be told apart by it.
     */
    public boolean isKindOf(WalletId wallet) {
        return wallet.value().startsWith(prefix + '-');
    }
}
