package com.hotpotspot.openapi;

import com.hotpotspot.access.Door;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The document of one side: what a framework found out about its doors, completed. */
public final class ApiDocument {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");

    /** What the variables of paths are. */
    private static final Map<String, Class<?>> VARIABLES = Map.of(
            "accountId", AccountId.class,
            "checkId", CheckId.class,
            "credentialId", CredentialId.class,
            "node", NodeId.class,
            "nodeId", NodeId.class,
            "role", Role.class,
            "saleId", SaleId.class,
            "saleNumber", SaleNumber.class,
            "terminalId", TerminalId.class);

    private final Info info;
    private final SortedMap<String, MappedDoor> doors = new TreeMap<>();
    private final Map<String, DoorNote> notes;
    private final Refusals refusals;
    private final Function<MappedDoor, List<Integer>> usualRefusals;
    private final SortedMap<String, SecurityScheme> schemes;
    private final SortedMap<String, PathItem> others = new TreeMap<>();
    private final RecordSchemas schemas = new RecordSchemas();

    /**
     * @param codes what problems may say by way of a code, by status
     * @param usualRefusals which of these statuses a door may answer, beside those of a door that asks who comes
     * @param schemes how to say who one is; any one of them is enough
     */
    public ApiDocument(
            String title,
            String description,
            List<MappedDoor> doors,
            List<DoorNote> notes,
            Map<Integer, List<String>> codes,
            Function<MappedDoor, List<Integer>> usualRefusals,
            Map<String, SecurityScheme> schemes) {
        this.info = new Info();
        info.setTitle(title);
        info.setDescription(description);
        // Of the interface, as in its paths; what runs behind it has versions of its own.
        info.setVersion("1");
        License license = new License();
        license.setName("Apache-2.0");
        license.setUrl("https://www.apache.org/licenses/LICENSE-2.0");
        info.setLicense(license);
        doors.forEach(door -> this.doors.put(door.name(), door));
        this.notes = notes.stream().collect(Collectors.toMap(DoorNote::door, note -> note));
        this.refusals = new Refusals(codes);
        this.usualRefusals = usualRefusals;
        this.schemes = new TreeMap<>(schemes);
    }

    /**
     * A door that takes a POST and is none of the framework's that completes the document: somebody else answers there.
     * Beside what it says of itself it may answer what every door that takes a body may.
     */
    public ApiDocument beside(String path, Operation post) {
        for (int status : List.of(408, 413, 429, 503)) {
            post.getResponses().addApiResponse(Integer.toString(status), refusals.reference(status));
        }
        others.put(path, new PathItem().post(post));
        return this;
    }

    /** A component that notes refer to, beside those that records make. */
    public ApiDocument with(String name, Schema<Object> component) {
        schemas.named(name, component);
        return this;
    }

    /**
     * Completes the document of which a framework knows the paths and their parameters. A door that nothing was written
     * about is left out, as pages are.
     *
     * @throws IllegalStateException if something was written about a door that there is not
     */
    public OpenAPI complete(OpenAPI found) {
        SortedMap<String, PathItem> byPath = new TreeMap<>(others);
        SortedSet<String> unused = new TreeSet<>(notes.keySet());
        found.getPaths().forEach((path, item) -> {
            String named = path.replace("{*", "{");
            PathItem described = new PathItem();
            item.readOperationsMap().forEach((verb, operation) -> {
                String door = verb.name() + ' ' + named;
                DoorNote note = notes.get(door);
                MappedDoor mapped = doors.get(door);
                if (note != null && mapped != null) {
                    complete(operation, mapped, note);
                    described.operation(verb, operation);
                    byPath.put(named, described);
                    unused.remove(door);
                }
            });
        });
        if (!unused.isEmpty()) {
            throw new IllegalStateException("there is no such door: " + unused);
        }
        Refusals.define(schemas);
        Paths paths = new Paths();
        byPath.forEach(paths::addPathItem);
        Server server = new Server();
        server.setUrl("/");
        server.setDescription("Wherever this document was asked for.");
        found.setServers(List.of(server));
        found.setInfo(info);
        found.setTags(null);
        found.setPaths(paths);
        found.setComponents(components());
        return found;
    }

    private Components components() {
        Components components = new Components();
        schemas.components().forEach(components::addSchemas);
        refusals.components().forEach(components::addResponses);
        schemes.forEach(components::addSecuritySchemes);
        return components;
    }

    private void complete(Operation operation, MappedDoor door, DoorNote note) {
        operation.setTags(List.of(tag(door.path())));
        operation.setOperationId(note.operationId());
        operation.setSummary(note.summary());
        operation.setDescription((note.description() + "\n\n" + whoMayCome(door)).strip());
        operation.setSecurity(security(door));
        List<Parameter> parameters = parameters(operation, door, note);
        operation.setParameters(parameters.isEmpty() ? null : parameters);
        operation.setRequestBody(body(door).orElse(null));
        operation.setResponses(answers(door, note));
    }

    private static String tag(String path) {
        Matcher api = Pattern.compile("/api/v[0-9]+/([a-z]+).*").matcher(path);
        if (api.matches()) {
            return api.group(1);
        }
        return path.startsWith("/v3/") ? "document" : "log";
    }

    private static String whoMayCome(MappedDoor door) {
        return switch (door.declared()) {
            case Door.Open open -> "Open to everybody.";
            case Door.Undeclared undeclared -> "Closed.";
            case Door.For(List<Role> roles) ->
                "Roles: %s.".formatted(roles.stream().map(Role::name).collect(Collectors.joining(", ")));
        };
    }

    private List<SecurityRequirement> security(MappedDoor door) {
        if (door.declared() instanceof Door.Open) {
            return List.of();
        }
        return schemes.keySet().stream()
                .map(scheme -> {
                    SecurityRequirement requirement = new SecurityRequirement();
                    requirement.addList(scheme);
                    return requirement;
                })
                .toList();
    }

    private List<Parameter> parameters(Operation operation, MappedDoor door, DoorNote note) {
        List<Parameter> all = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(door.path());
        while (variables.find()) {
            all.add(variable(variables.group(1)));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(found -> !found.getIn().equals("path"))
                    .filter(found -> note.parameters().stream()
                            .noneMatch(own -> own.getName().equals(found.getName())))
                    .forEach(all::add);
        }
        all.addAll(note.parameters());
        return all;
    }

    private Parameter variable(String name) {
        Parameter variable = new Parameter();
        variable.setIn("path");
        variable.setName(name);
        variable.setRequired(true);
        Class<?> type = VARIABLES.get(name);
        variable.setSchema(
                type != null ? schemas.out(type) : name.equals("position") ? Schemas.integer(0) : Schemas.text());
        return variable;
    }

    private Optional<RequestBody> body(MappedDoor door) {
        Optional<Content> lines = door.lines().map(of -> content(LINES, schemas.in(of.request())));
        Optional<Content> document = Optional.ofNullable(door.body()).map(type -> content(JSON, schemas.in(type)));
        return lines.or(() -> document).map(content -> {
            RequestBody body = new RequestBody();
            body.setRequired(true);
            body.setContent(content);
            if (door.takesLines()) {
                body.setDescription("One such document a line.");
            }
            return body;
        });
    }

    private ApiResponses answers(MappedDoor door, DoorNote note) {
        ApiResponse success = new ApiResponse();
        success.setDescription(note.status() == 201 ? "Created, or created before by the same request." : "OK");
        success.setContent(answer(door, note));
        note.headers().forEach(success::addHeaderObject);
        ApiResponses answers = new ApiResponses();
        answers.addApiResponse(Integer.toString(note.status()), success);
        SortedSet<Integer> statuses = new TreeSet<>(usualRefusals.apply(door));
        statuses.addAll(note.refusals());
        if (!(door.declared() instanceof Door.Open)) {
            statuses.addAll(List.of(401, 403, 429));
        }
        statuses.forEach(status -> answers.addApiResponse(Integer.toString(status), refusals.reference(status)));
        return answers;
    }

    private Content answer(MappedDoor door, DoorNote note) {
        Content content = new Content();
        note.answers().forEach((mediaType, form) -> content.addMediaType(mediaType, mediaType(form)));
        door.lines().ifPresent(of -> content.addMediaType(LINES, mediaType(schemas.out(of.answer()))));
        if (content.isEmpty()) {
            Type data = dataOf(door.method().getGenericReturnType());
            content.addMediaType(JSON, mediaType(envelope(data)));
        }
        return content;
    }

    private Schema<Object> envelope(Type data) {
        String name = RecordSchemas.nameOf((Class<?>) data) + "Answer";
        Schema<Object> answer = Schemas.object("The envelope of every answer that is not a problem.");
        Schemas.require(answer, "success", Schemas.always(true));
        Schemas.require(answer, "data", schemas.out(data));
        Schemas.require(answer, "error", Schemas.alwaysNull());
        Schemas.require(answer, "timestamp", Schemas.formatted("date-time"));
        return schemas.named(name, answer);
    }

    /** What a method's answer holds, within whatever it is wrapped in. */
    private static Type dataOf(Type type) {
        return type instanceof ParameterizedType wrapper ? dataOf(wrapper.getActualTypeArguments()[0]) : type;
    }

    private static Content content(String mediaType, Schema<?> form) {
        Content content = new Content();
        content.addMediaType(mediaType, mediaType(form));
        return content;
    }

    private static MediaType mediaType(Schema<?> form) {
        MediaType mediaType = new MediaType();
        mediaType.setSchema(form);
        return mediaType;
    }
}
