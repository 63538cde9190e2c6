/**
 * Who may sign in: accounts with the roles that they were granted and the credentials that they sign in with, as lists
 * and by themselves, for programs and on pages. Of a secret nothing is known here but its name.
 */
@NullMarked
@MayUse({
    "answer",
    "events.account",
    "events.network",
    "events.wallet",
    "query.access",
    "query.layout",
    "query.projection",
    "query.web"
})
@MayTouch({WEB, JDBC})
package com.hotpotspot.query.account;

import static com.hotpotspot.house.Technique.JDBC;
import static com.hotpotspot.house.Technique.WEB;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import org.jspecify.annotations.NullMarked;
