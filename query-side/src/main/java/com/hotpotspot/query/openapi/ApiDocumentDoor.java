package com.hotpotspot.query.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.hotpotspot.access.OpenToSignedIn;
import com.hotpotspot.openapi.MappedDoor;
import com.hotpotspot.query.web.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webflux.api.OpenApiResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Gives out the document of this side's interface. It is in the place of springdoc's own door, which declares no roles,
 * names the port it was asked at and has a second form (YAML).
 */
@RestController
class ApiDocumentDoor extends OpenApiResource {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private byte @Nullable [] document;

    ApiDocumentDoor(
            ObjectFactory<OpenAPIService> service,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        super(service, requests, responses, operations, properties, providers, customizers);
        this.mapping = mapping;
    }

    @GetMapping("/v3/api-docs")
    @Operation(operationId = "apiDocument", summary = "This document")
    @ApiResponse(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(description = "The document (OpenAPI 3.1).", type = "object")))
    @OpenToSignedIn
    ResponseEntity<byte[]> document(ServerWebExchange exchange) throws JsonProcessingException {
        Parameters.none(exchange);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(madeOnce());
    }

    /** It takes about a second, which a start has better uses for, and then stays what it is. */
    private synchronized byte[] madeOnce() throws JsonProcessingException {
        if (document == null) {
            document = writeJsonValue(QuerySideDocument.of(doors()).whole());
        }
        return document;
    }

    private List<MappedDoor> doors() {
        return mapping.getObject().getHandlerMethods().entrySet().stream()
                .flatMap(ApiDocumentDoor::doors)
                .toList();
    }

    /** Nothing here has a body that its method declares. */
    private static Stream<MappedDoor> doors(Map.Entry<RequestMappingInfo, HandlerMethod> mapped) {
        HandlerMethod method = mapped.getValue();
        return mapped.getKey().getMethodsCondition().getMethods().stream()
                .flatMap(verb -> mapped.getKey().getPatternsCondition().getPatterns().stream()
                        .map(path -> new MappedDoor(
                                verb.name(), path.getPatternString(), method.getMethod(), method.getBeanType(), null)));
    }

    /** Wherever the document was asked for. */
    @Override
    protected String getServerUrl(ServerHttpRequest request, String documentPath) {
        return "/";
    }
}
