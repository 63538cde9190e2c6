/**
 * The network: founded once, made of nodes (points of sale) with their terminals. Who may sell where is answered by the
 * {@link com.hotpotspot.command.network.NetworkRegistry}, in memory and never by the database.
 */
@NullMarked
package com.hotpotspot.command.network;

import org.jspecify.annotations.NullMarked;
