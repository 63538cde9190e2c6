package com.hotpotspot.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is to be said of a door that its method does not say. */
public final class DoorNote {

    private final String door;
    private final String operationId;
    private final String summary;
    private String description = "";
    private int status = 200;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, Schema<?>> answers = new LinkedHashMap<>();
    private final Map<String, Header> headers = new LinkedHashMap<>();
    private final Set<Integer> refusals = new TreeSet<>();

    private DoorNote(String door, String operationId, String summary) {
        this.door = door;
        this.operationId = operationId;
        this.summary = summary;
    }

    /**
     * @param door its name, for example {@code POST /api/v1/sales}
     * @param operationId what clients that are made from the document will call it; never changes
     * @param summary one line
     */
    public static DoorNote of(String door, String operationId, String summary) {
        return new DoorNote(door, operationId, summary);
    }

    /** What the summary leaves out. */
    public DoorNote saying(String more) {
        description = more;
        return this;
    }

    /** The answer is a 201. */
    public DoorNote creates() {
        status = 201;
        return this;
    }

    /** A parameter of the query, which may be left out. */
    public DoorNote query(String name, Schema<?> form, String meaning) {
        return parameter("query", name, form, meaning, false);
    }

    /** The same for one that must be there. */
    public DoorNote requiredQuery(String name, Schema<?> form, String meaning) {
        return parameter("query", name, form, meaning, true);
    }

    /** A header that may be sent. */
    public DoorNote header(String name, Schema<?> form, String meaning) {
        return parameter("header", name, form, meaning, false);
    }

    private DoorNote parameter(String in, String name, Schema<?> form, String meaning, boolean required) {
        Parameter parameter = new Parameter();
        parameter.setIn(in);
        parameter.setName(name);
        parameter.setSchema(form);
        parameter.setDescription(meaning);
        parameter.setRequired(required);
        parameters.add(parameter);
        return this;
    }

    /** An answer that is no envelope, or one of several forms. */
    public DoorNote answers(String mediaType, Schema<?> form) {
        answers.put(mediaType, form);
        return this;
    }

    /** A header of the answer. */
    public DoorNote answersHeader(String name, Schema<?> form, String meaning) {
        Header header = new Header();
        header.setSchema(form);
        header.setDescription(meaning);
        headers.put(name, header);
        return this;
    }

    /** A status that is not to be expected of a door of its kind. */
    public DoorNote refuses(int refusal) {
        refusals.add(refusal);
        return this;
    }

    /** Whether this is the door that it was written about. */
    public boolean isAbout(MappedDoor mapped) {
        return door.equals(mapped.name());
    }

    String door() {
        return door;
    }

    String operationId() {
        return operationId;
    }

    String summary() {
        return summary;
    }

    String description() {
        return description;
    }

    int status() {
        return status;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Map<String, Schema<?>> answers() {
        return answers;
    }

    Map<String, Header> headers() {
        return headers;
    }

    Set<Integer> refusals() {
        return refusals;
    }
}
