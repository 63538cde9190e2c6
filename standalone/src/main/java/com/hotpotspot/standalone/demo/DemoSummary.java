package com.hotpotspot.standalone.demo;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import java.time.LocalDate;

/** What the demo day brought in, sold just now or when the same day was played before. */
public record DemoSummary(LocalDate day, int sales, Tetri revenue, Units minted) {}
