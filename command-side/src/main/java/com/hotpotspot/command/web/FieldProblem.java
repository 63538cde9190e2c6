package com.hotpotspot.command.web;

/** What is wrong with one field; {@code field} is its path as the client wrote it. */
public record FieldProblem(String field, String message) {}
