package com.hotpotspot.openapi;

import com.hotpotspot.access.Door;
import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.events.account.Role;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The document of one side, made of what its doors declare. */
public final class ApiDocument {

    private static final List<PublicCode> ASKS_WHO_COMES =
            List.of(GeneralCode.UNAUTHENTICATED, GeneralCode.FORBIDDEN, GeneralCode.TOO_MANY_REQUESTS);
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");

    private final Info info;
    private final SortedMap<String, MappedDoor> doors = new TreeMap<>();
    private final Function<MappedDoor, List<? extends PublicCode>> usualRefusals;
    private final SortedMap<String, SecurityScheme> schemes;
    private final List<Extra<Parameter>> parameters = new ArrayList<>();
    private final List<Extra<Map.Entry<String, Header>>> headers = new ArrayList<>();
    private final SortedMap<String, PathItem> others = new TreeMap<>();
    private final Refusals refusals = new Refusals();
    private final RecordSchemas schemas = new RecordSchemas();
    private final Bodies bodies = new Bodies(schemas);

    /**
     * @param usualRefusals what every door of a kind refuses with, beside what it lists itself and what all doors do
     *     that ask who comes
     * @param schemes how to say who one is; any one of them is enough
     */
    public ApiDocument(
            String title,
            String description,
            List<MappedDoor> doors,
            Function<MappedDoor, List<? extends PublicCode>> usualRefusals,
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
        this.usualRefusals = usualRefusals;
        this.schemes = new TreeMap<>(schemes);
    }

    /** A parameter that all doors of a kind take. */
    public ApiDocument taking(Predicate<MappedDoor> doors, Parameter parameter) {
        parameters.add(new Extra<>(doors, parameter));
        return this;
    }

    /** A header that the answers of all doors of a kind may have. */
    public ApiDocument answering(Predicate<MappedDoor> doors, String name, Header header) {
        headers.add(new Extra<>(doors, Map.entry(name, header)));
        return this;
    }

    /**
     * A door that takes a POST and is none of the framework's: somebody else answers there, and all of it is said by
     * hand.
     *
     * @param usual what it refuses with as other doors do, beside what it says of itself
     * @param own what it refuses with as few others do, maybe with a status that it answers in another form too
     */
    public ApiDocument beside(String path, Operation post, List<? extends PublicCode> usual, List<PublicCode> own) {
        refusals.of(usual, own)
                .forEach((status, refusal) -> post.getResponses().merge(status, refusal, Refusals::inTwoForms));
        others.put(path, new PathItem().post(post));
        return this;
    }

    /** A component that doors refer to, beside those that records make. */
    public ApiDocument with(String name, Schema<Object> component) {
        schemas.named(name, component);
        return this;
    }

    /** The whole document. A door without words is left out. */
    public OpenAPI whole() {
        SortedMap<String, PathItem> byPath = new TreeMap<>(others);
        doors.values()
                .forEach(door -> DoorWords.of(door)
                        .ifPresent(words -> byPath.computeIfAbsent(door.path(), path -> new PathItem())
                                .operation(PathItem.HttpMethod.valueOf(door.verb()), operation(door, words))));
        ProblemSchema.define(schemas);
        Paths paths = new Paths();
        byPath.forEach(paths::addPathItem);
        Server server = new Server();
        server.setUrl("/");
        server.setDescription("Wherever this document was asked for.");
        OpenAPI document = new OpenAPI(SpecVersion.V31);
        document.setOpenapi("3.1.0");
        document.setServers(List.of(server));
        document.setInfo(info);
        document.setPaths(paths);
        document.setComponents(components());
        return document;
    }

    private Components components() {
        Components components = new Components();
        schemas.components().forEach(components::addSchemas);
        refusals.components().forEach(components::addResponses);
        schemes.forEach(components::addSecuritySchemes);
        return components;
    }

    private Operation operation(MappedDoor door, DoorWords words) {
        Operation operation = new Operation();
        operation.setTags(List.of(tag(door.path())));
        operation.setOperationId(words.operationId());
        operation.setSummary(words.summary());
        operation.setDescription((words.description() + "\n\n" + whoMayCome(door)).strip());
        operation.setSecurity(security(door));
        List<Parameter> all = Stream.of(variables(door), words.parameters(), extras(parameters, door))
                .flatMap(List::stream)
                .toList();
        operation.setParameters(all.isEmpty() ? null : all);
        operation.setRequestBody(bodies.sentTo(door).orElse(null));
        operation.setResponses(answers(door, words));
        return operation;
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

    private List<Parameter> variables(MappedDoor door) {
        return VARIABLE.matcher(door.path())
                .results()
                .map(found -> variable(found.group(1)))
                .toList();
    }

    private Parameter variable(String name) {
        Vocabulary.Word word = Vocabulary.required(name);
        Schema<Object> form = schemas.out(word.type());
        Parameter variable = new Parameter();
        variable.setIn("path");
        variable.setName(name);
        variable.setRequired(true);
        variable.setDescription(word.description());
        variable.setExample(Words.valueOf(form, word.example()));
        variable.setSchema(form);
        return variable;
    }

    private static <T> List<T> extras(List<Extra<T>> all, MappedDoor door) {
        return all.stream()
                .filter(extra -> extra.doors().test(door))
                .map(Extra::what)
                .toList();
    }

    private ApiResponses answers(MappedDoor door, DoorWords words) {
        ApiResponse success = new ApiResponse();
        success.setDescription(words.status() == 201 ? "Created, or created before by the same request." : "OK");
        success.setContent(bodies.answeredBy(door, words));
        words.headers().forEach(success::addHeaderObject);
        extras(headers, door).forEach(header -> success.addHeaderObject(header.getKey(), header.getValue()));
        ApiResponses answers = new ApiResponses();
        answers.addApiResponse(Integer.toString(words.status()), success);
        List<PublicCode> usual = new ArrayList<>(usualRefusals.apply(door));
        if (!(door.declared() instanceof Door.Open)) {
            usual.addAll(ASKS_WHO_COMES);
        }
        refusals.of(usual, words.refusals()).forEach(answers::addApiResponse);
        return answers;
    }

    /** What all doors of a kind have. */
    private record Extra<T>(Predicate<MappedDoor> doors, T what) {}
}
